/** What a deployment in progress, and what is live, make of a plan. */
import { describe, expect, test } from '@jest/globals';
import { preflight } from '../../src/target/preflight.ts';
import { readTarget } from '../../src/target/read.ts';
import {
  container,
  definition,
  failure,
  fakeAws,
  forward,
  GREEN,
  group,
  inputs,
  LIVE,
  primarySet,
  recorder,
  service,
  world,
  type World,
} from './fake-aws.ts';
import { judge, refusalsOf } from './judge.ts';

const MADE = { status: 'Succeeded', applicationName: 'shop-app', deploymentGroupName: 'web-group' } as const;

describe('a deployment in progress', () => {
  const running = { lastAttemptedDeployment: { deploymentId: 'd-RUNNING01', status: 'InProgress' as const } };
  const shifted = world({
    groups: { 'shop-app/web-group': group(running) },
    deployments: { ...world().deployments, 'd-RUNNING01': { status: 'InProgress' } },
    rules: [forward(GREEN)],
    service: service({ taskSets: [primarySet(), primarySet({ id: 'ecs-svc/2', status: 'ACTIVE' })] }),
  });

  test.each(['wait', 'finish', 'replace'] as const)(
    'is no refusal with %s, nor is what its shift has done to listener and task sets',
    async (ifInProgress) => {
      const { warnings } = await judge(shifted, inputs({ ifInProgress }));
      expect(warnings).toEqual([]);
    },
  );

  test('is the one refusal with fail', async () => {
    const refusals = await refusalsOf(shifted, inputs({ ifInProgress: 'fail' }));
    expect(refusals.map(({ tried }) => tried)).toEqual(['start a deployment']);
  });

  test('hides nothing else that speaks against it', async () => {
    const of = { ...shifted, definitions: { [LIVE]: definition([container('app')]) } };
    const refusals = await refusalsOf(of, inputs({ ifInProgress: 'wait' }));
    expect(refusals.map(({ tried }) => tried)).toEqual(['put the load balancer in front of the new tasks']);
  });
});

describe('what is live came from a later run', () => {
  const marked = (description: string): World => world({ deployments: { 'd-MADEPRIM1': { ...MADE, description } } });
  const later = marked('ecs-blue-green:octo/shop:100.1:deploy web:11 → web:12 by octocat');
  const marker = 'ecs-blue-green:octo/shop:90.1:deploy';
  const readFile = (): Promise<null> => Promise.resolve(null);
  const facts = (of: World): ReturnType<typeof readTarget> =>
    readTarget(inputs(), { aws: fakeAws(of).aws, readFile, workspace: '/' }, recorder().log);

  test('is refused, together with all else', async () => {
    const read = await facts({ ...later, rules: [forward(GREEN)] });
    expect(() => preflight(inputs(), read, [], marker)).toThrow(
      /behind its listener.*what is live is newer: web:12 of/s,
    );
  });

  test('is warned of where it is allowed', async () => {
    const { warnings } = preflight(inputs({ allowOlder: true }), await facts(later), [], marker);
    expect(warnings).toEqual([expect.stringContaining('goes back: production runs web:12 of deployment d-MADEPRIM1')]);
  });

  test('is no judgement where it cannot be read', async () => {
    const gone = {
      ...later,
      deployments: { 'd-MADEPRIM1': failure('codedeploy', 'GetDeployment', 'd-MADEPRIM1', 'AccessDeniedException') },
    };
    const given = { application: 'shop-app', group: 'web-group' };
    const readFacts = await readTarget(
      inputs({ codedeploy: given }),
      { aws: fakeAws(gone).aws, readFile, workspace: '/' },
      recorder().log,
    );
    expect(preflight(inputs({ codedeploy: given }), readFacts, [], marker).previous).toBe(LIVE);
  });
});
