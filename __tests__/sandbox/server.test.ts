import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from '@jest/globals';
import { parseArguments } from '../../sandbox/arguments.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { startAccount } from './account.ts';

describe('startSandbox', () => {
  test('two run side by side, each with an account of its own', async () => {
    const one = await startAccount({ account: '111111111111', region: 'us-east-1' });
    const two = await startAccount();
    await one.ecs.createCluster({ clusterName: 'only-here' });
    expect((await one.sts.getCallerIdentity()).Account).toBe('111111111111');
    expect((await two.ecs.describeClusters({ clusters: ['only-here'] })).clusters).toEqual([]);
    await Promise.all([one.close(), two.close()]);
  });

  test('the same seed gives the same ids', async () => {
    const ids = [];
    for (const seed of [7, 7, 8]) {
      const account = await startAccount({ seed });
      const { LoadBalancers } = await account.elb.createLoadBalancer({ Name: 'web', Subnets: ['a', 'b'] });
      ids.push(LoadBalancers?.[0]?.LoadBalancerArn);
      await account.close();
    }
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(ids[2]);
  });

  test('a port that is in use rejects; close frees it, even with connections open', async () => {
    const first = await startAccount();
    await first.sts.getCallerIdentity();
    const port = Number(new URL(first.url).port);
    await expect(startSandbox({ port, registry: 'none' })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.close();
    await (await startSandbox({ port, registry: 'none' })).close();
  });

  test('an operation that fails by itself is a 500 and in the log', async () => {
    const lines: string[] = [];
    const account = await startAccount({ log: (line) => lines.push(line) });
    Object.defineProperty(account.sandbox.world, 'account', {
      get: () => {
        throw new Error('broken on purpose');
      },
    });
    await expect(account.sts.getCallerIdentity()).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } });
    expect(lines.join()).toContain('sts:GetCallerIdentity: Error: broken on purpose');
    await account.close();
  });
});

describe('the command line', () => {
  test.each([
    [['--port', '80x'], '--port must be a whole number from 0 to 65535; received "80x".'],
    [['--port', '70000'], '--port must be a whole number'],
    [['--port=-1'], '--port must be a whole number'],
    [['--region', 'Mars'], '--region must be an AWS region'],
    [['--account', '12'], '--account must be 12 digits; received "12".'],
    [['--speed', '0'], '--speed must be a number from 0.1 to 10000'],
    [['--speed', 'fast'], '--speed must be a number'],
    [['--seed', '1.5'], '--seed must be a whole number'],
    [['--registry', 'maybe'], '--registry must be auto or none'],
    [['--stepped', '--speed', '2'], 'exclude each other'],
    [['--listener', '80'], "--listener must be a listener's port and a real one, as 80=8080"],
    [['--listener', '0=8080'], '--listener must be'],
    [['--listener', '80=70000'], '--listener must be'],
    [['--listener', '80=1', '--listener', '80=2'], "one option for each of the listeners' ports"],
    [['--bogus'], "Unknown option '--bogus'"],
    [['extra'], "Unexpected argument 'extra'"],
  ])('%j is refused', (args, part) => {
    expect(parseArguments(args)).toEqual({ kind: 'fault', message: expect.stringContaining(part) });
  });

  test('what is given gets through, the rest has defaults', () => {
    const parsed = parseArguments(['--speed', '60', '--seed', '3', '--registry', 'none']);
    const account = { port: 4566, region: 'eu-west-1', account: '123456789012', registry: 'none', tasks: 'auto' };
    const listeners = { listeners: 'ports', listenerPorts: new Map() };
    expect(parsed).toEqual({ kind: 'options', options: { ...account, ...listeners, seed: 3, speed: 60 } });
    expect(parseArguments(['--listener', '80=8080', '--listener=8080=0'])).toMatchObject({
      options: {
        listenerPorts: new Map([
          [80, 8080],
          [8080, 0],
        ]),
      },
    });
    expect(parseArguments(['--stepped'])).toMatchObject({ options: { clock: { advance: expect.any(Function) } } });
    expect(parseArguments(['--help'])).toEqual({ kind: 'help' });
  });
});

describe('npm run sandbox', () => {
  const started: ChildProcess[] = [];
  const run = (...args: string[]): ChildProcess => {
    const child = spawn(process.execPath, ['sandbox/main.ts', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    started.push(child);
    return child;
  };
  const read = (child: ChildProcess, until: RegExp): Promise<string> =>
    new Promise((resolve) => {
      let text = '';
      const more = (chunk: Buffer): void => {
        text += chunk.toString();
        if (until.test(text)) resolve(text);
      };
      child.stdout?.on('data', more);
      child.stderr?.on('data', more);
      child.on('close', () => {
        resolve(text);
      });
    });
  afterEach(() => {
    for (const child of started.splice(0)) child.kill('SIGKILL');
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('prints what to paste, and %s ends it cleanly', async (signal) => {
    const child = run('--port', '0', '--registry', 'none');
    const said = await read(child, /Stop it/);
    const url = /^export AWS_ENDPOINT_URL=(http:\/\/127\.0\.0\.1:\d+)$/m.exec(said)?.[1] ?? '';
    expect(said).toMatch(/^export AWS_REGION=eu-west-1$/m);
    expect(said).toMatch(/^export AWS_DEFAULT_REGION=eu-west-1$/m);
    expect(await (await fetch(`${url}/_sandbox/health`)).json()).toMatchObject({ status: 'ok', clock: 'real' });
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('a port in use is a sentence and exit code 1', async () => {
    const taken = await startAccount();
    const { port } = new URL(taken.url);
    const child = run('--port', port, '--registry', 'none');
    const [said, exit] = await Promise.all([read(child, /--port/), once(child, 'exit')]);
    expect(said).toContain(`Port ${port} on 127.0.0.1 is in use`);
    expect(exit).toEqual([1, null]);
    await taken.close();
  });

  test('a wrong flag prints the usage and exits with 2', async () => {
    const child = run('--prot', '1');
    const [said, exit] = await Promise.all([read(child, /--help/), once(child, 'exit')]);
    expect(said).toContain("Unknown option '--prot'");
    expect(exit).toEqual([2, null]);
  });
});
