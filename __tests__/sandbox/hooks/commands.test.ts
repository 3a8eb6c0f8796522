/** Hooks as commands: real processes, on a stepped clock that waits for them. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';

import { type HookCommand } from '../../../sandbox/hooks/command.ts';
import { commandHooks } from '../../../sandbox/hooks/commands.ts';
import { type HookRunner } from '../../../sandbox/hooks/runner.ts';
import { minute, rig } from '../lifecycle/rig.ts';

let folder = '';
const runners: HookRunner[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hooks-'));
});
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.close()));
});
afterAll(() => rm(folder, { recursive: true }));

const node = (script: string, timeoutMs = 60_000): HookCommand => ({
  command: [process.execPath, '-e', script],
  timeoutMs,
});

function runnerOf(command: HookCommand, log: (line: string) => void = () => undefined): HookRunner {
  const environment = { region: 'eu-west-1', endpoint: () => 'http://127.0.0.1:4566', log };
  const runner = commandHooks(new Map([['check', command]]), environment);
  runners.push(runner);
  return runner;
}

function deployWith(command: HookCommand, settings = {}) {
  const set = rig({ hooks: runnerOf(command), settings });
  const deployment = set.deploy({ hooks: { AfterInstall: 'arn:aws:lambda:eu-west-1:123456789012:function:check' } });
  set.until(deployment, 'AfterInstall');
  const event = deployment.events.find(({ name }) => name === 'AfterInstall');
  return { ...set, deployment, event };
}

/** So often, 5 ms apart, is something looked for that must come. */
const LOOKS = 2_000;

/** Waits until the process has written the file. */
async function written(path: string): Promise<string> {
  for (let look = 0; look < LOOKS; look += 1) {
    const text = await readFile(path, 'utf8').catch(() => '');
    if (text.endsWith('\n')) return text.trim();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`${path} was never written.`);
}

/** Waits until the process is gone, or only an entry that its parent has not yet taken note of. */
async function gone(pid: number): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    const state = /\) (\w)/.exec(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''))?.[1];
    if (state === 'Z' || state === 'X') return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`The process ${pid} still runs.`);
}

describe('a command', () => {
  test('that ends with 0 has Succeeded, and its output is kept', async () => {
    const { clock, deployment, event, call } = deployWith(node('console.log("out"); console.error("err")'));
    await clock.advanceThrough(10_000);
    expect(event).toMatchObject({ status: 'Succeeded', diagnostics: { errorCode: 'Success', scriptName: 'check' } });
    expect(event?.diagnostics?.logTail?.trim().split('\n').sort()).toEqual(['err', 'out']);
    expect(deployment.phase).toBe('TerminationWait');
    const target = call('GetDeploymentTarget', { deploymentId: deployment.id, targetId: 'main:web' });
    expect(JSON.stringify(target)).toContain('"logTail":"');
  });

  test('that ends with anything else has Failed, and the event says with what', async () => {
    const { clock, deployment, event } = deployWith(node('console.log("no good"); process.exit(3)'));
    await clock.advanceThrough(10_000);
    expect(deployment).toMatchObject({ status: 'Failed', error: { code: 'HOOK_EXECUTION_FAILURE' } });
    expect(event).toMatchObject({
      status: 'Failed',
      diagnostics: { errorCode: 'ScriptFailed', scriptName: 'check', logTail: 'no good\n' },
    });
    expect(event?.diagnostics?.message).toContain('validation functions failed');
  });

  test('gets what Lambda would give it, the sandbox as its AWS, and nothing else of our environment', async () => {
    process.env['OUR_SECRET'] = 'do not hand on';
    const out = join(folder, 'seen');
    const script = `const {stdin, env} = process; let text = ''; stdin.on('data', (d) => text += d).on('end', () => {
      require('fs').writeFileSync(${JSON.stringify(out)}, JSON.stringify({ event: JSON.parse(text), env }) + '\\n') })`;
    const { clock, deployment, sandbox } = deployWith(node(script));
    const { executionId } = deployment.hook ?? {};
    await clock.advanceThrough(10_000);
    const seen = JSON.parse(await written(out)) as { env: Record<string, string> };
    expect(seen).toMatchObject({
      event: { DeploymentId: deployment.id, LifecycleEventHookExecutionId: executionId },
      env: {
        AWS_ENDPOINT_URL: 'http://127.0.0.1:4566',
        AWS_REGION: 'eu-west-1',
        AWS_ACCESS_KEY_ID: 'test',
        DEPLOYMENT_ID: deployment.id,
        LIFECYCLE_EVENT_HOOK_EXECUTION_ID: executionId,
      },
    });
    expect(Object.keys(seen.env)).not.toContain('OUR_SECRET');
    expect(sandbox.hooks.has('other')).toBe(false);
  });

  test('that cannot be started has Failed, and the log says why', async () => {
    const lines: string[] = [];
    const runner = runnerOf({ command: ['/no/such/program'], timeoutMs: 1_000 }, (line) => lines.push(line));
    const result = await runner.run('check', { deploymentId: 'd-1', executionId: 'e' });
    expect(result).toMatchObject({ status: 'Failed', logTail: expect.stringContaining('ENOENT') });
    expect(lines).toEqual([expect.stringContaining('The hook check could not be run')]);
  });

  test('that takes too long is ended and has Failed', async () => {
    const runner = runnerOf(node('setInterval(() => {}, 1000)', 200));
    const result = await runner.run('check', { deploymentId: 'd-1', executionId: 'e' });
    expect(result).toMatchObject({ status: 'Failed', logTail: expect.stringContaining('Ended after 200 ms') });
  });

  test('keeps the last 4 KB of a long output, whole characters only', async () => {
    const runner = runnerOf(node('process.stdout.write("é".repeat(10000) + "end")'));
    const { logTail } = await runner.run('check', { deploymentId: 'd-1', executionId: 'e' });
    expect(Buffer.byteLength(logTail)).toBeLessThanOrEqual(4_096);
    expect(logTail).toMatch(/^é+end$/);
  });

  test('that does not read its input is no fault', async () => {
    const runner = runnerOf(node('process.stdin.destroy()'));
    expect(await runner.run('check', { deploymentId: 'd-1', executionId: 'e' })).toMatchObject({ status: 'Succeeded' });
  });
});

