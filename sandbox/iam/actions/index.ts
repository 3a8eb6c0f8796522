import { type ServiceName } from '../../protocol/services.ts';
import { autoscalingActions } from './autoscaling.ts';
import { cloudformationActions } from './cloudformation.ts';
import { cloudwatchActions } from './cloudwatch.ts';
import { codedeployActions } from './codedeploy.ts';
import { ecrActions } from './ecr.ts';
import { ecsActions } from './ecs.ts';
import { elbActions } from './elb.ts';
import { logsActions } from './logs.ts';
import { type Asked, nothing, type Rules, type Where } from './rule.ts';
import { stsActions } from './sts.ts';

export const actions: Readonly<Record<ServiceName, Rules>> = {
  autoscaling: autoscalingActions,
  cloudformation: cloudformationActions,
  cloudwatch: cloudwatchActions,
  codedeploy: codedeployActions,
  ecr: ecrActions,
  ecs: ecsActions,
  elb: elbActions,
  logs: logsActions,
  sts: stsActions,
};

interface Named {
  readonly service: { readonly name: ServiceName; readonly iamPrefix: string };
  readonly operation: string;
}

/**
 * Everything that must be allowed for the operation. One without an entry asks for its action on `*`; so does a call that
 * names none of its resources, which may well be about all of them.
 */
export function asked({ service, operation }: Named, input: unknown, where: Where): readonly Asked[] {
  const rules = actions[service.name];
  const action = `${service.iamPrefix}:${operation}`;
  const rule = Object.hasOwn(rules, operation) ? rules[operation] : undefined;
  const targets = rule?.targets(input, where) ?? [];
  const asksAll = targets.length === 0 && rule !== nothing;
  return (asksAll ? [{ resource: '*' }] : targets).map((target) => ({ action, ...target }));
}
