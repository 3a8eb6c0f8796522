/** What is told before AWS is asked: faults of the inputs, no region, no credentials, no network. And hostile text. */
import { describe, expect, test } from '@jest/globals';
import { runAction } from '../../scripts/runner/run-action.ts';
import { startAnother } from './another.ts';
import { annotations, commandsIn, ELSEWHERE, errorsOf, LIMIT_MS, withRig } from './rig.ts';

const NOWHERE = { AWS_ENDPOINT_URL: 'http://127.0.0.1:1', AWS_REGION: 'eu-west-1' };
const CREDENTIALS = { AWS_ACCESS_KEY_ID: 'rehearsal', AWS_SECRET_ACCESS_KEY: 'rehearsal' };
const SECRET = 'hunter2-very-secret';

describe('inputs', () => {
  test.concurrent(
    'all faults are reported together, each with the value received and what is allowed',
    async () => {
      const { exitCode, output, outputs } = await runAction({
        inputs: {
          cluster: 'shop',
          'wait-for': 'done',
          'wait-for-minutes': 'soon',
          'max-retries': '-1',
          'force-new-deployment': 'perhaps',
          image: 'a b',
          repository: 'shop-web',
        },
      });
      expect({ exitCode, outputs }).toEqual({ exitCode: 1, outputs: {} });
      const told = annotations('error', output);
      for (const [input, received, allowed] of [
        ['service', 'nothing', 'the name or ARN of the ECS service'],
        ['wait-for', '"done"', 'traffic-shifted'],
        ['wait-for-minutes', '"soon"', '2880'],
        ['max-retries', '"-1"', '50'],
        ['force-new-deployment', '"perhaps"', 'true'],
        ['image', '"a b"', "no value together with 'repository'"],
      ] as const) {
        const faults = told.filter((text) => text.startsWith(`Input '${input}': received ${received}; allowed: `));
        expect(faults.join()).toContain(allowed);
      }
    },
    LIMIT_MS,
  );

  test.concurrent.each([
    ['contianer-name', 'container-name'],
    ['serivce', 'service'],
    ['task_definition', 'task-definition'],
    ['wait-for-minute', 'wait-for-minutes'],
  ])(
    '%s is a fault that names %s',
    async (wrong, right) => {
      const { exitCode, output } = await runAction({ inputs: { service: 'web', [wrong]: SECRET } });
      expect(exitCode).toBe(1);
      expect(errorsOf(output)).toContain(`Input '${wrong}': received an input of that name`);
      expect(errorsOf(output)).toContain(`did you mean '${right}'?`);
      expect(output).not.toContain(SECRET);
    },
    LIMIT_MS,
  );

  test.concurrent(
    'values that may be secret are never shown, not even where they are at fault',
    async () => {
      const { exitCode, output } = await runAction({
        inputs: {
          service: 'web',
          repository: 'shop-web',
          secrets: `PASSWORD ${SECRET}`,
          'environment-variables': `{"A": "${SECRET}"`,
          'build-args': `- ${SECRET}`,
          'log-configuration-options': `splunk-token\n${SECRET}`,
        },
      });
      expect(exitCode).toBe(1);
      for (const input of ['secrets', 'environment-variables', 'build-args', 'log-configuration-options'])
        expect(errorsOf(output)).toContain(`Input '${input}': received a value that is not shown`);
      expect(output).not.toContain(SECRET);
    },
    LIMIT_MS,
  );

  test.concurrent(
    'values of environment variables stay out of log, outputs and summary of a deployment',
    () =>
      withRig({}, async (rig) => {
        const result = await rig.run(
          { image: ELSEWHERE, 'environment-variables': `TOKEN=${SECRET}` },
          { env: { ACTIONS_STEP_DEBUG: 'true', RUNNER_DEBUG: '1' } },
        );
        expect(result.exitCode).toBe(0);
        expect(JSON.stringify(rig.body('web:2'))).toContain(SECRET);
        expect(JSON.stringify(result)).not.toContain(SECRET);
      }),
    LIMIT_MS,
  );
});

