import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { keepOutput } from '../../../sandbox/ecs/task-output.ts';
import { control } from '../account.ts';
import { type Rig, startRig } from './rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

test('what a task wrote is read oldest first, with its containers', async () => {
  const [task] = rig.sandbox.world.ecs.tasks.values();
  if (!task) throw new Error('the service has tasks');
  const path = `tasks/${task.arn.split('/').at(-1) ?? ''}/logs`;
  expect(await control(rig.url, 'GET', path)).toEqual([200, { lines: [] }]);
  keepOutput(rig.sandbox, task, new Map(), 'app', 'listens on 8080');
  keepOutput(rig.sandbox, task, new Map(), 'side', '<b>ready</b>');
  const at = rig.clock.now();
  expect(await control(rig.url, 'GET', path)).toEqual([
    200,
    {
      lines: [
        { at, container: 'app', text: 'listens on 8080' },
        { at, container: 'side', text: '<b>ready</b>' },
      ],
    },
  ]);
});

test('of a task that is not there nothing is known', async () => {
  expect(await control(rig.url, 'GET', 'tasks/nope/logs')).toEqual([200, { lines: null }]);
});
