import { describe, expect, test } from '@jest/globals';
import { type TaskSet } from '@aws-sdk/client-ecs';
import { type Plan } from '../src/plan.ts';
import { type Revision } from '../src/task-definition/definition.ts';
import { nothingToDo } from '../src/unchanged.ts';
import { recordedRun } from './recorded.ts';
import { BLUE, container, definition, GREEN, inputs, LIVE, primarySet, service, world } from './target/fake-aws.ts';
import { judge } from './target/judge.ts';

const DIGEST = `registry/app@sha256:${'a'.repeat(64)}`;
const byDigest = definition([container('app', 8080, DIGEST)]);
const running: Revision = { arn: LIVE, name: 'web:12', kind: 'reused' };

interface Case {
  readonly primary?: Partial<TaskSet>;
  readonly definition?: typeof byDigest;
  readonly revision?: Revision;
  readonly force?: boolean;
  readonly change?: (plan: Plan) => Plan;
}

async function decided(of: Case): Promise<{ nothing: boolean; said: string }> {
  const primary = primarySet({ stabilityStatus: 'STEADY_STATE', ...of.primary });
  const body = of.definition ?? byDigest;
  const asked = inputs({ forceNewDeployment: of.force ?? false });
  const plan = await judge(world({ service: service({ taskSets: [primary] }), definitions: { [LIVE]: body } }), asked);
  const { log, of: told } = recordedRun();
  const nothing = nothingToDo(asked, (of.change ?? ((same) => same))(plan), of.revision ?? running, body, log);
  return { nothing, said: told('info').join('\n') };
}

const appspec = (plan: Plan, service: Partial<Plan['appspec']['service']>): Plan => ({
  ...plan,
  appspec: { kind: 'live', service: { ...plan.appspec.service, ...service } },
});

const weights = (plan: Plan, pairs: readonly (readonly [string, number])[]): Plan => {
  const shares = pairs.map(([targetGroup, weight]) => ({ targetGroup, weight }));
  return { ...plan, target: { ...plan.target, listener: { ...plan.target.listener, weights: shares } } };
};

test('what runs is what was asked for: nothing to do, with the word about secrets', async () => {
  expect(await decided({})).toEqual({
    nothing: true,
    said: expect.stringMatching(/^web:12 runs already.*nothing to deploy.*force-new-deployment: true\.$/),
  });
});

describe('the same revision is deployed again, with the reason', () => {
  test.each<[string, Case, RegExp]>([
    ['force-new-deployment', { force: true }, /because force-new-deployment is set\.$/],
    [
      'an image by tag',
      { definition: definition([container('app', 8080, 'shop/app:1')]) },
      /shop\/app:1 is named by a tag/,
    ],
    [
      'a sidecar’s image by tag',
      { definition: definition([container('app', 8080, DIGEST), container('log', undefined, 'fluent-bit:stable')]) },
      /because fluent-bit:stable is named by a tag/,
    ],
    ['tasks that are not steady', { primary: { stabilityStatus: 'STABILIZING' } }, /are not steady\.$/],
    ['stability that AWS does not tell', { primary: { stabilityStatus: undefined } }, /are not steady\.$/],
    [
      'traffic on both target groups',
      {
        change: (plan) =>
          weights(plan, [
            ['web-blue', 90],
            ['web-green', 10],
          ]),
      },
      /does not have all the traffic\.$/,
    ],
    [
      'hooks',
      { change: (plan) => appspec(plan, { hooks: [{ event: 'BeforeInstall', function: 'check' }] as never }) },
      /hooks, or another network/,
    ],
    ['another port', { change: (plan) => appspec(plan, { containerPort: 9090 }) }, /another network/],
    ['a pinned platform', { change: (plan) => appspec(plan, { platformVersion: '1.3.0' }) }, /platform version/],
  ])('%s', async (_, of, why) => {
    const { nothing, said } = await decided(of);
    expect(nothing).toBe(false);
    expect(said).toMatch(/^web:12 runs already; it is deployed again, because /);
    expect(said).toMatch(why);
  });
});

test('a sibling at weight 0 does not share the traffic', async () => {
  const change = (plan: Plan): Plan =>
    weights(plan, [
      ['web-blue', 100],
      ['web-green', 0],
    ]);
  expect((await decided({ change })).nothing).toBe(true);
});

test('another revision is deployed, without a word', async () => {
  const revision: Revision = { arn: LIVE.replace(/12$/, '13'), name: 'web:13', kind: 'registered' };
  expect(await decided({ revision, force: true })).toEqual({ nothing: false, said: '' });
});

test('the target groups of these cases are the pair’s', () => {
  expect([BLUE, GREEN].map((arn) => arn.split('/')[1])).toEqual(['web-blue', 'web-green']);
});
