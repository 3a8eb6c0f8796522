/** What AWS, or the way to it, can do to each call. */
import { describe, expect, test } from '@jest/globals';
import { type CreateDeploymentInput } from '@aws-sdk/client-codedeploy';
import { createDeployment } from '../../sandbox/operations/codedeploy/CreateDeployment.ts';
import { anothersInput } from './another.ts';
import { type Fault, ELSEWHERE, errorsOf, LIMIT_MS, putImage, type Rig, warningsOf, withRig } from './rig.ts';

const ARN = 'arn:aws:[a-z]+:eu-west-1:123456789012:';

const denied: readonly (readonly [string, string, string])[] = [
  ['DescribeServices', 'ecs:DescribeServices', `${ARN}service/shop/web`],
  ['DescribeTaskDefinition', 'ecs:DescribeTaskDefinition', '\\*'],
  ['GetDeploymentGroup', 'codedeploy:GetDeploymentGroup', `${ARN}deploymentgroup:AppECS-shop-web/DgpECS-shop-web`],
  ['GetDeploymentConfig', 'codedeploy:GetDeploymentConfig', `${ARN}deploymentconfig:OurOwn`],
  ['DescribeRules', 'elasticloadbalancing:DescribeRules', '\\*'],
  ['DescribeTargetGroups', 'elasticloadbalancing:DescribeTargetGroups', '\\*'],
  ['DescribeImages', 'ecr:DescribeImages', `${ARN}repository/shop-web`],
];

function expectStatement(text: string, action: string, resource = '[^"]+'): void {
  expect(text).toMatch(new RegExp(`"Effect":"Allow","Action":"${action}","Resource":"${resource}"`));
}

describe('AccessDenied names the statement to add', () => {
  test.concurrent.each(denied)(
    '%s: before anything is written',
    (operation, action, resource) =>
      withRig({}, async (rig) => {
        await putImage(rig, 'v2');
        await rig.forget();
        await rig.fault({ operation, kind: 'denied' });
        const config = operation === 'GetDeploymentConfig' ? { 'codedeploy-deployment-config': 'OurOwn' } : {};
        const { exitCode, output } = await rig.run({ image: 'shop-web:v2', ...config });
        expect(exitCode).toBe(1);
        expectStatement(errorsOf(output), action, resource);
        expect(await rig.writes()).toEqual([]);
      }),
    LIMIT_MS,
  );

  test.concurrent.each([
    ['RegisterTaskDefinition', 'ecs:RegisterTaskDefinition', ['RegisterTaskDefinition']],
    ['CreateDeployment', 'codedeploy:CreateDeployment', ['RegisterTaskDefinition', 'CreateDeployment']],
  ])(
    '%s',
    (operation, action, writes) =>
      withRig({ faults: [{ operation, kind: 'denied' }] }, async (rig) => {
        const { exitCode, output } = await rig.run({ image: ELSEWHERE });
        expect(exitCode).toBe(1);
        expectStatement(errorsOf(output), action);
        expect(await rig.writes()).toEqual(writes);
        expect(deploymentsOf(rig)).toHaveLength(0);
      }),
    LIMIT_MS,
  );

  test.concurrent.each([
    ['GetDeployment', 'codedeploy:GetDeployment'],
    ['GetDeploymentTarget', 'codedeploy:GetDeploymentTarget'],
  ])(
    '%s, in the watch: red at the first poll, naming the deployment that goes on',
    (operation, action) =>
      withRig({ faults: [{ operation, kind: 'denied' }] }, async (rig) => {
        const { exitCode, output, outputs } = await rig.run({ image: ELSEWHERE }, { post: false });
        expect(exitCode).toBe(1);
        const id = outputs['codedeploy-deployment-id'] ?? 'no id';
        expect(errorsOf(output)).toContain(`Deployment ${id} goes on without being watched`);
        expectStatement(errorsOf(output), action);
        expect(await looksAt(rig, operation)).toBe(1);
      }),
    LIMIT_MS,
  );

  test.concurrent.each([
    ['ListTasks', 'ecs:ListTasks'],
    ['DescribeTasks', 'ecs:DescribeTasks'],
  ])(
    '%s, in the diagnosis: told, and the verdict stands',
    (operation, action) =>
      withRig({ settings: { installTimeoutMs: 20_000 }, faults: [{ operation, kind: 'denied' }] }, async (rig) => {
        const { exitCode, output, outputs } = await rig.run({ image: 'registry.example.com/crash:1' });
        expect({ exitCode, result: outputs['result'] }).toEqual({ exitCode: 1, result: 'rolled-back' });
        expectStatement(output, action);
      }),
    LIMIT_MS,
  );
});

