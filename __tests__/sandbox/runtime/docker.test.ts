/** Tasks as real containers. Run it with an engine: `node scripts/engine.ts -- npm test -- __tests__/sandbox/runtime`. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { steppedClock } from '../../../sandbox/clock.ts';
import { type ContainerLaunch } from '../../../sandbox/runtime/runtime.ts';
import { type HealthCheck } from '../../../sandbox/world/elb.ts';
import { baseImage } from '../../../scripts/base-image.ts';
import { FOREVER, scriptOf, SERVER, taskOf, Told } from './docker/fixture.ts';
import { containerId, createRig, docker, engineIsThere, held } from './docker/rig.ts';

const SAMPLE = 'ecs-blue-green/test-sample:1';
const LIMIT_MS = 60_000;

let base: string;
const rig = createRig();

/** A container of the base image that runs a script. */
const script = (code: string, given: Partial<ContainerLaunch> = {}) => scriptOf(base, code, given);

const check: HealthCheck = {
  protocol: 'HTTP',
  port: 'traffic-port',
  path: '/health',
  intervalSeconds: 30,
  timeoutSeconds: 5,
  healthyThreshold: 5,
  unhealthyThreshold: 2,
  matcher: '200',
};

/** A container is up before the program in it listens. */
async function text(url: string): Promise<string> {
  for (;;) {
    const response = await fetch(url).catch(() => null);
    if (response) return response.text();
    await sleep(50);
  }
}

