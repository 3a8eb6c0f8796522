/** While a service is launched: why its tasks stop, which the stack's events do not tell. */
import { expect, test } from '@jest/globals';
import { startSandbox } from '../../sandbox/server.ts';
import { watchTasks } from '../../scripts/launch/stopped-tasks.ts';
import { clientsFor } from '../../scripts/rehearsal/clients.ts';
import { launch, readTemplateFile } from '../../scripts/rehearsal/launch.ts';

test('each reason is told once, and nothing of a service that is up', async () => {
  const running = await startSandbox({ speed: 500, registry: 'none', tasks: 'simulated' });
  const body = JSON.stringify({ crashingImages: ['nginx'] });
  await fetch(`${running.url}/_sandbox/settings`, { method: 'PATCH', body });
  const { cloudformation, ecs } = clientsFor(running.url);
  const said: string[] = [];
  const ends = new AbortController();
  const watch = watchTasks(
    ecs,
    (reason) => {
      said.push(reason);
      // A second look at the same tasks, before the wait is given up.
      setTimeout(() => {
        ends.abort();
      }, 100);
    },
    20,
  );
  const launched = launch(cloudformation, {
    stackName: 'shop',
    template: await readTemplateFile('service.yml'),
    parameters: {
      Name: 'shop',
      VpcId: 'vpc-0a000000000000001',
      Subnets: 'subnet-0a000000000000001,subnet-0a000000000000002',
    },
    onEvent: (event) => {
      watch.saw(event);
    },
    signal: ends.signal,
  });
  await expect(launched).rejects.toThrow();
  watch.stop();
  await running.close();
  expect(said).toEqual([expect.stringContaining('Essential container in task exited')]);
});
