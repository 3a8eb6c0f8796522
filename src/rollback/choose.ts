/** What is done, given what is in progress and where a rollback is to lead. Pure. */
import { type Revision, type Running } from './running.ts';

/** What becomes of a deployment in progress before a new one. */
export interface Clearance {
  readonly id: string;
  /** `stop`: with rollback; `finish`: its termination wait is ended; `wait`: it ends by itself. */
  readonly how: 'stop' | 'finish' | 'wait';
}

export type Way =
  | { readonly kind: 'there'; readonly to: Revision; readonly why: string }
  | {
      readonly kind: 'stop' | 'follow';
      readonly id: string;
      readonly to: Revision;
      readonly leaves: Revision;
      readonly why: string;
    }
  /** A new deployment. */
  | { readonly kind: 'deploy'; readonly first: Clearance | null; readonly why: string };

export interface Standing {
  readonly live: Revision;
  readonly running: Running | null;
  /** Why what is live is, or may be, the work of an earlier attempt of this very job: a clause. */
  readonly ownWork: string | null;
  /** A stop would lead to the placeholder of a fresh stack. */
  readonly placeholder: boolean;
}

/** `previous`, before any history is read: `deploy` says that the history has to tell which revision it is. */
export function choosePrevious(standing: Standing): Way {
  const { live, running, ownWork } = standing;
  if (ownWork !== null) return { kind: 'there', to: live, why: `${live.name} ${ownWork}` };
  if (running === null) return { kind: 'deploy', first: null, why: 'no deployment is in progress' };
  const { id } = running.seen;
  if (running.byCodeDeploy) {
    const to = running.blue ?? live;
    const why = `deployment ${id} is a rollback by CodeDeploy, which is never stopped: it leads to ${to.name}`;
    return { kind: 'follow', id, to, leaves: leavesOf(running, live), why };
  }
  return running.stage === 'terminating' ? previousOfShifted(running, standing) : previousOfShifting(running, live);
}

/** Production is on the replacement; the original may still live. */
function previousOfShifted(running: Running, { live, placeholder }: Standing): Way {
  const { id } = running.seen;
  const first = clearance(running);
  if (running.described?.kind === 'rollback') {
    const bad = running.described.from;
    return {
      kind: 'deploy',
      first,
      why: `a stop of deployment ${id} would return to ${bad}, which was rolled back from`,
    };
  }
  if (running.blue === null)
    return { kind: 'deploy', first, why: `deployment ${id} is ending, and its original task set with it` };
  if (placeholder) {
    return {
      kind: 'deploy',
      first,
      why: `a stop of deployment ${id} would return to the placeholder of a fresh stack`,
    };
  }
  return stop(running, running.blue, live, 'its original task set still runs, so that this takes seconds');
}

/** Production is on the original, or on its way from there. */
function previousOfShifting(running: Running, live: Revision): Way {
  const { id } = running.seen;
  const { described, green } = running;
  if (described?.kind === 'rollback' && green !== null) {
    const why = `deployment ${id} is a rollback to ${green.name} already`;
    return { kind: 'follow', id, to: green, leaves: live, why };
  }
  return stop(running, running.blue ?? live, live, 'production is not wholly on its replacement yet');
}

/** A revision by name or ARN that is known. */
export function chooseRevision(asked: Revision, { live, running }: Standing): Way {
  if (running === null) return chooseIdle(asked, live);
  const { id } = running.seen;
  if (running.byCodeDeploy) {
    const to = running.blue ?? live;
    return to.name === asked.name
      ? {
          kind: 'follow',
          id,
          to,
          leaves: leavesOf(running, live),
          why: `deployment ${id}, a rollback by CodeDeploy, leads there`,
        }
      : deployAfter(running, 'is a rollback by CodeDeploy, which is never stopped');
  }
  const shifted = running.stage === 'terminating';
  if (shifted && asked.name === live.name) return chooseIdle(asked, live);
  if (running.blue?.name === asked.name) {
    return stop(running, running.blue, live, 'that is what its original task set runs, so that this takes seconds');
  }
  if (!shifted && running.green?.name === asked.name) {
    return {
      kind: 'follow',
      id,
      to: running.green,
      leaves: live,
      why: `deployment ${id} is in progress and leads there`,
    };
  }
  return deployAfter(running, 'leads neither forward nor back to it');
}

function chooseIdle(asked: Revision, live: Revision): Way {
  return asked.name === live.name
    ? { kind: 'there', to: live, why: `${live.name} takes the production traffic already` }
    : { kind: 'deploy', first: null, why: 'no deployment is in progress that could be stopped' };
}

function stop(running: Running, to: Revision, live: Revision, because: string): Way {
  const { id } = running.seen;
  const why = `deployment ${id} is in progress, and stopping it leads to ${to.name}: ${because}`;
  return { kind: 'stop', id, to, leaves: leavesOf(running, live), why };
}

function deployAfter(running: Running, because: string): Way {
  return {
    kind: 'deploy',
    first: clearance(running),
    why: `deployment ${running.seen.id} is in progress and ${because}`,
  };
}

/** Production is never moved to a revision that nobody asked for: once the shift is done, the deployment is let end. */
function clearance({ seen, stage, byCodeDeploy, blue }: Running): Clearance {
  const { id } = seen;
  if (byCodeDeploy) return { id, how: 'wait' };
  if (stage === 'terminating') return { id, how: blue === null ? 'wait' : 'finish' };
  return { id, how: stage === 'finishing' ? 'finish' : 'stop' };
}

function leavesOf({ green }: Running, live: Revision): Revision {
  return green ?? live;
}