(engineIsThere ? describe : describe.skip)('with a Docker engine', () => {
  beforeAll(async () => {
    base = await baseImage();
    const app = join(import.meta.dirname, '../../../examples/app');
    await docker('build', '--quiet', '--build-arg', `BASE=${base}`, '--build-arg', 'VERSION=7', '--tag', SAMPLE, app);
  }, 120_000);

  afterEach(async () => {
    await rig.close();
    expect(await held()).toEqual([]);
  }, LIMIT_MS);

  afterAll(async () => {
    await docker('rmi', '--force', SAMPLE);
  });

  test(
    'the sample app runs, answers, is healthy, and ends in order when it is stopped',
    async () => {
      const runtime = await rig.open();
      const told = new Told();
      const launch = taskOf({ image: SAMPLE, ports: [8080], environment: { REVISION: 'abc' } });
      const task = runtime.start(launch, told);
      await told.until('running');
      expect(JSON.parse(await text(told.url(8080)))).toMatchObject({ version: '7', revision: 'abc' });
      const endpoint = told.ports.get(8080) ?? null;
      expect(endpoint?.host).toBe('127.0.0.1');
      expect(await runtime.check(launch.taskId, 8080, check, endpoint)).toBeNull();
      expect(await runtime.check(launch.taskId, 8080, { ...check, path: '/nowhere' }, endpoint)).toEqual({
        reason: 'Target.ResponseCodeMismatch',
        status: 404,
      });
      task.stop();
      await told.until('exited app');
      expect(told.events).toEqual(['running', 'exited app 0']);
      expect(told.lines).toEqual(['app: version 7 listens on 0.0.0.0:8080']);
      expect(await runtime.check(launch.taskId, 8080, check, endpoint)).toEqual({
        reason: 'Target.FailedHealthChecks',
      });
    },
    LIMIT_MS,
  );

  test(
    'a crash tells its exit code, and what was written before',
    async () => {
      const told = new Told();
      const runtime = await rig.open();
      runtime.start(taskOf(script(`console.log('one'); console.error('two'); process.exitCode = 3`)), told);
      await told.until('exited');
      expect(told.events).toEqual(['running', 'exited app 3']);
      expect(told.lines.toSorted()).toEqual(['app: one', 'app: two']);
    },
    LIMIT_MS,
  );

  test.each(['kill', 'rm'])(
    'docker %s by hand is told as an end by SIGKILL',
    async (command) => {
      const told = new Told();
      const runtime = await rig.open();
      const launch = taskOf(script(FOREVER));
      runtime.start(launch, told);
      await told.up();
      const id = await containerId(launch, 'app');
      await docker(command, ...(command === 'rm' ? ['--force'] : []), id);
      await told.until('exited');
      expect(told.events).toEqual(['running', 'exited app 137']);
    },
    LIMIT_MS,
  );

  test(
    'SIGTERM that is ignored is followed by SIGKILL',
    async () => {
      const told = new Told();
      const code = `process.on('SIGTERM', () => console.log('not now')); ${FOREVER}`;
      const runtime = await rig.open();
      const task = runtime.start(taskOf(script(code, { stopTimeoutSeconds: 2 })), told);
      await told.up();
      task.stop();
      await told.until('exited');
      expect(told.events).toEqual(['running', 'exited app 137']);
      expect(told.lines).toEqual(['app: up', 'app: not now']);
    },
    LIMIT_MS,
  );

  test(
    'a container can be killed by its name, the others go on',
    async () => {
      const told = new Told();
      const runtime = await rig.open();
      const task = runtime.start(taskOf(script(FOREVER), script(FOREVER, { name: 'side', essential: false })), told);
      await Promise.all([told.up(), told.up('side')]);
      task.kill('side');
      await told.until('exited side');
      expect(told.events).toEqual(['running', 'exited side 137']);
      task.kill();
      await told.until('exited app');
      expect(told.events).toEqual(['running', 'exited side 137', 'exited app 137']);
    },
    LIMIT_MS,
  );

  test(
    'the containers of a task share the loopback, and every port of theirs is published',
    async () => {
      const told = new Told();
      const proxy = `const http = require('http');
      http.createServer((q, s) => http.get('http://127.0.0.1:8080', (r) => r.pipe(s)).on('error', () => s.destroy()))
        .listen(9090)`;
      const runtime = await rig.open();
      runtime.start(taskOf(script(proxy, { name: 'proxy', ports: [9090] }), script(SERVER, { ports: [8080] })), told);
      await told.up();
      expect([...told.ports.keys()].toSorted()).toEqual([8080, 9090]);
      expect(await text(told.url(9090))).toBe('hello');
      expect(await text(told.url(8080))).toBe('hello');
    },
    LIMIT_MS,
  );

  test(
    'of a container that writes a great deal and ends, the last lines are told, too',
    async () => {
      const told = new Told();
      const runtime = await rig.open();
      runtime.start(taskOf(script(`for (let n = 1; n <= 30000; n++) console.log('line ' + n)`)), told);
      await told.until('exited');
      expect(told.lines).toHaveLength(30_000);
      expect(told.lines.at(-1)).toBe('app: line 30000');
    },
    LIMIT_MS,
  );

  test(
    'a task whose first container ends at once has run; the others do not keep it from telling so',
    async () => {
      const told = new Told();
      const runtime = await rig.open();
      const first = { image: base, command: ['node', '--no-such-option'] };
      const task = runtime.start(taskOf(first, script(FOREVER, { name: 'side', essential: false })), told);
      await told.until('exited app');
      // Whether it still found the first one's network is a matter of milliseconds.
      task.kill();
      await told.until('exited side');
      expect(told.events.toSorted()).toEqual([
        'exited app 9',
        expect.stringMatching(/^exited side (?:137|null CannotStartContainerError: .*non running container.*)$/),
        'running',
      ]);
    },
    LIMIT_MS,
  );

  test(
    'secrets are empty, and that is said once for each revision',
    async () => {
      const runtime = await rig.open();
      const code = `console.log('up', JSON.stringify(process.env.TOKEN))`;
      for (const told of [new Told(), new Told()]) {
        runtime.start(taskOf(script(code, { options: { secrets: ['TOKEN'] } })), told);
        await told.until('exited');
        expect(told.lines).toEqual(['app: up ""']);
      }
      expect(rig.logged).toEqual(['web:3, container app: secrets are not emulated, so these are empty: TOKEN']);
    },
    LIMIT_MS,
  );

  test(
    'an image that asks to be ended with another signal than SIGTERM is',
    async () => {
      const tag = 'ecs-blue-green/test-signal:1';
      const folder = await mkdtemp(join(tmpdir(), 'signal-'));
      await writeFile(join(folder, 'Dockerfile'), `FROM ${base}\nSTOPSIGNAL SIGUSR2\n`);
      await docker('build', '--quiet', '--tag', tag, folder);
      await rm(folder, { recursive: true });
      const told = new Told();
      const runtime = await rig.open();
      const code = `process.on('SIGUSR2', () => process.exit(4)); ${FOREVER}`;
      const task = runtime.start(taskOf({ ...script(code), image: tag }), told);
      await told.up();
      task.stop();
      await told.until('exited');
      expect(told.events).toEqual(['running', 'exited app 4']);
      await rig.close();
      await docker('rmi', tag);
    },
    LIMIT_MS,
  );

  test(
    'a volume is shared by the containers of a task, and gone with it',
    async () => {
      const told = new Told();
      const options = { mounts: [{ volume: 'data', path: '/data', readOnly: false }] };
      const write = `require('fs').writeFileSync('/data/note', 'written')`;
      const read = `const at = setInterval(() => { try {
      console.log(require('fs').readFileSync('/data/note', 'utf8')); clearInterval(at) } catch {} }, 20)`;
      const runtime = await rig.open();
      const side = script(write, { name: 'side', essential: false, options });
      runtime.start(taskOf(script(read, { options }), side), told);
      await Promise.all([told.until('exited app'), told.until('exited side')]);
      expect(told.lines).toEqual(['app: written']);
    },
    LIMIT_MS,
  );

  test(
    'an image that cannot be pulled',
    async () => {
      const told = new Told();
      const runtime = await rig.open();
      runtime.start(taskOf({ image: '127.0.0.1:1/absent:v1' }), told);
      await told.until('failed');
      expect(told.events).toEqual([
        expect.stringMatching(
          /^failed app CannotPullContainerError: pull image manifest has been retried 5 time\(s\): failed to resolve ref 127\.0\.0\.1:1\/absent:v1: failed to do request: .*connection refused/,
        ),
      ]);
    },
    LIMIT_MS,
  );

  test(
    'an image can be replaced by one that is there',
    async () => {
      const told = new Told();
      const runtime = await rig.open({
        images: (reference) => (reference === 'public.example/nginx:stable' ? base : reference),
      });
      runtime.start(taskOf({ ...script(FOREVER), image: 'public.example/nginx:stable' }), told);
      await told.up();
      expect(told.events).toEqual(['running']);
    },
    LIMIT_MS,
  );

  test(
    'a command that does not exist',
    async () => {
      const told = new Told();
      const runtime = await rig.open();
      runtime.start(taskOf({ image: base, command: ['no-such-program'] }), told);
      await told.until('failed');
      expect(told.events).toEqual([
        expect.stringMatching(
          /^failed app CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: .*"no-such-program": executable file not found in \$PATH/,
        ),
      ]);
    },
    LIMIT_MS,
  );

  test(
    'a container that needs more memory than its limit',
    async () => {
      const told = new Told();
      const runtime = await rig.open();
      const code = `const held = []; for (;;) held.push(Buffer.alloc(1e7, 1))`;
      runtime.start(taskOf(script(code, { options: { memoryMiB: 64 } })), told);
      await told.until('exited');
      expect(told.events).toEqual(['running', 'exited app 137 OutOfMemoryError: Container killed due to memory usage']);
    },
    LIMIT_MS,
  );

  test(
    'a health check of the definition runs by the emulated clock',
    async () => {
      const clock = steppedClock();
      const told = new Told();
      const runtime = await rig.open({}, clock);
      const code = `const fs = require('fs'); fs.writeFileSync('/sick', ''); console.log('up');
      process.on('SIGUSR2', () => { fs.rmSync('/sick'); console.log('well') }); setInterval(() => {}, 1000)`;
      const healthCheck = {
        command: ['CMD', 'node', '-e', `process.exit(require('fs').existsSync('/sick') ? 1 : 0)`],
        intervalSeconds: 10,
        timeoutSeconds: 5,
        retries: 2,
        startPeriodSeconds: 0,
      };
      const launch = taskOf(script(code, { healthCheck }));
      runtime.start(launch, told);
      await told.up();
      await clock.advanceThrough(19_999);
      expect(told.events).toEqual(['running']);
      await clock.advanceThrough(1);
      expect(told.events).toEqual(['running', 'health app UNHEALTHY']);
      await docker('kill', '--signal', 'USR2', await containerId(launch, 'app'));
      await told.until('app: well');
      await clock.advanceThrough(10_000);
      expect(told.events).toEqual(['running', 'health app UNHEALTHY', 'health app HEALTHY']);
    },
    LIMIT_MS,
  );

  test(
    'stepped time waits for the start, the listening port and the end',
    async () => {
      const clock = steppedClock();
      const told = new Told();
      const runtime = await rig.open({}, clock);
      const late = `setTimeout(() => { ${SERVER} }, 400); process.on('SIGTERM', () => process.exit(0))`;
      const launch = taskOf(script(late, { ports: [8080] }));
      const task = runtime.start(launch, told);
      await clock.advanceThrough(1);
      expect(told.events).toEqual(['running']);
      expect(await (await fetch(told.url(8080))).text()).toBe('hello');
      task.stop();
      await clock.advanceThrough(1);
      expect(told.events).toEqual(['running', 'exited app 0']);
    },
    LIMIT_MS,
  );

  test(
    'one that is stopped while it starts never runs',
    async () => {
      const told = new Told();
      const runtime = await rig.open();
      runtime.start(taskOf(script(FOREVER), script(FOREVER, { name: 'side' })), told).stop();
      await told.until('exited side');
      expect(told.events).toEqual(['exited app null', 'exited side null']);
    },
    LIMIT_MS,
  );
});
