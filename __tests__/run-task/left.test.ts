import { describe, expect, test } from '@jest/globals';

import { AwsCallError } from '../../src/ports/aws/error.ts';
import { type TaskPort } from '../../src/ports/aws/task-port.ts';
import { stopTaskLeft } from '../../src/run-task/left.ts';
import { type World } from '../../src/world.ts';
import { recordedRun } from '../recorded.ts';
import { FakeClock } from '../watch/fake-clock.ts';

const ARN = 'arn:aws:ecs:eu-west-1:123456789012:task/shop/0123';

async function left(state: Readonly<Record<string, string>>, fault?: Error) {
  const run = recordedRun(state);
  const stops: string[] = [];
  const never = (): Promise<never> => Promise.reject(new Error('not asked for'));
  const ecs: TaskPort = {
    runTask: never,
    describeTask: never,
    stopTask: (cluster, arn, reason) => {
      stops.push([cluster, arn, reason].join(' '));
      return fault === undefined ? Promise.resolve() : Promise.reject(fault);
    },
  };
  const world: World = { ...run, env: {}, clock: new FakeClock(), signal: new AbortController().signal };
  await stopTaskLeft(world, () => Promise.resolve(ecs));
  return { warnings: run.of('warning'), stops };
}

describe('what a killed run has left', () => {
  test('a task is stopped, once', async () => {
    expect(await left({ 'run-task-arn': ARN })).toEqual({
      stops: [`shop ${ARN} ecs-blue-green: the run was cancelled`],
      warnings: ['Task 0123 was stopped.'],
    });
  });

  test('one that cannot be stopped is told, with the statement to add', async () => {
    const call = { service: 'ecs', operation: 'StopTask', on: ARN };
    const denied = new AwsCallError(call, { kind: 'denied', code: 'AccessDeniedException', message: 'no' });
    const { warnings } = await left({ 'run-task-arn': ARN }, denied);
    expect(warnings).toEqual([expect.stringMatching(/could not be stopped and goes on by itself.*"ecs:StopTask"/)]);
  });

  test('one that was only being started may be there', async () => {
    const { stops, warnings } = await left({ 'run-task-starting': 'true' });
    expect([stops, warnings]).toEqual([[], [expect.stringContaining('there may be one')]]);
  });

  test('nothing', async () => {
    expect(await left({})).toEqual({ stops: [], warnings: [] });
  });
});