describe('in the watch', () => {
  test.concurrent(
    'a token that expires: red at the first poll, naming the deployment that goes on; post says it too',
    () =>
      withRig({ faults: [{ operation: 'GetDeploymentTarget', kind: 'expired-token' }] }, async (rig) => {
        const { exitCode, output, outputs, postOutput } = await rig.run({ image: ELSEWHERE });
        expect(exitCode).toBe(1);
        const id = outputs['codedeploy-deployment-id'] ?? 'no id';
        expect(errorsOf(output)).toContain(`Deployment ${id} goes on without being watched`);
        expect(errorsOf(output)).toContain('role-duration-seconds');
        // One by the step, one by post.
        expect(await looksAt(rig, 'GetDeploymentTarget')).toBe(2);
        expect(warningsOf(postOutput)).toContain(id);
      }),
    LIMIT_MS,
  );

  test.concurrent.each(['throttle', 'server-error', 'reset', 'garbage'] as const)(
    '%s is ridden out',
    (kind) => {
      const faults: Fault[] = [
        { operation: 'GetDeployment', kind, times: 1 },
        // While it is throttled the step looks ever less often: once is enough.
        ...(kind === 'throttle' ? [] : [{ operation: 'GetDeploymentTarget', kind, times: 1, after: 1 }]),
      ];
      return withRig({ faults, stack: { terminationWaitMinutes: 1 } }, async (rig) => {
        const { exitCode, output, outputs } = await rig.run({
          image: ELSEWHERE,
          'max-retries': '0',
          'wait-for': 'completed',
        });
        expect({ exitCode, result: outputs['result'] }).toEqual({ exitCode: 0, result: 'succeeded' });
        expect(output).toMatch(/AWS did not answer \(.*\); the deployment goes on, next try in/);
        const hit = (await rig.callRecords()).filter(({ fault }) => fault === kind);
        expect(hit.length).toBeGreaterThan(0);
      });
    },
    LIMIT_MS,
  );
});

describe('in the reads', () => {
  test.concurrent.each(['throttle', 'server-error', 'reset'] as const)(
    '%s, once: repeated, and green in the end',
    (kind) =>
      withRig({ faults: [{ operation: 'DescribeServices', kind, times: 1 }] }, async (rig) => {
        const { exitCode } = await rig.run({ image: ELSEWHERE, 'wait-for': 'none' });
        expect(exitCode).toBe(0);
        expect(await looksAt(rig, 'DescribeServices')).toBe(2);
      }),
    LIMIT_MS,
  );

  test.concurrent.each([
    ['throttle', ['Could not read the service', 'Rate exceeded', 'max-retries']],
    ['server-error', ['Could not read the service', 'internal error', 'max-retries']],
    ['reset', ['Could not reach AWS', 'ecs:DescribeServices', 'Run the job again']],
    ['garbage', ['Could not read the service', 'JSON', 'Run the job again']],
  ] as const)(
    '%s, again and again: refused, with what helps',
    (kind, words) =>
      withRig({ faults: [{ operation: 'DescribeServices', kind }] }, async (rig) => {
        const { exitCode, output } = await rig.run({ image: ELSEWHERE, 'max-retries': '1' });
        expect(exitCode).toBe(1);
        for (const word of words) expect(errorsOf(output)).toContain(word);
        expect(await rig.writes()).toEqual([]);
      }),
    LIMIT_MS,
  );
});

