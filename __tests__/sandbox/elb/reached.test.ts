/** Where the API says that listeners are reached, and whether they are. */
import { DescribeListenersCommand, DescribeLoadBalancersCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterEach, expect, test } from '@jest/globals';
import { type RunningSandbox, type SandboxOptions, startSandbox } from '../../../sandbox/server.ts';
import { clientsFor } from '../../../scripts/rehearsal/clients.ts';
import { putUpStack } from '../../../scripts/rehearsal/stack.ts';

let running: RunningSandbox | null = null;
afterEach(() => running?.close());

/** `name:port` of the production listener, as the API has it. */
async function addressOf(options: SandboxOptions): Promise<string> {
  running = await startSandbox({ registry: 'none', seed: 1, ...options });
  const clients = clientsFor(running.url);
  const stack = await putUpStack(clients, { desiredCount: 0 });
  const balancers = await clients.elb.send(new DescribeLoadBalancersCommand({}));
  const listeners = await clients.elb.send(new DescribeListenersCommand({ ListenerArns: [stack.productionListener] }));
  return `${balancers.LoadBalancers?.[0]?.DNSName ?? ''}:${listeners.Listeners?.[0]?.Port ?? 0}`;
}

test('on paper: as on AWS', async () => {
  expect(await addressOf({})).toBe('shop-web-1.eu-west-1.elb.amazonaws.com:80');
});

test('with real ports: the address can be opened', async () => {
  const address = await addressOf({ listeners: 'ports' });
  expect(address).toMatch(/^127\.0\.0\.1:\d+$/);
  // No task: the load balancer's own answer.
  expect((await fetch(`http://${address}/`)).status).toBe(503);
});

test('with real ports, and as on AWS where that is asked for', async () => {
  const settings = { listenerAddresses: 'aws' } as const;
  expect(await addressOf({ listeners: 'ports', settings })).toBe('shop-web-1.eu-west-1.elb.amazonaws.com:80');
});
