/** The sandbox that is soaked, and those who use it; prints a `Soaked` as JSON. Needs --expose-gc. */
import { GetDeploymentCommand, ListDeploymentsCommand } from '@aws-sdk/client-codedeploy';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';
import { clientsFor } from '../../scripts/rehearsal/clients.ts';
import { putUpStack } from '../../scripts/rehearsal/stack.ts';
import { steady } from '../../scripts/rehearsal/steady.ts';
import { wrk } from '../balancer/wrk.ts';
import { type Account, deployAll } from './deployments.ts';
import { memoryAtRest } from './memory.ts';
import { type Soaked } from './soaked.ts';

const SPEED = 600;
const REQUESTS = 1_000_000;
const DEPLOYMENTS = 1_000;
/** What caches and compiled code take is taken by then. */
const WARM_UP = { requests: 50_000, deployments: 25 };
/** More than the calls whose bodies the sandbox keeps: that store is full before, so that it does not count. */
const WARM_UP_CALLS = 2_100;
const LOAD = { connections: 16, seconds: 2 };

async function main(share: number): Promise<Soaked> {
  const running = await startSandbox({ speed: SPEED, registry: 'none', tasks: 'responder', listeners: 'ports' });
  try {
    const clients = clientsFor(running.url);
    const stack = await putUpStack(clients, { terminationWaitMinutes: 0 });
    await steady(clients, stack);
    const account = { clients, stack };
    await use(running, account, WARM_UP);
    await fillCallLog(account);
    const before = await memoryAtRest(running);
    const half = { requests: Math.ceil((REQUESTS * share) / 2), deployments: Math.ceil((DEPLOYMENTS * share) / 2) };
    const one = await use(running, account, half);
    const middle = await memoryAtRest(running);
    const other = await use(running, account, half);
    return { ...sum(one, other), before, middle, after: await memoryAtRest(running) };
  } finally {
    await running.close();
  }
}

type Used = Omit<Soaked, 'before' | 'middle' | 'after'>;

const sum = (one: Used, other: Used): Used => ({
  requests: one.requests + other.requests,
  failed: one.failed + other.failed,
  deployments: one.deployments + other.deployments,
  unsuccessful: one.unsuccessful + other.unsuccessful,
});

/** With the call that most calls are. */
async function fillCallLog({ clients: { codedeploy } }: Account): Promise<void> {
  const { deployments } = await codedeploy.send(new ListDeploymentsCommand({}));
  const deploymentId = deployments?.[0];
  for (let call = 0; call < WARM_UP_CALLS; call += 1) await codedeploy.send(new GetDeploymentCommand({ deploymentId }));
}

/** Deployments one after the other, and requests all the while: at least as many as are wanted of each. */
async function use(
  running: RunningSandbox,
  account: Account,
  wanted: Pick<Used, 'requests' | 'deployments'>,
): Promise<Used> {
  const deploying = { over: false };
  const [unsuccessful, traffic] = await Promise.all([
    deployAll(account, wanted.deployments).finally(() => (deploying.over = true)),
    request(running, account, (done) => deploying.over && done >= wanted.requests),
  ]);
  return { ...traffic, deployments: wanted.deployments, unsuccessful };
}

/** In rounds of two seconds. */
async function request(
  { sandbox }: RunningSandbox,
  { stack }: Account,
  isEnough: (requests: number) => boolean,
): Promise<Pick<Used, 'requests' | 'failed'>> {
  const endpoint = sandbox.balancer.endpoint(stack.productionListener);
  if (!endpoint) throw new Error('The production listener has no port.');
  let [requests, failed] = [0, 0];
  while (!isEnough(requests)) {
    const load = await wrk(`http://127.0.0.1:${endpoint.port}/`, LOAD);
    requests += load.requests;
    failed += load.failed;
  }
  return { requests, failed };
}

console.log(JSON.stringify(await main(Number(process.argv[2] ?? '1'))));