describe('CreateDeployment', () => {
  test.concurrent(
    'answer lost: the deployment is found by its marker and AppSpec, and adopted',
    () =>
      withRig({ faults: [{ operation: 'CreateDeployment', kind: 'lost', times: 1 }] }, async (rig) => {
        const { exitCode, output, outputs } = await rig.run({ image: ELSEWHERE });
        expect({ exitCode, result: outputs['result'] }).toEqual({ exitCode: 0, result: 'succeeded' });
        expect(deploymentsOf(rig)).toEqual([outputs['codedeploy-deployment-id']]);
        expect(output).toContain("is this run's own: going on with it");
        expect(await looksAt(rig, 'CreateDeployment')).toBe(1);
      }),
    LIMIT_MS,
  );

  test.concurrent.each(['reset', 'server-error', 'throttle', 'garbage'] as const)(
    '%s before it was carried out: looked for, then started once',
    (kind) =>
      withRig({ faults: [{ operation: 'CreateDeployment', kind, times: 1 }] }, async (rig) => {
        const { exitCode, outputs } = await rig.run({ image: ELSEWHERE, 'wait-for': 'none' });
        expect(exitCode).toBe(0);
        expect(deploymentsOf(rig)).toEqual([outputs['codedeploy-deployment-id']]);
        expect(await looksAt(rig, 'CreateDeployment')).toBe(2);
        if (kind !== 'throttle') expect(await looksAt(rig, 'ListDeployments')).toBe(2);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'lost, and the look at the group denied: says that a deployment may be running, and how to find it',
    () => {
      const faults: Fault[] = [
        { operation: 'CreateDeployment', kind: 'lost' },
        { operation: 'ListDeployments', kind: 'denied' },
      ];
      return withRig({ faults }, async (rig) => {
        const { exitCode, output } = await rig.run({ image: ELSEWHERE });
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toContain('A deployment may be running');
        expect(errorsOf(output)).toContain('ecs-blue-green:octo-org/shop:7000000001.1:deploy');
        expectStatement(errorsOf(output), 'codedeploy:ListDeployments');
        expect(deploymentsOf(rig)).toHaveLength(1);
      });
    },
    LIMIT_MS,
  );

  test.concurrent(
    'another deployment came between the look and the start: with fail it is named, and left alone',
    () =>
      withRig({}, async (rig) => {
        await rig.settings({ createdMs: 1e9 });
        onRegister(rig, () => {
          const input: CreateDeploymentInput = anothersInput(rig, 'a colleague’s');
          void createDeployment.handle(input, rig.sandbox, {});
        });
        const { exitCode, output } = await rig.run({ image: ELSEWHERE, 'if-deployment-in-progress': 'fail' });
        expect(exitCode).toBe(1);
        const [id] = deploymentsOf(rig);
        expect(deploymentsOf(rig)).toHaveLength(1);
        expect(errorsOf(output)).toContain(`deployment ${id ?? 'no id'} (Created, `);
        expect(errorsOf(output)).toContain('a colleague’s');
        expect(errorsOf(output)).toContain(`aws deploy stop-deployment --deployment-id ${id ?? 'no id'}`);
      }),
    LIMIT_MS,
  );
});

/** Does something in the very moment when the step's revision is registered: after its reads, before its start. */
function onRegister({ sandbox }: Rig, work: () => void): void {
  const revisions = sandbox.world.ecs.taskDefinitions;
  const set = revisions.set.bind(revisions);
  revisions.set = (arn, definition) => {
    work();
    return set(arn, definition);
  };
}

async function looksAt(rig: Rig, operation: string): Promise<number> {
  return (await rig.calls()).filter((name) => name === operation).length;
}

function deploymentsOf({ sandbox }: Rig): readonly string[] {
  return [...sandbox.world.codedeploy.deployments.keys()];
}
