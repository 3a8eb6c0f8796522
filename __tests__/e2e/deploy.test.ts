/** The way that a deployment takes when all goes well. */
import { describe, expect, test } from '@jest/globals';
import {
  ContinueDeploymentCommand,
  GetDeploymentCommand,
  waitUntilDeploymentSuccessful,
} from '@aws-sdk/client-codedeploy';
import { DIGEST_ELSEWHERE, ELSEWHERE, LIMIT_MS, putImage, type Rig, warningsOf, withRig } from './rig.ts';

const ACCOUNT = '123456789012';
const ECR = `${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com/shop-web`;

async function ended({ clients }: Rig, deploymentId: string | undefined): Promise<void> {
  await waitUntilDeploymentSuccessful(
    { client: clients.codedeploy, maxWaitTime: 60, minDelay: 1, maxDelay: 1 },
    { deploymentId: deploymentId ?? '' },
  );
}

async function statusOf({ clients }: Rig, deploymentId: string | undefined): Promise<string | undefined> {
  const answer = await clients.codedeploy.send(new GetDeploymentCommand({ deploymentId: deploymentId ?? '' }));
  return answer.deploymentInfo?.status;
}

describe('three inputs', () => {
  test.concurrent(
    'image, cluster and service take an image to production, with every output set',
    () =>
      withRig({}, async (rig) => {
        const digest = await putImage(rig, 'v2');
        await rig.forget();
        const result = await rig.run({ image: 'shop-web:v2' });
        const { outputs } = result;
        expect([result.exitCode, result.postExitCode]).toEqual([0, 0]);
        expect(outputs).toMatchObject({
          result: 'succeeded',
          'task-definition-arn': `arn:aws:ecs:eu-west-1:${ACCOUNT}:task-definition/web:2`,
          'task-definition': 'web:2',
          'previous-task-definition-arn': `arn:aws:ecs:eu-west-1:${ACCOUNT}:task-definition/web:1`,
          'previous-task-definition': 'web:1',
          'codedeploy-deployment-id': expect.stringMatching(/^d-[A-Z0-9]{9}$/),
          image: `${ECR}@${digest}`,
          'image-tag': 'v2',
          'image-digest': digest,
          'console-url': expect.stringContaining(outputs['codedeploy-deployment-id'] ?? 'no id'),
        });
        const appspec = JSON.parse(outputs['appspec'] ?? '') as { Resources: [Record<string, unknown>] };
        expect(JSON.stringify(appspec.Resources[0])).toContain('task-definition/web:2');
        const { image, revision } = await rig.live();
        expect({ image, revision }).toEqual({ image: `${ECR}@${digest}`, revision: 'web:2' });
        expect(result.summary).toContain('Deployed');
        expect(result.summary).toContain('web:1 → web:2');
        expect(result.postOutput).toBe('');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'once the reads are done, two calls lead to a running deployment',
    () =>
      withRig({}, async (rig) => {
        await putImage(rig, 'v2');
        await rig.forget();
        await rig.run({ image: 'shop-web:v2', 'wait-for': 'none' });
        const calls = await rig.calls();
        expect(calls.slice(-2)).toEqual(['RegisterTaskDefinition', 'CreateDeployment']);
        expect(await rig.writes()).toEqual(['RegisterTaskDefinition', 'CreateDeployment']);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'blue and green swap with each deployment, and account-free outputs are taken back as inputs',
    () =>
      withRig({ stack: { terminationWaitMinutes: 0 } }, async (rig) => {
        const digest = await putImage(rig, 'v2');
        const first = await rig.live();
        const one = await rig.run({ image: `shop-web@${digest}`, 'wait-for': 'completed' });
        expect(one.outputs).toMatchObject({ result: 'succeeded', 'task-definition': 'web:2', 'image-digest': digest });
        const second = await rig.live();
        expect(second.targetGroup).not.toBe(first.targetGroup);
        expect(second.traffic[second.targetGroup]).toBe(100);
        const two = await rig.run({ 'task-definition': 'web:1', 'wait-for': 'completed' });
        expect(two.outputs).toMatchObject({ result: 'succeeded', 'task-definition': 'web:1' });
        const third = await rig.live();
        expect(third).toMatchObject({ targetGroup: first.targetGroup, revision: 'web:1' });
        expect(third.traffic[first.targetGroup]).toBe(100);
        const registered = (await rig.writes()).filter((name) => name === 'RegisterTaskDefinition');
        expect(registered).toHaveLength(1);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'the description names the run, the way, commit and actor before the user’s own text',
    () =>
      withRig({}, async (rig) => {
        const { outputs } = await rig.run({
          image: ELSEWHERE,
          'wait-for': 'none',
          'codedeploy-deployment-description': 'Spring release '.repeat(40),
        });
        const deploymentId = outputs['codedeploy-deployment-id'] ?? '';
        const answer = await rig.clients.codedeploy.send(new GetDeploymentCommand({ deploymentId }));
        const description = answer.deploymentInfo?.description ?? '';
        expect(description).toMatch(
          /^ecs-blue-green:octo-org\/shop:7000000001\.1:deploy web:1 → web:2 commit 0123456 by octocat Spring release/,
        );
        expect(description.length).toBeLessThanOrEqual(256);
      }),
    LIMIT_MS,
  );
});

describe('wait-for', () => {
  test.concurrent(
    'none: ends when the deployment is started, and does not look at it',
    () =>
      withRig({}, async (rig) => {
        const { exitCode, outputs } = await rig.run({ image: ELSEWHERE, 'wait-for': 'none' });
        expect({ exitCode, result: outputs['result'] }).toEqual({ exitCode: 0, result: 'started' });
        expect(await rig.calls()).not.toContain('GetDeploymentTarget');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'test-ready: ends while the group waits for a word',
    () =>
      withRig({ stack: { readyWaitMinutes: 2880 } }, async (rig) => {
        const { exitCode, outputs } = await rig.run({ image: ELSEWHERE, 'wait-for': 'test-ready' });
        expect({ exitCode, result: outputs['result'] }).toEqual({ exitCode: 0, result: 'started' });
        expect(await statusOf(rig, outputs['codedeploy-deployment-id'])).toBe('Ready');
        expect((await rig.live()).revision).toBe('web:1');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'traffic-shifted: ends while blue stays, and says that an alarm until then still rolls back',
    () =>
      withRig({ stack: { terminationWaitMinutes: 2880 } }, async (rig) => {
        const { exitCode, outputs, output } = await rig.run({ image: ELSEWHERE });
        expect({ exitCode, result: outputs['result'] }).toEqual({ exitCode: 0, result: 'succeeded' });
        expect(output).toContain('the original task set stays for 48 h, and until then an alarm still rolls back');
        expect(await statusOf(rig, outputs['codedeploy-deployment-id'])).toBe('InProgress');
        expect((await rig.live()).revision).toBe('web:2');
      }),
    LIMIT_MS,
  );

  test.concurrent.each([
    ['wait-for', 'completed'],
    ['wait-for-service-stability', 'true'],
  ])(
    '%s: %s ends when the original tasks are gone',
    (input, value) =>
      withRig({ stack: { terminationWaitMinutes: 1 } }, async (rig) => {
        const { exitCode, outputs } = await rig.run({ image: ELSEWHERE, [input]: value });
        expect({ exitCode, result: outputs['result'] }).toEqual({ exitCode: 0, result: 'succeeded' });
        expect(await statusOf(rig, outputs['codedeploy-deployment-id'])).toBe('Succeeded');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'one line for each change: status, stage, task counts, weights, time since start',
    () =>
      withRig(
        {
          speed: 60,
          stack: { deploymentConfig: 'CodeDeployDefault.ECSCanary10Percent5Minutes', readyWaitMinutes: 60 },
        },
        async (rig) => {
          const going = /d-[A-Z0-9]{9}/;
          let told = '';
          let continued: Promise<unknown> | null = null;
          const { output, exitCode } = await rig.run(
            { image: ELSEWHERE },
            {
              onOutput: (text) => {
                told += text;
                const deploymentId = going.exec(told)?.[0];
                if (continued !== null || deploymentId === undefined || !told.includes('deployment Ready')) return;
                const deploymentWaitType = 'READY_WAIT';
                continued = rig.clients.codedeploy.send(
                  new ContinueDeploymentCommand({ deploymentId, deploymentWaitType }),
                );
              },
            },
          );
          expect(exitCode).toBe(0);
          expect(warningsOf(output)).toContain('ContinueDeployment');
          expect(output).toMatch(/^\d\d:\d\d {2}deployment Ready$/m);
          expect(output).toMatch(/^\d\d:\d\d {2}Install \(.*\): done/m);
          expect(output).toMatch(/^\d\d:\d\d {2}green tasks 2 running, 0 pending, 2 desired$/m);
          expect(output).toMatch(/^\d\d:\d\d {2}traffic blue 90 % \/ green 10 %$/m);
          expect(output).toMatch(/^\d\d:\d\d {2}traffic blue 0 % \/ green 100 %$/m);
        },
      ),
    LIMIT_MS,
  );
});

describe('nothing to do', () => {
  const digested = { stack: { image: DIGEST_ELSEWHERE } };

  test.concurrent(
    'the same definition by digest: nothing is registered or deployed, and the message names the way out',
    () =>
      withRig(digested, async (rig) => {
        const { exitCode, output, outputs } = await rig.run();
        expect({ exitCode, result: outputs['result'] }).toEqual({ exitCode: 0, result: 'succeeded' });
        expect(outputs).toMatchObject({ 'task-definition': 'web:1' });
        expect(outputs).not.toHaveProperty('codedeploy-deployment-id');
        expect(output).toContain('set force-new-deployment: true');
        expect(await rig.writes()).toEqual([]);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'force-new-deployment deploys the same revision again',
    () =>
      withRig(digested, async (rig) => {
        const { outputs } = await rig.run({ 'force-new-deployment': 'true', 'wait-for': 'none' });
        expect(outputs).toMatchObject({ result: 'started', 'task-definition': 'web:1' });
        expect(await rig.writes()).toEqual(['CreateDeployment']);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'an image named by tag is deployed again: the tag may have moved',
    () =>
      withRig({}, async (rig) => {
        const { output } = await rig.run({ 'wait-for': 'none' });
        expect(output).toContain('is named by a tag, which may stand for another image by now');
        expect(await rig.writes()).toEqual(['CreateDeployment']);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'after a deployment, a re-run of the same finds nothing to do',
    () =>
      withRig({ stack: { terminationWaitMinutes: 0 } }, async (rig) => {
        const first = await rig.run({ image: DIGEST_ELSEWHERE, 'wait-for': 'completed' });
        expect(first.outputs['result']).toBe('succeeded');
        await ended(rig, first.outputs['codedeploy-deployment-id']);
        await rig.steady();
        await rig.forget();
        const second = await rig.run({ image: DIGEST_ELSEWHERE });
        expect(second.outputs).toMatchObject({ result: 'succeeded', 'task-definition': 'web:2' });
        expect(await rig.writes()).toEqual([]);
      }),
    LIMIT_MS,
  );
});
