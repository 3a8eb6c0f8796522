/** Why ECS placed no task (pure). Reasons: ECS Developer Guide, "API failure reasons". */
import { type Failure } from '@aws-sdk/client-ecs';
import { type Fault } from '../errors.ts';
import { plain } from '../report/plain.ts';

const REPAIRS: readonly (readonly [reason: RegExp, repair: string])[] = [
  [
    /^RESOURCE:/i,
    "No container instance has that much left: add instances to the cluster, lower what the task takes ('cpu' and 'memory' in 'run-task-container-overrides'), or run it on Fargate ('run-task-launch-type').",
  ],
  [/^AGENT/i, 'The agent of the container instances is not connected: look at the instances of the cluster.'],
  [
    /^(?:ATTRIBUTE|LOCATION|memberOf)/i,
    'No container instance has what the task definition asks for (attributes, placement constraints, zone): add one that has, or loosen it.',
  ],
  [
    /capacity is unavailable|no container instance/i,
    "There is no capacity at this time: run the job again later, or name other subnets ('run-task-subnets') or another capacity provider ('run-task-capacity-provider-strategy').",
  ],
  [/^(?:INACTIVE|MISSING)/i, 'The cluster or its container instance is gone: look at the cluster in the ECS console.'],
];

const OTHER = 'Repair what the reason names, and run the job again.';

export function placementFault(failures: readonly Failure[], on: string): Fault {
  const texts = [...new Set(failures.map(textOf))];
  const known = REPAIRS.find(([reason]) => failures.some((each) => reason.test(each.reason ?? '')));
  const why =
    texts.length === 0 ? 'ECS placed no task, and gives no reason.' : `ECS placed no task: ${texts.join('; ')}.`;
  return { tried: 'run the task before the deployment', on, why: plain(why), repair: known?.[1] ?? OTHER };
}

function textOf({ reason, detail }: Failure): string {
  const parts = [reason, detail].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? 'no reason given' : parts.join(', ');
}
