import { revisionName } from '../task-definition/load.ts';
import { targetGroupName } from './place.ts';
import { type DeploymentConfig, type Target } from './target.ts';

const MINUTE = 60_000;

/** What is there now, in lines for the log. Free of account ids, which the runner would blank. */
export function describeTarget(target: Target): readonly string[] {
  const { group, primary, service } = target;
  const inGroup = targetGroupName(primary.loadBalancers?.[0]?.targetGroupArn ?? '');
  const weights = target.listener.weights.map(({ targetGroup, weight }) => `${targetGroup} ${weight}`).join(', ');
  return [
    `Service: ${target.cluster}/${service.serviceName ?? ''}, ${service.runningCount ?? 0} tasks running, ${service.desiredCount ?? 0} desired`,
    `Runs now: ${revisionName(target.live.arn)}, behind target group ${inGroup}`,
    `Deployment group: ${group.application} / ${group.name} (found by ${group.foundBy})`,
    `Shift: ${group.config.name}, ${schedule(group.config)}`,
    `Weights on the production listener: ${weights}`,
  ];
}

/** `all at once`; `10 %, 100 % after 5 min`; `10 % every 3 min, all after 27 min`. */
export function schedule({ steps, shiftMs }: Pick<DeploymentConfig, 'steps' | 'shiftMs'>): string {
  const [first, second] = steps;
  if (first === undefined || second === undefined) return 'all at once';
  const minutes = (ms: number): string => `${ms / MINUTE} min`;
  if (steps.length === 2) return `${first.percent} %, ${second.percent} % after ${minutes(second.atMs)}`;
  return `${first.percent} % every ${minutes(second.atMs)}, all after ${minutes(shiftMs)}`;
}
