/** A service under CodeDeploy on a stepped clock, whose tasks are responders that are really checked. */
import { steppedClock, type SteppedClock } from '../../../sandbox/clock.ts';
import { startSandbox } from '../../../sandbox/server.ts';
import { type Settings } from '../../../sandbox/settings.ts';
import { type Sandbox } from '../../../sandbox/operation.ts';
import { type Deployment, type Phase } from '../../../sandbox/world/codedeploy.ts';
import { type Service, type Task, type TaskSet } from '../../../sandbox/world/ecs.ts';
import { clientsFor, type Clients } from '../../../scripts/rehearsal/clients.ts';
import { putUpStack, type Stack, type StackOptions } from '../../../scripts/rehearsal/stack.ts';
import { deployImage } from '../deploy-image.ts';

export interface Responders {
  readonly clock: SteppedClock;
  readonly sandbox: Sandbox;
  readonly clients: Clients;
  readonly stack: Stack;
  readonly service: Service;
  readonly deploy: (image: string) => Promise<Deployment>;
  /** Moves time on until the deployment is in one of the phases. */
  readonly until: (deployment: Deployment, ...phases: readonly Phase[]) => Promise<void>;
  readonly green: (deployment: Deployment) => TaskSet;
  /** Of a task set, those that are wanted. */
  readonly tasks: (taskSet: TaskSet | undefined) => Task[];
  readonly messages: () => string[];
  close(): Promise<void>;
}

export async function responders(
  options: Partial<StackOptions> = {},
  settings: Partial<Settings> = {},
): Promise<Responders> {
  const clock = steppedClock();
  const running = await startSandbox({ clock, seed: 1, registry: 'none', tasks: 'responder', settings });
  const { sandbox } = running;
  const clients = clientsFor(running.url);
  const stack = await putUpStack(clients, { image: 'shop/web:v1', ...options });
  await clock.advanceThrough(10_000);
  const service = required([...sandbox.world.ecs.services.values()][0], 'service');
  return {
    clock,
    sandbox,
    clients,
    stack,
    service,
    async deploy(image) {
      const id = await deployImage(clients, stack, image);
      return required(sandbox.world.codedeploy.deployments.get(id), `deployment ${id}`);
    },
    async until(deployment, ...phases) {
      for (let steps = 0; !phases.includes(deployment.phase); steps += 1) {
        if (steps > 10_000)
          throw new Error(`${deployment.id} stays in ${deployment.phase}, never ${phases.join(', ')}.`);
        await clock.advanceThrough(500);
      }
    },
    green: ({ green }) =>
      required(
        service.taskSets.find(({ id }) => id === green),
        'replacement',
      ),
    tasks: (taskSet) =>
      [...sandbox.world.ecs.tasks.values()].filter(
        ({ startedBy, desiredStatus }) => startedBy === taskSet?.id && desiredStatus === 'RUNNING',
      ),
    messages: () => service.events.map(({ message }) => message),
    close: () => running.close(),
  };
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`There is no ${what}.`);
  return value;
}