describe('no way to AWS', () => {
  const step = { service: 'web', cluster: 'shop', image: ELSEWHERE };
  const nobody = { HOME: '/nonexistent', AWS_EC2_METADATA_DISABLED: 'true' };

  test.concurrent(
    'no network: told, with what it was that could not be reached',
    async () => {
      const { exitCode, output } = await runAction({
        inputs: { ...step, 'max-retries': '1' },
        env: { ...NOWHERE, ...CREDENTIALS },
      });
      expect(exitCode).toBe(1);
      expect(annotations('error', output)).toHaveLength(1);
      expect(errorsOf(output)).toMatch(/Could not reach AWS .*ecs:DescribeServices.*ECONNREFUSED/);
      expect(errorsOf(output)).toContain('AWS_ENDPOINT_URL');
    },
    LIMIT_MS,
  );

  test.concurrent(
    'no region',
    async () => {
      const { exitCode, output } = await runAction({
        inputs: step,
        env: { AWS_ENDPOINT_URL: NOWHERE.AWS_ENDPOINT_URL, ...CREDENTIALS, ...nobody },
      });
      expect(exitCode).toBe(1);
      expect(annotations('error', output)).toHaveLength(1);
      expect(errorsOf(output)).toContain('Could not find the AWS region');
      expect(errorsOf(output)).toContain('aws-actions/configure-aws-credentials');
    },
    LIMIT_MS,
  );

  test.concurrent(
    'no credentials',
    async () => {
      const { exitCode, output } = await runAction({ inputs: step, env: { ...NOWHERE, ...nobody } });
      expect(exitCode).toBe(1);
      expect(annotations('error', output)).toHaveLength(1);
      expect(errorsOf(output)).toContain('Could not sign in to AWS');
      expect(errorsOf(output)).toContain('aws-actions/configure-aws-credentials');
    },
    LIMIT_MS,
  );

  test.concurrent(
    'a token that has expired before the step: one report, and nothing is written',
    () =>
      withRig({ faults: [{ operation: '*', kind: 'expired-token' }] }, async (rig) => {
        const { exitCode, output } = await rig.run({ image: ELSEWHERE });
        expect(exitCode).toBe(1);
        expect(annotations('error', output)).toHaveLength(1);
        expect(errorsOf(output)).toMatch(/Could not sign in to AWS[^]*expired/);
        expect(await rig.writes()).toEqual([]);
      }),
    LIMIT_MS,
  );
});

const HOSTILE =
  'oops\n::set-env name=PATH::/evil\r::add-path::/evil ##[add-path]/evil\n  ::set-output name=result::succeeded';
const OURS = /^::(?:group|endgroup|error|warning|debug|add-mask)(?: [^:]*)?::/;

/** No command but those that the step issues, and none of them tells the runner to do what the text says. */
function expectTame(output: string): void {
  const commands = commandsIn(output);
  expect(commands.filter((line) => !OURS.test(line))).toEqual([]);
  expect(commands.length).toBeGreaterThan(0);
}

describe('hostile text never becomes a workflow command', () => {
  test.concurrent(
    'in an input',
    async () => {
      const { output, outputs } = await runAction({
        inputs: { service: HOSTILE, image: `registry.example.com/web:${HOSTILE}`, 'wait-for': HOSTILE },
        env: { [`INPUT_SERVISE\n::set-env name=A::b`]: 'x' },
      });
      expectTame(output);
      expect(outputs).toEqual({});
    },
    LIMIT_MS,
  );

  test.concurrent(
    'in a service event and in a stopped task, which the diagnosis shows',
    () =>
      withRig({ settings: { installTimeoutMs: 20_000 } }, async (rig) => {
        const [service] = rig.sandbox.world.ecs.services.values();
        const createdAt = rig.sandbox.clock.now() + 1e9;
        service?.events.unshift({ id: 'hostile', createdAt, message: `${HOSTILE} unable to place a task` });
        const { exitCode, output, summary } = await rig.run({ image: 'registry.example.com/unhealthy:1' });
        expect(exitCode).toBe(1);
        expect(output).toContain('oops');
        expectTame(output);
        expect(summary).not.toContain('##[');
      }),
    LIMIT_MS,
  );

  test.concurrent.each([
    ['if-deployment-in-progress', 'fail'],
    ['wait-for-minutes', '0'],
  ])(
    'in the description of another deployment, with %s: %s',
    (input, value) =>
      withRig({ settings: { createdMs: 1e9 }, stack: { terminationWaitMinutes: 0 } }, async (rig) => {
        await startAnother(rig, HOSTILE.replaceAll(/[\n\r]/g, ' '));
        const [other] = rig.sandbox.world.codedeploy.deployments.values();
        Object.assign(other ?? {}, { description: HOSTILE });
        const { exitCode, output } = await rig.run({ image: ELSEWHERE, [input]: value });
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toContain('oops');
        expectTame(output);
      }),
    LIMIT_MS,
  );
});
