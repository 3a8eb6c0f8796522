/** What is told of a deployment that is in the way. */
import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { deployedBy } from '../engine/codedeploy/describe.ts';
import { whose } from '../engine/codedeploy/whose.ts';
import { type Observation } from '../engine/engine.ts';
import { type Fault } from '../errors.ts';
import { consoleUrl } from '../report/console.ts';
import { duration } from '../report/duration.ts';
import { plain } from '../report/plain.ts';
import { waysOut } from '../target/running.ts';
import { setOf, stageOf, takesBack } from '../watch/stage.ts';
import { decide, type Step, type Treatment } from './decide.ts';

/** A deployment of the group that is in progress and not this run's own. */
export interface Another {
  readonly id: string;
  readonly info: DeploymentInfo;
}

/** Whose it is, what it is doing, what is done about it, for how long at most, and its page. */
export function announcement(
  another: Another,
  seen: Observation,
  treatment: Treatment,
  at: { readonly leftMs: number; readonly told: boolean; readonly region: string },
): readonly string[] {
  const brings = deployedBy(another.info.description ?? '');
  const what = brings === null ? '' : `, brings ${brings}`;
  const step = PLANS[decide(treatment, seen, at.told)];
  return [
    `Deployment ${another.id} of this group is in progress: ${whose(another.info)}${what}.`,
    `It ${doing(seen)} (${plain(seen.rawStatus)}). ${step}, for ${duration(at.leftMs)} at most (if-deployment-in-progress: ${treatment}).`,
    consoleUrl(another.id, at.region),
  ];
}

const PLANS: Readonly<Record<Step, string>> = {
  'look-again': 'Looking again',
  'wait-for-end': 'Waiting until it has ended',
  'wait-for-shift': 'Waiting until production is wholly on its new tasks; then its wait is ended',
  'end-wait': 'Ending its wait, then waiting until it has ended',
  stop: 'Stopping it with rollback, then waiting until that has ended',
};

/** As `It …`. */
function doing(seen: Observation): string {
  if (takesBack(seen)) return 'returns the traffic to the original tasks';
  switch (stageOf(seen)) {
    case 'starting':
      return 'has not begun yet';
    case 'installing':
      return 'puts up its replacement tasks';
    case 'ready':
      return 'waits for someone to continue it';
    case 'shifting':
      return `shifts the production traffic, ${setOf(seen, 'green')?.weight ?? 0} % so far`;
    case 'finishing':
      return 'has all the production traffic and is being checked';
    case 'terminating':
      return 'has all the production traffic, and its original tasks wait for their end';
    case 'over':
      return 'has ended';
  }
}

/** It has not ended within the time limit. */
export function gaveUp(another: Another, seen: Observation, at: { waitedMs: number; region: string }): Fault {
  const { applicationName = '', deploymentGroupName = '' } = another.info;
  const shifted = stageOf(seen) === 'terminating';
  return {
    tried: 'deploy after the deployment in progress',
    on: `${applicationName} / ${deploymentGroupName}`,
    why: `deployment ${another.id} (${plain(seen.rawStatus)}, ${whose(another.info)}) ${doing(seen)}; it has not ended after ${duration(at.waitedMs)}, and is no longer waited for`,
    repair: `${waysOut(another.id, { ...another.info, status: seen.status === 'Ready' ? 'Ready' : undefined }, shifted, at)} Input 'wait-for-minutes' makes this step more patient. ${consoleUrl(another.id, at.region)}`,
  };
}
