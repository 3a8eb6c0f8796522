/** A command that decides over the shift, in the step that started the deployment. */
import { describe, expect, test } from '@jest/globals';
import { type ActionResult } from '../../scripts/runner/run-action.ts';
import {
  commandsIn,
  DIGEST_ELSEWHERE as image,
  errorsOf,
  LIMIT_MS,
  type Rig,
  type RigOptions,
  type Run,
  warningsOf,
  withRig,
  writeFiles,
} from './rig.ts';
import { goOnByHand, stopByHand } from './by-hand.ts';
import { signalled, whenTold } from './signalled.ts';

const waits: RigOptions = { speed: 30, stack: { readyWaitMinutes: 30 } };
const real: RigOptions = { ...waits, real: true };

const tested = (rig: Rig, command: string, more: Run = {}): Promise<ActionResult> =>
  rig.run({ image, 'smoke-test': command }, more);

const WROTE = ['RegisterTaskDefinition', 'CreateDeployment'];

describe('passes', () => {
  test.concurrent(
    'the test listener answers with the new version while production still has the old one; then traffic shifts',
    () =>
      withRig(real, async (rig) => {
        const command = `
          green=$(curl -sS --fail "$TEST_URL/")
          blue=$(curl -sS --fail "$PRODUCTION_URL/")
          echo "green: $green"
          echo "blue: $blue"
        `;
        const { exitCode, output, outputs } = await tested(rig, command);
        expect([exitCode, errorsOf(output), warningsOf(output)]).toEqual([0, '', '']);
        expect(output).toMatch(/^green: .*"revision":"web:2"/m);
        expect(output).toMatch(/^blue: .*"revision":"web:1"/m);
        expect(outputs['result']).toBe('succeeded');
        expect(outputs['test-url']).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
        expect((await rig.live()).revision).toBe('web:2');
        expect(await rig.writes()).toEqual([...WROTE, 'ContinueDeployment']);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'gets what it may know through its environment alone, and runs in the workspace',
    () =>
      withRig({ ...waits, files: { 'smoke.sh': 'printenv "$@"\n' } }, async (rig) => {
        const names =
          'TEST_URL PRODUCTION_URL CODEDEPLOY_DEPLOYMENT_ID TASK_DEFINITION IMAGE CLUSTER SERVICE AWS_REGION MINE';
        const { exitCode, output, outputs } = await tested(rig, `bash smoke.sh ${names} | sed 's/^/got /'`, {
          env: { MINE: 'of the workflow' },
        });
        expect(exitCode).toBe(0);
        const [, ...got] = [...output.matchAll(/^got (.*)$/gm)].map(([, value]) => value);
        expect(got).toEqual([
          outputs['url'],
          outputs['codedeploy-deployment-id'],
          'web:2',
          image,
          'shop',
          'web',
          'eu-west-1',
          'of the workflow',
        ]);
        expect(output).toContain(`got ${outputs['test-url'] ?? 'no address'}`);
        expect(output).not.toContain('aws deploy continue-deployment');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'with `wait-for: completed` the step stays to the end of the original task set',
    () =>
      withRig({ speed: 100, stack: { readyWaitMinutes: 60, terminationWaitMinutes: 1 } }, async (rig) => {
        const { exitCode, output } = await rig.run({ image, 'smoke-test': 'true', 'wait-for': 'completed' });
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect([...rig.sandbox.world.codedeploy.deployments.values()].map(({ status }) => status)).toEqual([
          'Succeeded',
        ]);
      }),
    LIMIT_MS,
  );
});

describe('cannot speak for the step, nor act with what it works with', () => {
  const SECRETS = {
    AWS_SESSION_TOKEN: 'very secret 1',
    AWS_PROFILE: 'very secret 2',
    AWS_ROLE_ARN: 'very secret 3',
    AWS_WEB_IDENTITY_TOKEN_FILE: '/very/secret/4',
    AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.1:1/very/secret/5',
    AWS_SHARED_CREDENTIALS_FILE: '/very/secret/6',
    AWS_CONFIG_FILE: '/very/secret/7',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'very secret 8',
    ACTIONS_RUNTIME_TOKEN: 'very secret 9',
  };

  test.concurrent(
    'no credential, input or file of the runner is in its environment',
    () =>
      withRig(waits, async (rig) => {
        // The names are taken apart, so that the command's own text does not look like a find.
        const command = `env | grep -E '^(AWS_[A-Z]*(KEY|TOKEN|PROFILE|ROLE|CONTAINER|FILE)|INPUT|ACTIONS|STATE)_?' && exit 3
          env | grep -E '^GITHUB_(ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)=' && exit 4
          env | grep -c rehearsal && exit 5
          exit 0`;
        const { exitCode, output } = await tested(rig, command, {
          // The step itself signs with the static keys: the others are only there to be found.
          env: { ...SECRETS, AWS_ROLE_ARN: '', AWS_WEB_IDENTITY_TOKEN_FILE: '', AWS_PROFILE: '' },
        });
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect(output).not.toMatch(/very.secret/);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'lines that the runner would carry out are text, and outputs of the step stay its own',
    () =>
      withRig(waits, async (rig) => {
        const command = `echo '::error::not from here'
          echo '::set-output name=result::forged'
          echo '##[error]nor this'
          echo '::add-mask::web'
          echo "result=forged" >> "\${GITHUB_OUTPUT:-/dev/null}"`;
        const { exitCode, output, outputs } = await tested(rig, command);
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect(output).toContain('not from here');
        expect(commandsIn(output).join('\n')).not.toMatch(/not from here|forged|nor this|add-mask/);
        expect(outputs['result']).toBe('succeeded');
      }),
    LIMIT_MS,
  );
});

describe('fails', () => {
  test.concurrent(
    'the deployment is stopped with rollback, and the last lines are the cause',
    () =>
      withRig(real, async (rig) => {
        const command = `for n in $(seq 1 30); do echo "check $n"; done
          curl -sS --fail -o /dev/null "$TEST_URL:1/no-such-port"`;
        const { exitCode, output, outputs } = await tested(rig, command);
        expect(exitCode).toBe(1);
        const error = errorsOf(output);
        expect(error).toMatch(/The smoke test failed \(exit code \d+\); the last it printed: /);
        expect(error).toContain('check 30 | curl: (');
        expect(error).not.toContain('check 10 ');
        expect(error).toContain('rolled back by deployment');
        expect(outputs).toMatchObject({ result: 'rolled-back' });
        const live = await rig.live();
        expect([live.revision, live.traffic['shop-web-one']]).toEqual(['web:1', 100]);
        expect(await rig.writes()).toEqual([...WROTE, 'StopDeployment']);
      }),
    LIMIT_MS,
  );

  test.concurrent.each([
    ['a command of a pipe', 'false | cat', 1],
    ['a command before the last', 'false; true', 1],
    ['a code of its own', 'exit 42', 42],
    ['what is not there', 'no-such-program', 127],
  ])(
    'by %s',
    (_, command, code) =>
      withRig(waits, async (rig) => {
        const { exitCode, output } = await tested(rig, command);
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toContain(`The smoke test failed (exit code ${code})`);
        expect((await rig.live()).revision).toBe('web:1');
      }),
    LIMIT_MS,
  );
});

describe('the run is cancelled while it runs', () => {
  test.concurrent(
    'it is ended with all that it started, and the deployment is stopped with rollback',
    () =>
      withRig(waits, async (rig) => {
        const command = 'sleep 600 & echo "beside $!"; echo "main $$"; trap "" TERM; sleep 601';
        const { exitCode, output, outputs, postOutput } = await tested(rig, command, signalled('SIGINT', /^main \d+/m));
        expect(exitCode).toBe(1);
        expect(outputs['result']).toBe('interrupted');
        expect(errorsOf(output)).toContain('The run was cancelled');
        const started = [...output.matchAll(/^(?:beside|main) (\d+)$/gm)].map(([, pid]) => Number(pid));
        expect(started).toHaveLength(2);
        for (const pid of started) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
        expect(warningsOf(postOutput)).toContain('rolled back by deployment');
        expect((await rig.live()).revision).toBe('web:1');
        expect(await rig.writes()).toEqual([...WROTE, 'StopDeployment']);
      }),
    LIMIT_MS,
  );
});

describe('the deployment moves while it runs', () => {
  const hold = 'echo begun; until [ -e done ]; do sleep 0.05; done';

  /** Does `work` when the test has begun, then lets it end. */
  const during = (rig: Rig, work: (id: string) => Promise<void>, end: string): Promise<ActionResult> =>
    tested(
      rig,
      `${hold}; ${end}`,
      whenTold(/^begun$/m, async () => {
        const [id = ''] = rig.sandbox.world.codedeploy.deployments.keys();
        await work(id);
        await writeFiles(rig.workspace, { done: '' });
      }),
    );

  test.concurrent(
    'stopped by someone: a test that passes does not bring it back',
    () =>
      withRig(waits, async (rig) => {
        const { exitCode, output, outputs } = await during(rig, (id) => stopByHand(rig, id), 'true');
        expect([exitCode, outputs['result']]).toEqual([1, 'rolled-back']);
        expect(errorsOf(output)).toContain('MANUAL_STOP');
        expect((await rig.live()).revision).toBe('web:1');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'stopped by someone: a test that fails is not told as the cause of that',
    () =>
      withRig(waits, async (rig) => {
        const { exitCode, output } = await during(rig, (id) => stopByHand(rig, id), 'exit 9');
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toMatch(/MANUAL_STOP.*the smoke test failed \(exit code 9\)/s);
        expect(await rig.writes()).toEqual([...WROTE, 'StopDeployment']);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'let go on by someone: a test that fails takes it back as long as it is not wholly in production',
    () =>
      withRig(
        {
          ...waits,
          stack: { readyWaitMinutes: 30, deploymentConfig: 'CodeDeployDefault.ECSCanary10Percent15Minutes' },
        },
        async (rig) => {
          const { exitCode, outputs } = await during(rig, (id) => goOnByHand(rig, id), 'exit 9');
          expect([exitCode, outputs['result']]).toEqual([1, 'rolled-back']);
          expect((await rig.live()).traffic['shop-web-one']).toBe(100);
        },
      ),
    LIMIT_MS,
  );
});

describe('refused before anything is written, with the setting to change', () => {
  test.concurrent.each([
    ['the group does not wait', { readyWaitMinutes: 0 }, 'STOP_DEPLOYMENT'],
    ['the group has no test listener', { readyWaitMinutes: 30, testListener: false }, 'testTrafficRoute'],
  ] as const)(
    '%s',
    (_, stack, setting) =>
      withRig({ stack }, async (rig) => {
        const { exitCode, output } = await tested(rig, 'true');
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toContain('run the smoke test before the shift');
        expect(errorsOf(output)).toContain(setting);
        expect(await rig.writes()).toEqual([]);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'there is no bash',
    () =>
      withRig(waits, async (rig) => {
        const { exitCode, output } = await tested(rig, 'true', { env: { PATH: '/nowhere' } });
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toContain('Could not find bash');
        expect(await rig.writes()).toEqual([]);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'the address may not be read: a warning with the statement, and an empty TEST_URL',
    () =>
      withRig(waits, async (rig) => {
        await rig.fault({ operation: 'DescribeLoadBalancers', kind: 'denied' });
        const { exitCode, output, outputs } = await tested(rig, '[ -z "$TEST_URL" ]');
        expect(exitCode).toBe(0);
        expect(warningsOf(output)).toContain('elasticloadbalancing:DescribeLoadBalancers');
        expect(outputs['test-url']).toBeUndefined();
      }),
    LIMIT_MS,
  );
});
