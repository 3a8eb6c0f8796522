import { describe, expect, test } from '@jest/globals';
import { type Engine, type Observation, unseen } from '../../src/engine/engine.ts';
import { type Treatment } from '../../src/in-progress/decide.ts';
import { type Kept, nothingKept } from '../../src/in-progress/kept.ts';
import { settle } from '../../src/in-progress/settle.ts';
import { type TheirWaits } from '../../src/in-progress/their-waits.ts';
import { type Another } from '../../src/in-progress/words.ts';
import { AwsCallError } from '../../src/ports/aws/error.ts';
import { recorder } from '../target/fake-aws.ts';
import { FakeClock } from '../watch/fake-clock.ts';
import { Simulated, type Timeline, timeline } from '../watch/simulated.ts';

const MINUTE = 60_000;
const ALL = [{ atMs: 0, percent: 100 }];
const CANARY = [
  { atMs: 0, percent: 10 },
  { atMs: 5 * MINUTE, percent: 100 },
];
const another: Another = {
  id: 'd-OTHER0001',
  info: {
    deploymentId: 'd-OTHER0001',
    applicationName: 'app',
    deploymentGroupName: 'group',
    description: 'ecs-blue-green:octo/shop:70.2:deploy web:1 → web:2 by octocat',
  },
};

const waitsOf = (steps: TheirWaits['steps'], terminationMs: number, limitMs: number): TheirWaits => ({
  waiting: { until: 'completed', readyMs: 0, shiftMs: 0, terminationMs, limitMs, maxDelayMs: 30_000 },
  steps,
  hasTestListener: false,
});

interface Played {
  readonly lines: readonly string[];
  readonly controls: readonly string[];
  readonly engine: Simulated;
  readonly clock: FakeClock;
  readonly kept: Kept;
  readonly work: Promise<void>;
}

interface Options {
  readonly treatment?: Treatment;
  readonly course: Timeline;
  readonly waits?: TheirWaits;
  readonly kept?: Kept;
  readonly signal?: AbortSignal;
  readonly stop?: () => Promise<'stopping' | 'over'>;
  readonly promote?: () => Promise<'continued' | 'not-waiting' | 'over'>;
  readonly engine?: (engine: Simulated) => void;
}

function play(options: Options): Played {
  const clock = new FakeClock();
  const engine = new Simulated(clock, options.course);
  options.engine?.(engine);
  const { log, lines } = recorder();
  const controls: string[] = [];
  const controlled: Engine = {
    start: () => engine.start(),
    observe: (id, look) => engine.observe(id, look),
    stop: (id) => {
      controls.push(`stop ${id}`);
      return options.stop?.() ?? Promise.resolve('stopping');
    },
    promote: (id, wait) => {
      controls.push(`promote ${id} ${wait}`);
      return options.promote?.() ?? Promise.resolve('continued');
    },
  };
  const kept = options.kept ?? nothingKept();
  const waits = options.waits ?? waitsOf(ALL, 0, 30 * MINUTE);
  const signal = options.signal ?? new AbortController().signal;
  const ports = { clock, log, signal, aws: { region: 'eu-west-1' }, engine: controlled };
  const work = settle(another, options.treatment ?? 'wait', waits, kept, ports);
  return { lines, controls, engine, clock, kept, work };
}

