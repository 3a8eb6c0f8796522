/** `npm run launch` as a person meets it: what it says when something is wrong, and what can be done next. */
import { spawn } from 'node:child_process';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { steppedClock } from '../../sandbox/clock.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';

const script = resolve(import.meta.dirname, '../../scripts/launch.ts');
const PLACE = ['VpcId=vpc-0a000000000000001', 'Subnets=subnet-0a000000000000001,subnet-0a000000000000002'];

interface Launched {
  readonly code: number | null;
  readonly output: string;
}

/** No Docker answers to it. `onOutput` gets what came so far, and the process. */
async function launch(
  endpoint: string,
  args: readonly string[],
  onOutput: (output: string, interrupt: () => void) => void = () => undefined,
): Promise<Launched> {
  const env = { ...process.env, DOCKER_HOST: 'tcp://127.0.0.1:1', AWS_ENDPOINT_URL: endpoint };
  const child = spawn(process.execPath, [script, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      onOutput(output, () => child.kill('SIGINT'));
    });
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, output };
}

let running: RunningSandbox;
beforeAll(async () => {
  running = await startSandbox({ speed: 200, registry: 'none', tasks: 'simulated', region: 'eu-north-1' });
});
afterAll(async () => {
  await running.close();
});

const here = (...args: string[]): Promise<Launched> => launch(running.url, args);

describe('a service', () => {
  beforeAll(async () => {
    expect(await here('service.yml', 'Name=shop', ...PLACE)).toMatchObject({ code: 0 });
  }, 30_000);

  test('says where it answers on this machine, in the region of the sandbox', async () => {
    const { output, code } = await here('service.yml', 'Name=shop', '--update');
    expect([code, output]).toEqual([0, expect.stringContaining('Nothing to change: the stack shop is so already.')]);
    expect(output).toContain('.eu-north-1.amazonaws.com/shop');
  });

  test('again: it is there, and how to go on', async () => {
    expect(await here('service.yml', 'Name=shop', ...PLACE)).toEqual({
      code: 1,
      output: 'The stack shop is there already (CREATE_COMPLETE). Give another Name, or --update to change it.\n',
    });
  });

  test('an update keeps what is not given, and shows its own events alone', async () => {
    const { output, code } = await here('service.yml', '--stack-name', 'shop', '--update', 'MinTasks=2');
    expect(code).toBe(0);
    expect(output).toMatch(/UPDATE_COMPLETE +ScalableTarget/);
    expect(output).not.toContain('CREATE_COMPLETE');
  });

  test('an update that fails: the cause, and none of an earlier one', async () => {
    for (const wanted of ['TaskSize=512 CPU, 1024 MB', 'MinTasks=5']) {
      const { output, code } = await here('service.yml', 'Name=shop', '--update', wanted);
      const told = output.slice(output.indexOf('The stack shop'));
      expect([code, told]).toEqual([
        1,
        expect.stringMatching(/^The stack shop was not updated \(UPDATE_ROLLBACK_COMPLETE\):\n {2}[^\n]+\n$/),
      ]);
      expect(told).toContain(wanted.startsWith('MinTasks') ? '  ScalableTarget: ' : '  Service: ');
    }
  });

  test('another stack of its Name fails, with causes alone; the next attempt takes the remains away', async () => {
    const failed = await here('service.yml', '--stack-name', 'other', 'Name=shop', ...PLACE);
    expect(failed.code).toBe(1);
    const told = failed.output.slice(failed.output.indexOf('The stack other was not launched (ROLLBACK_COMPLETE):'));
    expect(told).toContain("  Cluster: Resource handler returned message: \"Resource of type 'AWS::ECS::Cluster'");
    expect(told).not.toContain('cancelled');
    const again = await here('service.yml', 'Name=other', ...PLACE);
    expect([again.code, again.output]).toEqual([
      0,
      expect.stringContaining('Removing what the failed launch left of other'),
    ]);
  }, 30_000);
});

test.each([
  ['a slip', ['service.yml', '--stack-name', 'a', 'Nane=a'], 'service.yml has no parameter "Nane". Did you mean Name?'],
  ['another case', ['service.yml', 'Name=a', 'vpcid=b'], 'Did you mean VpcId?'],
  ['a member of every object', ['network.yml', 'Name=a', '__proto__=b'], 'It has Name, Cidr'],
  ['no such template', ['srvice.yml', 'Name=a'], 'There is no template "srvice.yml"'],
  ['nothing to update', ['service.yml', 'Name=a', '--update'], 'There is no stack a to update: leave --update out.'],
  ['no folder', ['service.yml', 'Name=a', '--deploy', script], 'which is no folder.'],
  ['no Docker', ['service.yml', 'Name=a', ...PLACE, '--deploy', '.'], 'no Docker engine answers: start one'],
])('%s: refused before anything is launched', async (_case, args, message) => {
  const stacks = running.sandbox.world.cloudformation.stacks.size;
  expect(await here(...args)).toEqual({ code: 1, output: expect.stringContaining(message) });
  expect(running.sandbox.world.cloudformation.stacks.size).toBe(stacks);
});

test.each<[string, RequestListener]>([
  ['a page', (_asked, answer) => answer.end('<html>hello</html>')],
  ['other JSON', (_asked, answer) => answer.end('{"status":"ok"}')],
  ['an error', (_asked, answer) => answer.writeHead(500).end('{"region":"eu-west-1"}')],
])('something else on the port, with %s, is no sandbox', async (_case, listener) => {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const { code, output } = await launch(url, ['network.yml', 'Name=a']);
  server.close();
  expect([code, output]).toEqual([1, expect.stringContaining(`What answers at ${url} is no sandbox.`)]);
});

test('nothing on the port', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  await new Promise((done) => server.close(done));
  expect(await launch(url, ['network.yml', 'Name=a'])).toEqual({
    code: 1,
    output: expect.stringContaining(`No sandbox answers at ${url}: start one by npm run sandbox`),
  });
});

test('Ctrl+C ends the wait, and says that the stack goes on', async () => {
  const still = await startSandbox({ clock: steppedClock(), registry: 'none', tasks: 'simulated' });
  const { code, output } = await launch(still.url, ['network.yml', 'Name=net'], (soFar, interrupt) => {
    if (soFar.includes('CREATE_IN_PROGRESS')) interrupt();
  });
  await still.close();
  expect(output).toContain('Time stands still in this sandbox');
  expect([code, output]).toEqual([
    130,
    expect.stringContaining('Interrupted. What was begun on the stack net goes on'),
  ]);
});
