/** The account that demo, end-to-end tests and bench put up. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { clientsFor, type Clients } from '../../scripts/rehearsal/clients.ts';
import { readLive } from '../../scripts/rehearsal/live.ts';
import { putUpStack } from '../../scripts/rehearsal/stack.ts';
import { steady } from '../../scripts/rehearsal/steady.ts';
import { type Account, startAccount } from '../sandbox/account.ts';

let account: Account;
let clients: Clients;

beforeEach(async () => {
  account = await startAccount();
  clients = clientsFor(account.url);
});

afterEach(() => account.close());

test('a service that runs its first revision behind one of two target groups, with all the traffic', async () => {
  const stack = await putUpStack(clients);
  account.clock.advance(60_000);
  await steady(clients, stack);
  expect(await readLive(clients, stack)).toEqual({
    revision: 'web:1',
    taskDefinitionArn: stack.taskDefinition,
    image: 'public.ecr.aws/nginx/nginx:stable',
    running: 2,
    targetGroup: 'shop-web-one',
    traffic: { 'shop-web-one': 100 },
  });
});

test('a service that does not get steady is an error after the limit', async () => {
  const stack = await putUpStack(clients);
  await expect(steady(clients, stack, 1)).rejects.toThrow('shop/web did not get steady');
});

test('with names, waits and no test listener as asked for', async () => {
  const stack = await putUpStack(clients, { service: 'api', testListener: false, readyWaitMinutes: 5 });
  const { application: applicationName, group: deploymentGroupName } = stack;
  const { deploymentGroupInfo } = await account.codedeploy.getDeploymentGroup({ applicationName, deploymentGroupName });
  expect([stack.testListenerArn, deploymentGroupInfo?.ecsServices]).toEqual([
    null,
    [{ clusterName: 'shop', serviceName: 'api' }],
  ]);
  expect(deploymentGroupInfo?.blueGreenDeploymentConfiguration?.deploymentReadyOption).toEqual({
    actionOnTimeout: 'STOP_DEPLOYMENT',
    waitTimeInMinutes: 5,
  });
});
