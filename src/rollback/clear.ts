/** What becomes of a deployment in progress before a new one can be started. */
import { type Outcome, type WatchEnd } from '../events.ts';
import { consoleUrl } from '../report/console.ts';
import { type Clearance } from './choose.ts';
import { type Errand, watchTo } from './errand.ts';
import { stopped } from './stop.ts';

/** Ends it, or waits for its end. null: it is over; else what kept it. */
export async function clear({ id, how }: Clearance, errand: Errand): Promise<Outcome | null> {
  const { log, runner } = errand.world;
  const url = consoleUrl(id, errand.aws.region);
  log.info(`${WORDS[how](id)} ${url}`);
  // `post` tells of it, where the run does not come to its own deployment.
  runner.saveState('deployment-id', id);
  runner.saveState('console-url', url);
  switch (how) {
    case 'stop':
      return remainder(id, await stopped(id, errand));
    case 'wait':
      return remainder(id, await watchTo('completed', id, errand));
    case 'finish':
      return finish(id, errand);
  }
}

const WORDS: Readonly<Record<Clearance['how'], (id: string) => string>> = {
  stop: (id) => `Deployment ${id} is stopped with rollback first.`,
  wait: (id) => `Deployment ${id} is waited for first.`,
  finish: (id) => `The wait of deployment ${id} before the end of its original task set is ended first.`,
};

/** Its last checks may still run: only after them there is a wait to end. */
async function finish(id: string, errand: Errand): Promise<Outcome | null> {
  const shifted = await watchTo('traffic-shifted', id, errand);
  if (shifted.kind !== 'reached') return remainder(id, shifted);
  await errand.engine.promote(id, 'termination');
  return remainder(id, await watchTo('completed', id, errand));
}

function remainder(id: string, end: WatchEnd): Outcome | null {
  if (end.kind === 'interrupted') {
    const cause = `the run was cancelled before the rollback's own deployment was started; deployment ${id} goes on by itself`;
    return { result: 'interrupted', cause };
  }
  if (end.kind === 'timed-out') {
    const cause = `deployment ${id} has not ended in time, so that no deployment of the rollback could be started`;
    return { result: 'timed-out', cause };
  }
  return null;
}
