/** Runs that are cancelled or killed: what was started goes on and is named, what was left behind is removed. */
import { describe, expect, test } from '@jest/globals';
import { type ChildProcess } from 'node:child_process';
import { DIGEST_ELSEWHERE, ELSEWHERE, errorsOf, LIMIT_MS, type Rig, type Run, warningsOf, withRig } from './rig.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Sends the signal as soon as the log matches. */
function signalled(signal: NodeJS.Signals, pattern: RegExp): Run {
  let child: ChildProcess | null = null;
  let told = '';
  let sent = false;
  return {
    onStart: (started) => {
      child = started;
    },
    onOutput: (text) => {
      told += text;
      if (sent || !pattern.test(told)) return;
      sent = child?.kill(signal) ?? false;
    },
  };
}

const unended = ({ sandbox }: Rig): readonly string[] =>
  [...sandbox.world.codedeploy.deployments.values()].filter((each) => each.completedAt === null).map(({ id }) => id);

describe('in the watch', () => {
  test.concurrent.each(SIGNALS)(
    '%s leaves the deployment running and says so with id and link; post warns',
    (signal) =>
      withRig({}, async (rig) => {
        await rig.settings({ taskStartMs: 1e9 });
        const result = await rig.run(
          { image: ELSEWHERE, 'wait-max-delay-seconds': '15' },
          signalled(signal, /deployment InProgress|deployment Created/),
        );
        const { exitCode, output, outputs, postOutput, postExitCode, summary } = result;
        expect({ exitCode, postExitCode }).toEqual({ exitCode: 1, postExitCode: 0 });
        const id = outputs['codedeploy-deployment-id'] ?? 'no id';
        expect(errorsOf(output)).toContain('the run was cancelled');
        expect(errorsOf(output)).toContain('goes on by itself');
        expect(errorsOf(output)).toContain(id);
        expect(errorsOf(output)).toContain(outputs['console-url']);
        expect(summary).toContain('Cancelled');
        expect(warningsOf(postOutput)).toContain(`deployment ${id}`);
        expect(warningsOf(postOutput)).toContain(outputs['console-url']);
        expect(unended(rig)).toEqual([id]);
        expect(await rig.writes()).toEqual(['RegisterTaskDefinition', 'CreateDeployment']);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'a look that hangs does not hold a cancel up',
    () =>
      withRig({ faults: [{ operation: 'GetDeploymentTarget', kind: 'slow', ms: 600_000 }] }, async (rig) => {
        const { exitCode, output } = await rig.run({ image: ELSEWHERE }, signalled('SIGINT', /^https:/m));
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toContain('the run was cancelled');
      }),
    20_000,
  );

  test.concurrent(
    'killed: post names the deployment that goes on',
    () =>
      withRig({}, async (rig) => {
        await rig.settings({ taskStartMs: 1e9 });
        const { exitCode, outputs, postOutput } = await rig.run(
          { image: ELSEWHERE },
          signalled('SIGKILL', /deployment InProgress|deployment Created/),
        );
        expect(exitCode).toBeNull();
        expect(warningsOf(postOutput)).toContain(`deployment ${outputs['codedeploy-deployment-id'] ?? 'no id'}`);
        expect(warningsOf(postOutput)).toContain('goes on by itself');
      }),
    LIMIT_MS,
  );
});

describe('before the start', () => {
  test.concurrent.each(SIGNALS)(
    '%s during the reads: no deployment was started',
    (signal) =>
      withRig({ faults: [{ operation: 'DescribeServices', kind: 'slow', ms: 2_000 }] }, async (rig) => {
        const { exitCode, output, outputs, postOutput } = await rig.run(
          { image: ELSEWHERE },
          signalled(signal, /^::group::Look/m),
        );
        expect({ exitCode, outputs }).toEqual({ exitCode: 1, outputs: {} });
        expect(errorsOf(output)).toContain(`the run was cancelled (${signal})`);
        expect(errorsOf(output)).toContain('No deployment was started');
        expect(postOutput).toBe('');
        expect(await rig.writes()).toEqual([]);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'reads that hang do not hold a cancel up',
    () =>
      withRig({ faults: [{ operation: 'DescribeServices', kind: 'slow', ms: 600_000 }] }, async (rig) => {
        const { exitCode, output } = await rig.run({ image: ELSEWHERE }, signalled('SIGINT', /^::group::Look/m));
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toContain('No deployment was started');
      }),
    20_000,
  );

  test.concurrent(
    'during the registration: the revision stays, no deployment was started',
    () =>
      withRig({ faults: [{ operation: 'RegisterTaskDefinition', kind: 'slow', ms: 2_000 }] }, async (rig) => {
        const { exitCode, output } = await rig.run({ image: ELSEWHERE }, signalled('SIGINT', /^Changed: /m));
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toContain('No deployment was started');
        expect(await rig.writes()).toEqual(['RegisterTaskDefinition']);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'while CreateDeployment is on its way: the deployment is named, not forgotten',
    () =>
      withRig({ faults: [{ operation: 'CreateDeployment', kind: 'slow', ms: 2_000 }] }, async (rig) => {
        await rig.settings({ taskStartMs: 1e9 });
        const onStart = (child: ChildProcess): void => {
          void rig.faultMet().then(() => child.kill('SIGINT'));
        };
        const result = await rig.run({ image: ELSEWHERE }, { onStart });
        expect(result.exitCode).toBe(1);
        const started = unended(rig);
        expect(started).toHaveLength(1);
        for (const id of started) expect(errorsOf(result.output)).toContain(id);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'killed while CreateDeployment is on its way: post says that there may be a deployment',
    () =>
      withRig({ faults: [{ operation: 'CreateDeployment', kind: 'slow', ms: 2_000 }] }, async (rig) => {
        const onStart = (child: ChildProcess): void => {
          void rig.faultMet().then(() => child.kill('SIGKILL'));
        };
        const { exitCode, postExitCode, postOutput } = await rig.run({ image: ELSEWHERE }, { onStart });
        expect({ exitCode, postExitCode }).toEqual({ exitCode: null, postExitCode: 0 });
        expect(warningsOf(postOutput)).toContain('there may be one');
        expect(warningsOf(postOutput)).toContain(`${rig.stack.application} / ${rig.stack.group}`);
      }),
    LIMIT_MS,
  );
});

describe('run again', () => {
  test.concurrent(
    'the second attempt of a job goes on with the deployment that the killed first one had started',
    () =>
      withRig({ speed: 60, stack: { readyWaitMinutes: 60 } }, async (rig) => {
        const inputs = { image: DIGEST_ELSEWHERE, 'wait-for': 'test-ready' };
        const first = await rig.run(inputs, signalled('SIGKILL', /deployment InProgress|deployment Created/));
        expect(first.exitCode).toBeNull();
        const second = await rig.run(inputs, { env: { GITHUB_RUN_ATTEMPT: '2' } });
        expect([second.exitCode, errorsOf(second.output)]).toEqual([0, '']);
        expect(second.outputs['codedeploy-deployment-id']).toBe(first.outputs['codedeploy-deployment-id']);
        expect(rig.sandbox.world.codedeploy.deployments.size).toBe(1);
      }),
    LIMIT_MS,
  );
});
