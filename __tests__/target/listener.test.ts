import { type Rule } from '@aws-sdk/client-elastic-load-balancing-v2';
import { describe, expect, test } from '@jest/globals';
import { listenerFaults } from '../../src/target/check-listener.ts';
import { routesOfListener, routesOfRules, takesTraffic, weightOf } from '../../src/target/listener.ts';
import { placeOf } from '../../src/target/place.ts';
import { BLUE, forward, GREEN, LISTENER, OTHER, REGION, RULE } from './fake-aws.ts';

type Weights = readonly (readonly [string, number | undefined])[];

function weighted(groups: Weights, rule?: string): Rule {
  const TargetGroups = groups.map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight }));
  return { ...forward(OTHER, rule), Actions: [{ Type: 'forward', ForwardConfig: { TargetGroups } }] };
}

describe('takesTraffic', () => {
  test.each<[string, readonly Rule[], boolean]>([
    ['a target group alone', [forward(BLUE)], true],
    [
      'weights, a sibling at 0',
      [
        weighted([
          [BLUE, 100],
          [GREEN, 0],
        ]),
      ],
      true,
    ],
    [
      'weights, it is the one at 0',
      [
        weighted([
          [BLUE, 0],
          [GREEN, 100],
        ]),
      ],
      false,
    ],
    ['a weight left out counts', [weighted([[BLUE, undefined]])], true],
    ['a rule, the default is another service’s', [forward(OTHER), forward(BLUE, RULE)], true],
    ['other services only', [forward(OTHER), forward(OTHER, RULE)], false],
    [
      'both forms in one action: the weights count',
      [
        {
          IsDefault: true,
          Actions: [
            {
              Type: 'forward',
              TargetGroupArn: BLUE,
              ForwardConfig: { TargetGroups: [{ TargetGroupArn: BLUE, Weight: 0 }] },
            },
          ],
        },
      ],
      false,
    ],
    [
      'behind a sign-in',
      [{ IsDefault: true, Actions: [{ Type: 'authenticate-oidc' }, { Type: 'forward', TargetGroupArn: BLUE }] }],
      true,
    ],
    ['a redirect', [{ IsDefault: true, Actions: [{ Type: 'redirect' }] }], false],
    ['no rules', [], false],
  ])('%s', (_, rules, takes) => {
    expect(takesTraffic(routesOfRules(rules), BLUE)).toBe(takes);
  });

  test('a Network Load Balancer’s listener has its default action only', () => {
    expect(takesTraffic(routesOfListener({ DefaultActions: [{ Type: 'forward', TargetGroupArn: BLUE }] }), BLUE)).toBe(
      true,
    );
    expect(takesTraffic(routesOfListener({}), BLUE)).toBe(false);
  });
});

test('weightOf is the highest weight of any action', () => {
  const routes = routesOfRules([
    weighted([
      [BLUE, 0],
      [GREEN, 1],
    ]),
    weighted([[BLUE, 50]], RULE),
  ]);
  expect([weightOf(routes, BLUE), weightOf(routes, GREEN), weightOf(routes, OTHER)]).toEqual([50, 1, 0]);
});

describe('the repair', () => {
  const pair = [{ TargetGroupArn: BLUE }, { TargetGroupArn: GREEN }];
  const repair = (...rules: readonly Rule[]): string | undefined =>
    listenerFaults(
      { arn: LISTENER, routes: routesOfRules(rules), entrance: null },
      BLUE,
      pair,
      placeOf(REGION, 'shop', 'web'),
    )[0]?.repair;

  test('nothing to repair', () => {
    expect(repair(forward(BLUE))).toBeUndefined();
  });

  test('mends the rule that names the group at weight 0', () => {
    expect(repair(forward(OTHER), weighted([[BLUE, 0]], RULE))).toContain(`aws elbv2 modify-rule --rule-arn ${RULE}`);
  });

  test('keeps a sign-in', () => {
    const actions = [{ Type: 'authenticate-cognito' as const }, { Type: 'forward' as const, TargetGroupArn: GREEN }];
    expect(repair({ IsDefault: true, Actions: actions })).toContain(
      'Its other actions (authenticate-cognito) must be given too',
    );
  });
});