describe('what ends a command', () => {
  const endless = (path: string) =>
    node(`require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']).pid;
      require('fs').writeFileSync(${JSON.stringify(path)}, process.pid + '\\n'); setInterval(() => {}, 1000)`);

  test('the stop of its deployment; the settings go before a command', async () => {
    const out = join(folder, 'pid-stop');
    const { deployment, call, clock, event } = deployWith(endless(out));
    const pid = Number(await written(out));
    call('StopDeployment', { deploymentId: deployment.id, autoRollbackEnabled: false });
    await clock.advanceThrough(minute);
    await gone(pid);
    expect(deployment).toMatchObject({ status: 'Stopped', error: { code: 'MANUAL_STOP' } });
    expect(event?.status).toBe('Failed');
    const other = deployWith(endless(out), { hooks: { check: 'Succeeded' } });
    await other.clock.advanceThrough(minute);
    expect(other.deployment.phase).toBe('TerminationWait');
  });

  test('the end of the sandbox', async () => {
    const out = join(folder, 'pid-close');
    const { sandbox } = deployWith(endless(out));
    const pid = Number(await written(out));
    await sandbox.hooks.close();
    await gone(pid);
  });

  test('nothing of its group outlives it, and an open pipe does not hold it up', async () => {
    const out = join(folder, 'pid-child');
    const script = `const child = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'],
      { stdio: 'inherit' }); child.unref(); require('fs').writeFileSync(${JSON.stringify(out)}, child.pid + '\\n');`;
    const result = await runnerOf(node(`${script} process.exit(0)`)).run('check', {
      deploymentId: 'd-1',
      executionId: 'e',
    });
    expect(result.status).toBe('Succeeded');
    await gone(Number(await written(out)));
  });

  test('what has left its group is not waited for', async () => {
    const out = join(folder, 'pid-daemon');
    const script = `const child = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'],
      { stdio: 'inherit', detached: true }); child.unref();
      require('fs').writeFileSync(${JSON.stringify(out)}, child.pid + '\\n'); console.log('well');`;
    const result = await runnerOf(node(`${script} process.exit(0)`)).run('check', {
      deploymentId: 'd-1',
      executionId: 'e',
    });
    const daemon = Number(await written(out));
    expect(result).toEqual({ status: 'Succeeded', logTail: 'well\n' });
    expect(process.kill(daemon, 0)).toBe(true);
    process.kill(daemon, 'SIGKILL');
    await gone(daemon);
  });
});

describe('PutLifecycleEventHookExecutionStatus', () => {
  test('goes before the exit code; the command may finish, and its output is kept', async () => {
    const { deployment, call, clock, event } = deployWith(
      node('setTimeout(() => { console.log("bye"); process.exit(1) }, 300)'),
    );
    call('PutLifecycleEventHookExecutionStatus', {
      deploymentId: deployment.id,
      lifecycleEventHookExecutionId: deployment.hook?.executionId,
      status: 'Succeeded',
    });
    await clock.advanceThrough(10_000);
    expect(deployment).toMatchObject({ phase: 'TerminationWait', error: null });
    expect(event).toMatchObject({ status: 'Succeeded', diagnostics: { logTail: 'bye\n' } });
  });
});
