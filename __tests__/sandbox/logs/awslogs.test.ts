import { describe, expect, test } from '@jest/globals';
import { steppedClock } from '../../../sandbox/clock.ts';
import { logTarget, logTargets, prepareLog, writeLog } from '../../../sandbox/logs/awslogs.ts';
import { createGroup, createStream, STREAMS_PER_GROUP } from '../../../sandbox/logs/create.ts';
import { append, dropOldest, EVENTS_PER_STREAM } from '../../../sandbox/logs/store.ts';
import { type Sandbox } from '../../../sandbox/operation.ts';
import { createSandbox } from '../../../sandbox/sandbox.ts';

const TASK = '0123456789abcdef0123456789abcdef';
const definition = (options: Record<string, string>, logDriver: 'awslogs' | 'json-file' = 'awslogs') => ({
  name: 'app',
  logConfiguration: { logDriver, options },
});

describe("a container's log", () => {
  test.each([
    [
      'Fargate',
      definition({ 'awslogs-group': '/ecs/web', 'awslogs-stream-prefix': 'web', 'awslogs-region': 'eu-west-1' }),
      { group: '/ecs/web', stream: `web/app/${TASK}`, create: false },
    ],
    [
      'with a group that is made',
      definition({ 'awslogs-group': 'g', 'awslogs-stream-prefix': 'p', 'awslogs-create-group': 'true' }),
      { group: 'g', stream: `p/app/${TASK}`, create: true },
    ],
    ['without a prefix', definition({ 'awslogs-group': 'g' }), { group: 'g', stream: TASK, create: false }],
    ['without a group', definition({}), null],
    ['another driver', definition({ 'awslogs-group': 'g' }, 'json-file'), null],
    ['none', { name: 'app' }, null],
  ])('%s', (_name, given, expected) => {
    expect(logTarget(given, TASK)).toEqual(expected);
  });

  test('of every container of a task definition', () => {
    const containerDefinitions = [definition({ 'awslogs-group': 'g' }), { name: 'silent' }, 'nonsense'];
    expect([...logTargets({ containerDefinitions }, TASK)]).toEqual([
      ['app', { group: 'g', stream: TASK, create: false }],
    ]);
    expect(logTargets({}, TASK).size).toBe(0);
  });
});

const target = { group: 'g', stream: 'web/app/1', create: false };
const sandbox = (): Sandbox => createSandbox({ clock: steppedClock() });
const lines = (of: Sandbox): string[] =>
  [...of.world.logs.groups.values()].flatMap(({ streams }) =>
    [...streams.values()].flatMap(({ events }) => events.all().map(({ message }) => message)),
  );

describe('the driver', () => {
  test('a task cannot start where its group is not there', () => {
    const of = sandbox();
    expect(prepareLog(of, target)).toMatch(
      /^ResourceInitializationError: failed to validate logger args: .*The specified log group does not exist\./,
    );
    expect(of.world.logs.groups.size).toBe(0);
  });

  test('makes stream and group, and writes in the order of the lines', () => {
    const of = sandbox();
    expect(prepareLog(of, { ...target, create: true })).toBeNull();
    expect(prepareLog(of, target)).toBeNull();
    for (const message of ['one', '', 'two']) writeLog(of, { ...target, message });
    expect(lines(of)).toEqual(['one', 'two']);
  });

  test('a line for a group that was deleted is lost', () => {
    const of = sandbox();
    writeLog(of, { ...target, message: 'late' });
    expect(of.world.logs).toMatchObject({ bytes: 0, count: 0 });
  });

  test('very long lines are cut to what an event holds', () => {
    const of = sandbox();
    prepareLog(of, { ...target, create: true });
    writeLog(of, { ...target, message: 'x'.repeat(300 * 1024) });
    expect(lines(of)[0]).toHaveLength(256 * 1024 - 26);
  });
});

describe('what is kept', () => {
  test('so many events of a stream, the newest', () => {
    const of = sandbox();
    const stream = createStream(of, createGroup(of, 'g'), 's');
    for (let index = 0; index < EVENTS_PER_STREAM + 5; index += 1) append(of, stream, index, String(index));
    expect(stream.events.all()).toHaveLength(EVENTS_PER_STREAM);
    expect(stream.events.all()[0]?.message).toBe('5');
    const bytes = stream.events.all().reduce((sum, { message }) => sum + message.length + 26, 0);
    expect(of.world.logs.bytes).toBe(bytes);
  });

  test('so many bytes in all: the oldest go, in whichever stream they are', () => {
    const of = sandbox();
    const group = createGroup(of, 'g');
    const [a, b] = [createStream(of, group, 'a'), createStream(of, group, 'b')];
    for (const [stream, time] of [
      [a, 1],
      [b, 2],
      [a, 3],
      [b, 4],
    ] as const)
      append(of, stream, time, String(time));
    dropOldest(of.world.logs, 2 * 27);
    expect(lines(of)).toEqual(['3', '4']);
    expect(of.world.logs.bytes).toBe(2 * 27);
    dropOldest(of.world.logs, 1e9);
    expect([lines(of), of.world.logs.bytes]).toEqual([[], 0]);
  });

  test('so many streams of a group', () => {
    const of = sandbox();
    const group = createGroup(of, 'g');
    append(of, createStream(of, group, 'first'), 1, 'x');
    for (let index = 0; index < STREAMS_PER_GROUP; index += 1) createStream(of, group, String(index));
    expect([group.streams.size, group.streams.has('first'), of.world.logs.bytes]).toEqual([1_000, false, 0]);
  });

  test('100 MB of lines do not stay', () => {
    const of = sandbox();
    prepareLog(of, { ...target, create: true });
    prepareLog(of, { ...target, stream: 'other' });
    const message = 'x'.repeat(100_000);
    for (let index = 0; index < 1_000; index += 1) {
      writeLog(of, { ...target, stream: index % 2 === 0 ? target.stream : 'other', message });
    }
    expect(of.world.logs.bytes).toBeLessThanOrEqual(8 * 1024 * 1024);
    expect(of.world.logs.bytes).toBeGreaterThan(7 * 1024 * 1024);
    expect(of.world.logs.bytes).toBe(lines(of).length * 100_026);
  });
});