describe('wait', () => {
  test('a line for each change of status and traffic, none for tasks and lifecycle events, and the end', async () => {
    const course = timeline({ steps: CANARY, terminationMs: 5 * MINUTE });
    const { lines, controls, clock, work } = play({ course, waits: waitsOf(CANARY, 5 * MINUTE, 60 * MINUTE) });
    await clock.run(work);
    const told = lines.filter((text) => !text.includes('waiting for'));
    expect(told).toHaveLength(9);
    expect(told.slice(0, 4)).toEqual([
      'Deployment d-OTHER0001 of this group is in progress: started by run 70, attempt 2, job deploy of octo/shop, by octocat, brings web:2.',
      'It has not begun yet (Created). Waiting until it has ended, for 1 h at most (if-deployment-in-progress: wait).',
      'https://console.aws.amazon.com/codesuite/codedeploy/deployments/d-OTHER0001?region=eu-west-1',
      expect.stringMatching(/^d-OTHER0001 {2}00:00 {2}deployment Created$/),
    ]);
    // Status and traffic are two calls, and either may show first.
    for (const what of ['deployment InProgress', 'traffic blue 90 % / green 10 %', 'traffic blue 0 % / green 100 %']) {
      expect(told.filter((text) => text.endsWith(what))).toHaveLength(1);
    }
    expect(told.slice(-2)).toEqual([
      expect.stringMatching(/^d-OTHER0001 {2}\d\d:\d\d {2}deployment Succeeded$/),
      'Deployment d-OTHER0001 is Succeeded: looking again.',
    ]);
    expect(controls).toEqual([]);
  });

  test('few calls: no more than nine in any minute, and four in a long wait', async () => {
    const course = timeline({ steps: CANARY, terminationMs: 60 * MINUTE });
    const { clock, engine, work } = play({ course, waits: waitsOf(CANARY, 60 * MINUTE, 120 * MINUTE) });
    await clock.run(work);
    expect(engine.busiest(0, Infinity)).toBeLessThanOrEqual(9);
    expect(engine.busiest(20 * MINUTE, 60 * MINUTE)).toBeLessThanOrEqual(4);
  });

  test('at the time limit it gives up, with whose it is, what it does, its page and the ways out', async () => {
    const course = timeline({ steps: ALL, terminationMs: 600 * MINUTE });
    const { clock, work } = play({ course, waits: waitsOf(ALL, 600 * MINUTE, 30 * MINUTE) });
    const begun = clock.now();
    const error: unknown = await clock.run(work.catch((thrown: unknown) => thrown));
    expect(clock.now() - begun).toBeGreaterThanOrEqual(30 * MINUTE);
    expect(clock.now() - begun).toBeLessThan(31 * MINUTE);
    const said = error instanceof Error ? error.message : '';
    expect(said).toContain('Could not deploy after the deployment in progress (app / group): deployment d-OTHER0001');
    expect(said).toContain('InProgress, started by run 70, attempt 2, job deploy of octo/shop, by octocat');
    expect(said).toContain('has all the production traffic, and its original tasks wait for their end');
    expect(said).toContain('it has not ended after 30 min');
    expect(said).toContain('--deployment-wait-type TERMINATION_WAIT');
    expect(said).toContain('/deployments/d-OTHER0001?region=eu-west-1');
  });

  test('the limit is one for all that a run meets', async () => {
    const kept = nothingKept();
    kept.since = new FakeClock().now() - 40 * MINUTE;
    kept.until = kept.since + 30 * MINUTE;
    const { clock, controls, work } = play({ course: timeline({ steps: ALL }), kept, treatment: 'replace' });
    await expect(clock.run(work)).rejects.toThrow('it has not ended after 40 min');
    expect(controls).toEqual([]);
  });

  test('a first look that is not answered is repeated', async () => {
    const throttled = new AwsCallError(
      { service: 'codedeploy', operation: 'GetDeployment', on: 'd-OTHER0001' },
      { kind: 'throttled', code: 'ThrottlingException', message: 'Rate exceeded' },
    );
    let left = 3;
    const { clock, lines, work } = play({
      course: timeline({ steps: ALL }),
      engine: (engine) => {
        engine.fault = () => (left-- > 0 ? throttled : null);
      },
    });
    await clock.run(work);
    expect(lines.at(-1)).toContain('is Succeeded');
  });

  test('nobody answers until the limit: given up', async () => {
    const down = new AwsCallError(
      { service: 'codedeploy', operation: 'GetDeployment', on: 'd-OTHER0001' },
      { kind: 'server', code: 'InternalFailure', message: 'no' },
    );
    const { clock, work } = play({
      course: timeline({ steps: ALL }),
      engine: (engine) => {
        engine.fault = () => down;
      },
    });
    await expect(clock.run(work)).rejects.toThrow('is no longer waited for');
  });

  test('a cancel ends it with the reason of the signal', async () => {
    const controller = new AbortController();
    const { clock, work, controls } = play({
      course: timeline({ steps: ALL, terminationMs: 600 * MINUTE }),
      signal: controller.signal,
    });
    clock.at(clock.now() + 3 * MINUTE, () => {
      controller.abort(new Error('cancelled'));
    });
    const begun = clock.now();
    await expect(clock.run(work)).rejects.toThrow('cancelled');
    expect(clock.now() - begun).toBe(3 * MINUTE);
    expect(controls).toEqual([]);
  });

  test('over at the first look: nothing is waited for', async () => {
    const { clock, lines, work } = play({
      course: timeline({ steps: ALL }),
      engine: (engine) => {
        engine.change = (): Observation => ({ ...unseen('d-OTHER0001'), status: 'Stopped', rawStatus: 'Stopped' });
      },
    });
    await clock.run(work);
    expect(lines.at(-1)).toBe('Deployment d-OTHER0001 is Stopped: looking again.');
  });
});

