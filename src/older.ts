/** Whether a run would put an older release over a newer one. */
import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { deployedBy } from './engine/codedeploy/describe.ts';
import { type Marker, parseMarker } from './engine/codedeploy/marker.ts';
import { runOf } from './engine/codedeploy/whose.ts';
import { type Fault } from './errors.ts';

export interface Ages {
  /** The deployment that made the PRIMARY task set; null where there is none or it cannot be read. */
  readonly live: Pick<DeploymentInfo, 'deploymentId' | 'description'> | null;
  /** The id of what was live when this run looked first; undefined: this is the first look. */
  readonly before: string | undefined;
  /** This run's marker. */
  readonly marker: string | null;
  /** `allow-older` */
  readonly allowed: boolean;
  /** `cluster/service` */
  readonly on: string;
}

export interface Age {
  readonly faults: readonly Fault[];
  readonly warnings: readonly string[];
}

const NOTHING: Age = { faults: [], warnings: [] };

/**
 * What is live came from a later run of the same repository: refused. A re-run of an old job is asked for by a person, who
 * is told what it goes back from, unless that became newer after the run had looked first. GitHub counts run ids up over
 * all workflows, so that a deployment and a rollback of one repository have an order.
 */
export function ageOf(ages: Ages): Age {
  const { live, before, allowed } = ages;
  const ours = parseMarker(ages.marker ?? '');
  const theirs = parseMarker(live?.description ?? '');
  if (live === null || ours === null || theirs === null || !isLater(theirs, ours)) return NOTHING;
  const woken = before !== undefined && before !== (live.deploymentId ?? '');
  const rerun = isRerun(ours) && !woken;
  if (!allowed && !rerun) return { faults: [fault(ages, live, ours, woken)], warnings: [] };
  const why = allowed
    ? 'allow-older is set'
    : `this is attempt ${ours.attempt} of run ${ours.runId}, and a re-run is done as it was asked for`;
  return { faults: [], warnings: [`This deployment goes back: production runs ${described(live)}; ${why}.`] };
}

/**
 * True where a deployment in progress came from a later run: this one lets it go on, whatever it is set to do about others.
 * Not where it was told to go back: `allow-older`, or a re-run, which a person has asked for.
 */
export function givesPrecedence(other: string, marker: string, allowed: boolean): boolean {
  const ours = parseMarker(marker);
  const theirs = parseMarker(other);
  return !allowed && ours !== null && theirs !== null && !isRerun(ours) && isLater(theirs, ours);
}

function isLater(theirs: Marker, ours: Marker): boolean {
  const both = [theirs.runId, ours.runId];
  if (theirs.repository !== ours.repository || ours.repository === '' || !both.every(isNumber)) return false;
  return BigInt(theirs.runId) > BigInt(ours.runId);
}

function isRerun({ attempt }: Marker): boolean {
  return isNumber(attempt) && BigInt(attempt) > 1n;
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}

/** `web:9 of deployment d-ABCDEFGHI, started by run 7, attempt 1, job deploy of octo/shop, by octocat` */
function described({ deploymentId = '', description = '' }: NonNullable<Ages['live']>): string {
  return `${deployedBy(description) ?? 'what came'} of deployment ${deploymentId}, ${runOf(description) ?? ''}`;
}

function fault({ on }: Ages, live: NonNullable<Ages['live']>, ours: Marker, woken: boolean): Fault {
  const since = woken ? 'what is live became newer while this run waited' : 'what is live is newer';
  return {
    tried: 'deploy over what is live',
    on,
    why: `${since}: ${described(live)}, and this is run ${ours.runId}, attempt ${ours.attempt}`,
    repair:
      'Nothing has to be done if the newer one is right. To have the newest commit, run the workflow for it; to go back, ' +
      "use mode: rollback, or run this job again (a re-run is asked for by a person), or set input 'allow-older' to true.",
  };
}
