/** Nothing is left behind, and nothing of others is touched. */
import { once } from 'node:events';
import { rm, mkdtemp } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { findEngine } from '../../../../sandbox/runtime/docker/find-engine.ts';
import { baseImage } from '../../../../scripts/base-image.ts';
import { FOREVER, scriptOf, taskOf, Told } from './fixture.ts';
import { containerId, createRig, docker, engineIsThere, held, openEngine } from './rig.ts';

const LIMIT_MS = 60_000;
const rig = createRig();
let base: string;

/** A process that runs one task and prints a line once it is up. */
const CHILD = `
  import { realClock } from './sandbox/clock.ts';
  import { dockerRuntime } from './sandbox/runtime/docker/docker.ts';
  import { findEngine } from './sandbox/runtime/docker/find-engine.ts';
  import { scriptOf, taskOf, Told } from './__tests__/sandbox/runtime/docker/fixture.ts';
  const { engine } = await findEngine();
  const runtime = await dockerRuntime({ engine, clock: realClock(), log: console.error, registry: () => null });
  const told = new Told();
  const options = { mounts: [{ volume: 'data', path: '/data', readOnly: false }] };
  runtime.start(taskOf(scriptOf(process.env.IMAGE, process.env.CODE, { options })), told);
  await told.up();
  console.log('up');
`;

async function startChild() {
  const cwd = join(import.meta.dirname, '../../../..');
  const env = { ...process.env, IMAGE: base, CODE: FOREVER, NODE_OPTIONS: '' };
  const args = ['--input-type=module-typescript', '--eval', CHILD];
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

(engineIsThere ? describe : describe.skip)('with a Docker engine', () => {
  beforeAll(async () => {
    base = await baseImage();
  }, 120_000);

  afterEach(async () => {
    await rig.close();
    expect(await held()).toEqual([]);
  }, LIMIT_MS);

  test(
    'what a killed sandbox left is removed by the next one, what a living one has stays',
    async () => {
      const killed = await startChild();
      const living = await startChild();
      try {
        expect(await held(killed.pid)).toHaveLength(3);
        killed.kill('SIGKILL');
        await once(killed, 'exit');
        expect(await held(killed.pid)).toHaveLength(3);
        await rig.open();
        expect(await held(killed.pid)).toEqual([]);
        expect(await held(living.pid)).toHaveLength(3);
      } finally {
        living.kill('SIGKILL');
        await once(living, 'exit');
      }
      await rig.open();
      expect(await held(living.pid)).toEqual([]);
    },
    LIMIT_MS,
  );

  test(
    'closing ends tasks that run and such as just start; nothing more is told',
    async () => {
      const runtime = await rig.open();
      const running = new Told();
      runtime.start(taskOf(scriptOf(base, FOREVER)), running);
      await running.up();
      const starting = Array.from({ length: 4 }, () => new Told());
      for (const told of starting) runtime.start(taskOf(scriptOf(base, FOREVER)), told);
      await runtime.close();
      expect(await held()).toEqual([]);
      expect(running.events).toEqual(['running']);
      expect(starting.flatMap(({ events }) => events)).toEqual([]);
    },
    LIMIT_MS,
  );

  test(
    'closing does not wait for a registry that never answers',
    async () => {
      const sockets: Socket[] = [];
      const silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
      await once(silent, 'listening');
      const address = silent.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      const runtime = await rig.open();
      const told = new Told();
      const asked = once(silent, 'connection');
      runtime.start(taskOf({ image: `127.0.0.1:${String(port)}/web:v1` }), told);
      await asked;
      await runtime.close();
      for (const socket of sockets) socket.destroy();
      silent.close();
      expect(told.events).toEqual([]);
    },
    LIMIT_MS,
  );

  test(
    'two sandboxes on one engine, with the same task, do not disturb each other',
    async () => {
      const [one, other] = [await rig.open(), await rig.open()];
      const launch = taskOf(scriptOf(base, FOREVER));
      const [mine, theirs] = [new Told(), new Told()];
      one.start(launch, mine);
      other.start(launch, theirs);
      await Promise.all([mine.up(), theirs.up()]);
      await one.close();
      expect((await containerId(launch, 'app')).split('\n')).toHaveLength(1);
      expect(theirs.events).toEqual(['running']);
    },
    LIMIT_MS,
  );

  test(
    'an end that was missed while the engine could not be reached is told later',
    async () => {
      const direct = await openEngine();
      await direct.close();
      const { address } = direct;
      if (address.kind !== 'socket') throw new Error('this test needs an engine on a Unix socket');
      const directory = await mkdtemp(join(tmpdir(), 'engine-proxy-'));
      const open = new Set<Socket>();
      let reachable = true;
      const proxy = createServer((socket) => {
        const engine = connect(address.path);
        for (const [end, far] of [
          [socket, engine],
          [engine, socket],
        ] as const) {
          open.add(end);
          end
            .on('error', () => undefined)
            .once('close', () => {
              open.delete(end);
              far.destroy();
            });
        }
        if (reachable) socket.pipe(engine).pipe(socket);
        else socket.destroy();
      }).listen(join(directory, 'docker.sock'));
      try {
        await once(proxy, 'listening');
        const found = await findEngine({ DOCKER_HOST: `unix://${directory}/docker.sock` });
        if (found.kind === 'none') throw new Error(found.reason);
        const runtime = await rig.open({ engine: found.engine });
        const told = new Told();
        const launch = taskOf(scriptOf(base, FOREVER));
        runtime.start(launch, told);
        await told.up();
        reachable = false;
        for (const end of open) end.destroy();
        await docker('kill', '--signal', 'KILL', await containerId(launch, 'app'));
        reachable = true;
        await told.until('exited');
        expect(told.events).toEqual(['running', 'exited app 137']);
        await rig.close();
      } finally {
        proxy.close();
        await rm(directory, { recursive: true });
      }
    },
    LIMIT_MS,
  );
});
