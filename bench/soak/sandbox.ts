/** The sandbox that is soaked, and those who use it; prints a `Soaked` as JSON. Needs --expose-gc. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateDeploymentCommand, GetDeploymentCommand } from '@aws-sdk/client-codedeploy';
import { RegisterTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';
import { clientsFor, type Clients } from '../../scripts/rehearsal/clients.ts';
import { putUpStack, type Stack } from '../../scripts/rehearsal/stack.ts';
import { steady } from '../../scripts/rehearsal/steady.ts';
import { givenImage } from '../given-files.ts';

export interface Soaked {
  readonly requests: number;
  readonly failed: number;
  readonly deployments: number;
  readonly unsuccessful: number;
  /** MiB of heap in use after a collection: when it had warmed up, and at the end. */
  readonly before: number;
  readonly after: number;
}

const SPEED = 600;
const REQUESTS = 1_000_000;
const DEPLOYMENTS = 1_000;
/** What caches and compiled code take is taken by then. */
const WARM_UP = 0.05;

async function main(share: number): Promise<Soaked> {
  const running = await startSandbox({ speed: SPEED, registry: 'none', tasks: 'responder', listeners: 'ports' });
  try {
    const clients = clientsFor(running.url);
    const stack = await putUpStack(clients, { terminationWaitMinutes: 0 });
    await steady(clients, stack);
    const stage = { running, clients, stack };
    await use(stage, share * WARM_UP);
    const before = await heapMiB();
    const used = await use(stage, share);
    return { ...used, before, after: await heapMiB() };
  } finally {
    await running.close();
  }
}

interface Stage {
  readonly running: RunningSandbox;
  readonly clients: Clients;
  readonly stack: Stack;
}

type Used = Omit<Soaked, 'before' | 'after'>;

/** Deployments one after the other, and requests all the while. */
async function use(stage: Stage, share: number): Promise<Used> {
  const [unsuccessful, traffic] = await Promise.all([
    deployAll(stage, Math.ceil(DEPLOYMENTS * share)),
    request(stage, Math.ceil(REQUESTS * share)),
  ]);
  return { ...traffic, deployments: Math.ceil(DEPLOYMENTS * share), unsuccessful };
}

async function deployAll({ clients, stack }: Stage, count: number): Promise<number> {
  let unsuccessful = 0;
  for (let number = 1; number <= count; number += 1) {
    const taskDefinition = await register(clients, stack, number);
    const content = JSON.stringify(appSpec(taskDefinition));
    const { deploymentId } = await clients.codedeploy.send(
      new CreateDeploymentCommand({
        applicationName: stack.application,
        deploymentGroupName: stack.group,
        revision: {
          revisionType: 'AppSpecContent',
          appSpecContent: { content, sha256: createHash('sha256').update(content).digest('hex') },
        },
      }),
    );
    if ((await ended(clients, deploymentId)) !== 'Succeeded') unsuccessful += 1;
  }
  return unsuccessful;
}

async function register({ ecs }: Clients, { service, repository }: Stack, number: number): Promise<string> {
  const image = givenImage(repository, number);
  const { taskDefinition } = await ecs.send(
    new RegisterTaskDefinitionCommand({
      family: service,
      networkMode: 'awsvpc',
      containerDefinitions: [{ name: 'app', image, portMappings: [{ containerPort: 8080 }], memory: 64 }],
    }),
  );
  return taskDefinition?.taskDefinitionArn ?? '';
}

const appSpec = (TaskDefinition: string) => ({
  version: 0,
  Resources: [
    {
      TargetService: {
        Type: 'AWS::ECS::Service',
        Properties: { TaskDefinition, LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 8080 } },
      },
    },
  ],
});

async function ended({ codedeploy }: Clients, deploymentId: string | undefined): Promise<string> {
  for (;;) {
    const { deploymentInfo } = await codedeploy.send(new GetDeploymentCommand({ deploymentId }));
    const status = deploymentInfo?.status ?? '';
    if (['Succeeded', 'Failed', 'Stopped'].includes(status)) return status;
    await sleep(10);
  }
}

/** By Debian's `wrk`, in rounds of a second, until so many are done. */
async function request({ running, stack }: Stage, count: number): Promise<Pick<Used, 'requests' | 'failed'>> {
  const endpoint = running.sandbox.balancer.endpoint(stack.productionListener);
  if (!endpoint) throw new Error('The production listener has no port.');
  let [requests, failed] = [0, 0];
  while (requests < count) {
    const said = await wrk(`http://127.0.0.1:${endpoint.port}/`);
    requests += Number(/(\d+) requests in/.exec(said)?.[1] ?? Number.NaN);
    failed += Number(/Non-2xx or 3xx responses: (\d+)/.exec(said)?.[1] ?? 0);
    const errors = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(said)?.slice(1) ?? [];
    failed += errors.reduce((sum, each) => sum + Number(each), 0);
    if (Number.isNaN(requests)) throw new Error(`wrk told no count: ${said}`);
  }
  return { requests, failed };
}

async function wrk(url: string): Promise<string> {
  const child = spawn('wrk', ['-t1', '-c16', '-d5s', url], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece));
  await once(child, 'close');
  return text;
}

async function heapMiB(): Promise<number> {
  // What AWS shows for a while after its end (stopped tasks for an hour) is gone by then.
  await sleep((2 * 60 * 60_000) / SPEED);
  if (!globalThis.gc) throw new Error('Start it with --expose-gc.');
  for (let turn = 0; turn < 3; turn += 1) {
    globalThis.gc();
    await sleep(100);
  }
  return process.memoryUsage().heapUsed / 2 ** 20;
}

console.log(JSON.stringify(await main(Number(process.argv[2] ?? '1'))));
