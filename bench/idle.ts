import { setTimeout as sleep } from 'node:timers/promises';
import { ListDeploymentsCommand } from '@aws-sdk/client-codedeploy';
import { type Clients } from '../scripts/rehearsal/clients.ts';
import { type Stack } from '../scripts/rehearsal/stack.ts';

const LIMIT_MS = 20_000;

/** Waits until the group has no deployment in progress: it carries one at a time. Rejects after twenty seconds. */
export async function idle({ codedeploy }: Clients, { application, group }: Stack): Promise<void> {
  const until = Date.now() + LIMIT_MS;
  for (;;) {
    const command = new ListDeploymentsCommand({
      applicationName: application,
      deploymentGroupName: group,
      includeOnlyStatuses: ['Created', 'Queued', 'InProgress', 'Ready'],
    });
    if (((await codedeploy.send(command)).deployments ?? []).length === 0) return;
    if (Date.now() > until) throw new Error(`${group} still has a deployment in progress.`);
    await sleep(50);
  }
}
