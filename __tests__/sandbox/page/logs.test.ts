import { afterEach, describe, expect, test } from '@jest/globals';
import { logTargets, prepareLog, writeLog } from '../../../sandbox/logs/awslogs.ts';
import { taskLog } from '../../../sandbox/page/logs.ts';
import { control } from '../account.ts';
import { type Rig, startRig } from './rig.ts';

const closing: Rig[] = [];
afterEach(async () => {
  for (const rig of closing.splice(0)) await rig.close();
});

const awslogs = (stream: string) => ({
  logDriver: 'awslogs' as const,
  options: { 'awslogs-group': '/shop', 'awslogs-stream-prefix': stream, 'awslogs-create-group': 'true' },
});

async function withLogs(): Promise<Rig & { task: string }> {
  const containerDefinitions = ['app', 'side'].map((name) => ({
    name,
    image: 'web:1',
    portMappings: name === 'app' ? [{ containerPort: 8080 }] : [],
    logConfiguration: awslogs(name),
  }));
  const rig = await startRig({ definition: { containerDefinitions } });
  closing.push(rig);
  const [task] = rig.sandbox.world.ecs.tasks.values();
  return { ...rig, task: task?.arn.split('/').at(-1) ?? '' };
}

function write({ sandbox, clock, task }: Rig & { task: string }, lines: readonly (readonly [string, string])[]): void {
  const [definition] = sandbox.world.ecs.taskDefinitions.values();
  const targets = logTargets(definition?.body ?? {}, task);
  for (const target of targets.values()) prepareLog(sandbox, target);
  for (const [container, line] of lines) {
    const target = targets.get(container);
    clock.advance(1_000);
    if (target) writeLog(sandbox, { ...target, message: line });
  }
}

describe('what a task wrote', () => {
  test('is read from all its containers, in the order of time, the newest lines only', async () => {
    const rig = await withLogs();
    expect(taskLog(rig.sandbox, rig.task, 10)).toEqual([]);
    write(rig, [
      ['app', 'one'],
      ['side', 'two'],
      ['app', '<b>three</b>'],
    ]);
    const lines = taskLog(rig.sandbox, rig.task, 2);
    expect(lines?.map(({ container, text }) => `${container} ${text}`)).toEqual(['side two', 'app <b>three</b>']);
    expect(await control(rig.url, 'GET', `tasks/${rig.task}/logs`)).toEqual([
      200,
      { lines: taskLog(rig.sandbox, rig.task, 200) },
    ]);
  });

  test('is null for a task that logs nowhere, or is not there', async () => {
    const rig = await startRig();
    closing.push(rig);
    const [task] = rig.sandbox.world.ecs.tasks.values();
    expect(taskLog(rig.sandbox, task?.arn.split('/').at(-1) ?? '', 10)).toBeNull();
    expect(taskLog(rig.sandbox, 'nope', 10)).toBeNull();
  });
});
