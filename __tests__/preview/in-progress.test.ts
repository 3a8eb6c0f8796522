import { type DeploymentInfo, type ECSTarget } from '@aws-sdk/client-codedeploy';
import { describe, expect, test } from '@jest/globals';
import { type InProgressPolicy } from '../../src/inputs/types.ts';
import { type Aws } from '../../src/ports/aws/aws.ts';
import { readInProgress } from '../../src/preview/in-progress.ts';
import { known } from '../../src/target/fact.ts';
import { judge } from '../../src/target/preflight.ts';
import { readTarget } from '../../src/target/read.ts';
import { recordedRun } from '../recorded.ts';
import { fakeAws, group, inputs, world } from '../target/fake-aws.ts';

const MARKER = 'ecs-blue-green:octo-org/shop:7000000001.1:deploy';
const OTHERS = 'ecs-blue-green:octo-org/shop:6000000001.2:release web:1 → web:2 commit 0123456 by octocat';

const info = (more: Partial<DeploymentInfo> = {}): DeploymentInfo => ({
  deploymentId: 'd-OTHER1234',
  applicationName: 'shop-app',
  deploymentGroupName: 'web-group',
  status: 'InProgress',
  createTime: new Date('2026-11-24T10:00:00Z'),
  description: OTHERS,
  creator: 'user',
  ...more,
});

const event = (lifecycleEventName: string, status: 'Succeeded' | 'InProgress') => ({ lifecycleEventName, status });
const SHIFTING: ECSTarget = { status: 'InProgress', lifecycleEvents: [event('AllowTraffic', 'InProgress')] };
const SHIFTED: ECSTarget = {
  status: 'Succeeded',
  taskSetsInfo: [{ identifer: 'ecs-svc/2', taskSetLabel: 'Green', trafficWeight: 100 }],
  lifecycleEvents: [event('AllowTraffic', 'Succeeded'), event('AfterAllowTraffic', 'Succeeded')],
};

interface Case {
  readonly policy?: InProgressPolicy;
  readonly running?: DeploymentInfo;
  readonly target?: ECSTarget | Error;
  readonly others?: boolean;
}

async function told({ policy = 'wait', running = info(), target = SHIFTING, others = false }: Case) {
  const of = others ? { groups: { 'shop-app/web-group': group({ ecsServices: [] }) } } : {};
  const { aws } = fakeAws(world(of));
  const codedeploy: Aws['codedeploy'] = {
    ...aws.codedeploy,
    getDeployment: () => Promise.resolve(running),
    getEcsTarget: () => (target instanceof Error ? Promise.reject(target) : Promise.resolve(target)),
  };
  const asked = inputs({
    ifInProgress: policy,
    codedeploy: { application: 'shop-app', group: 'web-group' },
  });
  const run = recordedRun();
  const ports = { aws, readFile: () => Promise.resolve(null), workspace: '/workspace' };
  const facts = { ...(await readTarget(asked, ports, run.log)), running: known(running) };
  const { target: there } = judge(asked, facts, [], MARKER).known;
  const clock = { now: () => 0, sleep: () => Promise.resolve() };
  const within = { inputs: asked, facts, target: there, marker: MARKER };
  return readInProgress(within, { ...aws, codedeploy }, { ...run, clock });
}

const then = async (of: Case): Promise<string> => (await told(of))?.then ?? '';

describe('what would be done about a deployment in progress', () => {
  test.each<[InProgressPolicy, string, ECSTarget, string]>([
    ['wait', 'shifting', SHIFTING, 'Waiting until it has ended'],
    ['wait', 'shifted', SHIFTED, 'Waiting until it has ended'],
    ['finish', 'shifting', SHIFTING, 'Waiting until production is wholly on its new tasks; then its wait is ended'],
    ['finish', 'shifted', SHIFTED, 'Ending its wait'],
    ['replace', 'shifting', SHIFTING, 'Stopping it with rollback'],
    ['replace', 'shifted', SHIFTED, 'Ending its wait'],
    ['fail', 'shifting', SHIFTING, 'would fail'],
  ])('%s, %s', async (policy, _, target, says) => {
    expect(await then({ policy, target })).toContain(says);
  });

  test.each<InProgressPolicy>(['wait', 'finish', 'replace'])('a rollback is waited for: %s', async (policy) => {
    const found = await told({ policy, running: info({ creator: 'codeDeployRollback' }), target: SHIFTED });
    expect(found?.owner).toBe('a rollback that CodeDeploy started');
    expect(found?.then).toContain('Waiting until it has ended');
  });

  test('one of an earlier attempt is gone on with', async () => {
    const running = info({ description: `${MARKER.replace('.1:', '.3:')} web:1 → web:2` });
    expect(await then({ policy: 'fail', running })).toContain('would be gone on with');
  });

  test('one that cannot be looked at is told with what is not known', async () => {
    expect(await then({ policy: 'replace', target: new Error('denied') })).toMatch(/^How far it has come is not known/);
  });

  test('one in another service’s group is not this step’s business', async () => {
    expect(await told({ others: true })).toBeNull();
  });
});

test('whose it is', async () => {
  expect(await told({})).toMatchObject({
    id: 'd-OTHER1234',
    status: 'InProgress',
    since: '2026-11-24T10:00:00.000Z',
    owner: 'started by run 6000000001, attempt 2, job release of octo-org/shop, by octocat',
    description: OTHERS,
  });
  expect(await told({ running: info({ description: 'by\n::error::hand' }) })).toMatchObject({
    description: 'by ::error::hand',
  });
});
