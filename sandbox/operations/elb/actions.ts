/** Actions, between the API's form and the world's. */
import { type Action as ActionInfo } from '@aws-sdk/client-elastic-load-balancing-v2';

import { AwsError } from '../../operation.ts';
import { type Action } from '../../world/elb.ts';
import { type World } from '../../world/world.ts';
import { findTargetGroup } from './lookup.ts';

const texts = (config: object): Record<string, string> =>
  Object.fromEntries(Object.entries(config).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

/** ELBv2 API: with a TargetGroupArn and a ForwardConfig both, there may be one group only and it must be the same. */
function forward(world: World, input: ActionInfo): NonNullable<Action['ForwardConfig']> {
  const listed = input.ForwardConfig?.TargetGroups ?? [];
  const members = listed.length > 0 ? listed : [{ TargetGroupArn: input.TargetGroupArn, Weight: 1 }];
  const conflict = input.TargetGroupArn !== undefined && members.some((m) => m.TargetGroupArn !== input.TargetGroupArn);
  if (conflict) throw new AwsError('ValidationError', 'TargetGroupArn and ForwardConfig name different target groups');
  return {
    TargetGroups: members.map(({ TargetGroupArn, Weight = 1 }) => {
      if (Weight < 0 || Weight > 999) throw new AwsError('ValidationError', 'A weight must be 0 to 999');
      return { TargetGroupArn: findTargetGroup(world, TargetGroupArn).arn, Weight };
    }),
  };
}

/** ELBv2 API: RedirectActionConfig. */
function readRedirect({ RedirectConfig: config }: ActionInfo): Record<string, string> {
  const code: string | undefined = config?.StatusCode;
  if (code !== 'HTTP_301' && code !== 'HTTP_302') {
    throw new AwsError('ValidationError', `A redirect must have the status code HTTP_301 or HTTP_302, not '${code}'`);
  }
  const fields = texts(config ?? {});
  const odd = Object.entries(fields).find(([, value]) => !/^[\x21-\x7e]*$/.test(value));
  if (odd) throw new AwsError('ValidationError', `The ${odd[0]} of a redirect may not hold ${JSON.stringify(odd[1])}`);
  return fields;
}

const contentTypes = ['text/plain', 'text/css', 'text/html', 'application/javascript', 'application/json'];

/** ELBv2 API: FixedResponseActionConfig. */
function readFixedResponse({ FixedResponseConfig: config }: ActionInfo): Record<string, string> {
  const { StatusCode: code = '', ContentType: type = 'text/plain', MessageBody: body = '' } = config ?? {};
  if (!/^[245]\d\d$/.test(code)) {
    throw new AwsError('ValidationError', `A fixed response must have a status code 2XX, 4XX or 5XX, not '${code}'`);
  }
  if (!contentTypes.includes(type)) {
    const allowed = contentTypes.join(', ');
    throw new AwsError('ValidationError', `A fixed response's content type must be one of ${allowed}, not '${type}'`);
  }
  if (body.length > 1024) throw new AwsError('ValidationError', "A fixed response's body may have 1024 characters");
  return texts(config ?? {});
}

function readAction(world: World, input: ActionInfo): Action {
  const order = input.Order === undefined ? {} : { Order: input.Order };
  switch (input.Type) {
    case 'forward':
      return { Type: 'forward', ...order, ForwardConfig: forward(world, input) };
    case 'redirect':
      return { Type: 'redirect', ...order, RedirectConfig: readRedirect(input) };
    case 'fixed-response':
      return { Type: 'fixed-response', ...order, FixedResponseConfig: readFixedResponse(input) };
    case 'authenticate-cognito':
    case 'authenticate-oidc':
    case 'jwt-validation':
    case undefined:
      throw new AwsError(
        'InvalidLoadBalancerAction',
        `The sandbox has forward, redirect and fixed-response actions, not ${JSON.stringify(input.Type ?? null)}`,
      );
  }
}

/** Throws TargetGroupNotFound, InvalidLoadBalancerAction, ValidationError. */
export function readActions(world: World, input: readonly ActionInfo[] | undefined): Action[] {
  if (!input?.length) throw new AwsError('ValidationError', 'At least one action must be specified');
  return input.map((action) => readAction(world, action));
}

const groupsOf = (actions: readonly Action[]): string[] =>
  actions.flatMap((action) => action.ForwardConfig?.TargetGroups ?? []).map((member) => member.TargetGroupArn);

/** The load balancers whose listeners and rules name the group: at most one. */
export function loadBalancersOf(world: World, targetGroupArn: string): string[] {
  const rules = [...world.elb.rules.values()];
  const found = [...world.elb.listeners.values()]
    .filter((listener) => {
      const own = rules.filter((rule) => rule.listenerArn === listener.arn);
      return [listener, ...own].some(({ actions }) => groupsOf(actions).includes(targetGroupArn));
    })
    .map((listener) => listener.loadBalancerArn);
  return [...new Set(found)];
}

/** ELBv2 API: TargetGroupAssociationLimit, a group belongs to at most one load balancer. */
export function checkAssociation(world: World, actions: readonly Action[], loadBalancerArn: string): void {
  for (const group of groupsOf(actions)) {
    if (loadBalancersOf(world, group).every((arn) => arn === loadBalancerArn)) continue;
    throw new AwsError(
      'TargetGroupAssociationLimit',
      `The following target groups cannot be associated with more than one load balancer: ${group}`,
    );
  }
}

export function actionInfo(action: Action): ActionInfo {
  const members = action.ForwardConfig?.TargetGroups ?? [];
  const [only, ...others] = members;
  return {
    Type: action.Type,
    ...(action.Order !== undefined && { Order: action.Order }),
    ...(only && others.length === 0 && { TargetGroupArn: only.TargetGroupArn }),
    ...(action.ForwardConfig && {
      ForwardConfig: { TargetGroups: [...members], TargetGroupStickinessConfig: { Enabled: false } },
    }),
    ...(action.FixedResponseConfig && { FixedResponseConfig: { StatusCode: '503', ...action.FixedResponseConfig } }),
    ...(action.RedirectConfig && { RedirectConfig: { ...action.RedirectConfig, StatusCode: redirectCode(action) } }),
  };
}

const redirectCode = (action: Action) =>
  action.RedirectConfig?.['StatusCode'] === 'HTTP_302' ? 'HTTP_302' : 'HTTP_301';
