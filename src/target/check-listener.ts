import { type TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2';
import { type Fault } from '../errors.ts';
import { awsCommand } from './command.ts';
import { takesTraffic, type ListenerRoutes, type Route } from './listener.ts';
import { targetGroupName, type Place } from './place.ts';

/**
 * Some action of the production listener must give the PRIMARY task set's target group traffic, else CodeDeploy ends
 * the deployment with "Primary taskset target group must be behind listener". Siblings at weight 0 and other
 * services' rules are normal. `primary`: ARN of that target group; `pair`: what DescribeTargetGroups knows of both.
 */
export function listenerFaults(
  listener: ListenerRoutes,
  primary: string,
  pair: readonly TargetGroup[],
  place: Place,
): readonly Fault[] {
  if (takesTraffic(listener.routes, primary)) return [];
  const sibling = pair.map(({ TargetGroupArn }) => TargetGroupArn ?? '').find((arn) => arn !== '' && arn !== primary);
  const wrong = sibling === undefined ? undefined : listener.routes.find(({ weights }) => weights.has(sibling));
  const route = wrong ?? listener.routes.find(({ weights }) => weights.has(primary));
  const instead =
    wrong === undefined || sibling === undefined
      ? 'no action of it gives that group any traffic'
      : `${wrong.rule === null ? 'its default action' : `rule ${wrong.rule}`} forwards to ${targetGroupName(sibling)}`;
  return [
    {
      tried: 'find production behind its listener',
      on: listener.arn,
      why: `the PRIMARY task set is in target group ${targetGroupName(primary)}, but ${instead}; CodeDeploy refuses to deploy like that ("Primary taskset target group must be behind listener")`,
      repair: repairOf(listener.arn, route, primary, place),
    },
  ];
}

function repairOf(listener: string, route: Route | undefined, primary: string, place: Place): string {
  const action = `Type=forward,TargetGroupArn=${primary}`;
  const command =
    route === undefined || route.rule === null
      ? awsCommand(place, 'elbv2', 'modify-listener', '--listener-arn', listener, '--default-actions', action)
      : awsCommand(place, 'elbv2', 'modify-rule', '--rule-arn', route.rule, '--actions', action);
  const before = route?.before ?? [];
  const keep =
    before.length === 0 ? '' : ` Its other actions (${before.join(', ')}) must be given too, or they are lost.`;
  return `Point it back at what CodeDeploy holds for production (traffic moves at once; see first that the group's targets are healthy): ${command}${keep}`;
}