describe('finish', () => {
  const course = timeline({ steps: CANARY, terminationMs: 20 * MINUTE });
  const waits = waitsOf(CANARY, 20 * MINUTE, 60 * MINUTE);

  test.each(['continued', 'not-waiting', 'over'] as const)(
    'waits for the shift, ends the wait once (%s), and waits for the end',
    async (answer) => {
      const { clock, controls, lines, work } = play({
        treatment: 'finish',
        course,
        waits,
        promote: () => Promise.resolve(answer),
      });
      await clock.run(work);
      expect(controls).toEqual(['promote d-OTHER0001 termination']);
      expect(lines.at(-1)).toContain('is Succeeded');
    },
  );

  test('no right to end it: the statement to add', async () => {
    const denied = new AwsCallError(
      { service: 'codedeploy', operation: 'ContinueDeployment', on: 'd-OTHER0001' },
      { kind: 'denied', code: 'AccessDeniedException', message: 'not authorized' },
    );
    const { clock, work } = play({ treatment: 'finish', course, waits, promote: () => Promise.reject(denied) });
    await expect(clock.run(work)).rejects.toThrow(/"Action":"codedeploy:ContinueDeployment"/);
  });
});

describe('replace', () => {
  test('stops once, and follows that to its end', async () => {
    const course = timeline({ steps: CANARY, failed: { atMs: 20_000, status: 'Stopped' } });
    const { clock, controls, lines, work } = play({ treatment: 'replace', course });
    await clock.run(work);
    expect(controls).toEqual(['stop d-OTHER0001']);
    expect(lines).toContain('Deployment d-OTHER0001 is stopped.');
    expect(lines.at(-1)).toBe('Deployment d-OTHER0001 is Stopped: looking again.');
  });

  test('that does not come to its end: waited for, not stopped again, up to the limit', async () => {
    const course = timeline({ steps: CANARY, installMs: 600 * MINUTE });
    const { clock, controls, work } = play({ treatment: 'replace', course });
    await expect(clock.run(work)).rejects.toThrow('it has not ended after 30 min');
    expect(controls).toEqual(['stop d-OTHER0001']);
  });

  test('it had ended: nothing was stopped', async () => {
    const course = timeline({ steps: ALL, installMs: 1_000 });
    const { clock, lines, work } = play({ treatment: 'replace', course, stop: () => Promise.resolve('over') });
    await clock.run(work);
    expect(lines).toContain('Deployment d-OTHER0001 had ended by itself.');
    expect(lines.at(-1)).toContain('is Succeeded');
  });

  test('cancelled while it ends: says that it was stopped', async () => {
    const controller = new AbortController();
    const { clock, lines, work } = play({
      treatment: 'replace',
      course: timeline({ steps: CANARY, installMs: 600 * MINUTE }),
      signal: controller.signal,
    });
    clock.at(clock.now() + MINUTE, () => {
      controller.abort(new Error('cancelled'));
    });
    await expect(clock.run(work)).rejects.toThrow('cancelled');
    expect(lines.at(-1)).toContain('was stopped with rollback before the run was cancelled');
  });
});
