/** An emulated account on a simulated clock, with as many services as are to be deployed at once. */
import { createFaults, type Faults } from '../../sandbox/control/faults.ts';
import { type Sandbox } from '../../sandbox/operation.ts';
import { createDeployment } from '../../sandbox/operations/codedeploy/CreateDeployment.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { type Deployment } from '../../sandbox/world/codedeploy.ts';
import { clientsFor } from '../../scripts/rehearsal/clients.ts';
import { putUpStack, type Stack, type StackOptions } from '../../scripts/rehearsal/stack.ts';
import { SimulatedClock } from './clock.ts';

export interface Account {
  readonly clock: SimulatedClock;
  readonly sandbox: Sandbox;
  readonly faults: Faults;
  readonly stacks: readonly Stack[];
}

/** Puts up one service for each entry; their tasks run when it is done. */
export async function openAccount(services: readonly Partial<StackOptions>[], startsMs = 3_000): Promise<Account> {
  const clock = new SimulatedClock();
  const running = await startSandbox({ clock, seed: 1, registry: 'none', settings: { taskStartMs: startsMs } });
  try {
    const clients = clientsFor(running.url);
    const stacks: Stack[] = [];
    for (const [index, options] of services.entries()) {
      const name = `web-${index}`;
      stacks.push(await putUpStack(clients, { service: name, repository: name, ...options }));
    }
    await clock.run(clock.sleep(60_000));
    return { clock, sandbox: running.sandbox, faults: createFaults(() => clock.now()), stacks };
  } finally {
    await running.close();
  }
}

/** CreateDeployment for a stack's service, of the revision that it runs. */
export async function deploy({ sandbox }: Account, stack: Stack): Promise<Deployment> {
  const properties = {
    TaskDefinition: stack.taskDefinition,
    LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 8080 },
  };
  const resources = [{ TargetService: { Type: 'AWS::ECS::Service', Properties: properties } }];
  const content = JSON.stringify({ version: 0.0, Resources: resources });
  const input = {
    applicationName: stack.application,
    deploymentGroupName: stack.group,
    revision: { revisionType: 'AppSpecContent' as const, appSpecContent: { content } },
  };
  const { deploymentId = '' } = await createDeployment.handle(input, sandbox, {});
  const deployment = sandbox.world.codedeploy.deployments.get(deploymentId);
  if (deployment === undefined) throw new Error('The sandbox made no deployment.');
  return deployment;
}
