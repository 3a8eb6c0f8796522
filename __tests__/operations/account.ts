/** An account with a history, and what can be told of it afterwards. */
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateDeploymentCommand } from '@aws-sdk/client-codedeploy';
import { DescribeTaskDefinitionCommand, RegisterTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import { type CallRecord, type WholeCall } from '../../sandbox/control/calls.ts';
import { continueDeployment } from '../../sandbox/lifecycle/engine.ts';
import { isOver } from '../../sandbox/lifecycle/table.ts';
import { describeDeployment } from '../../src/engine/codedeploy/describe.ts';
import { type Rig } from '../e2e/rig.ts';

export const imageOf = (name: string): string =>
  `registry.example.com/shop/web@sha256:${createHash('sha256').update(name).digest('hex')}`;

/** Polls: the sandbox is in this process, and what is waited for comes from outside of it. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, limitMs = 60_000): Promise<void> {
  const limit = performance.now() + limitMs;
  while (!(await holds())) {
    if (performance.now() > limit) throw new Error(`${what}: not within ${limitMs / 1000} s`);
    await sleep(5);
  }
}

/** Deploys `image` as an earlier run of the step did, from start to end. */
export async function deployEarlier(rig: Rig, image: string, runId: string): Promise<void> {
  const { ecs, codedeploy } = rig.clients;
  const before = (await rig.live()).taskDefinitionArn;
  const { taskDefinition } = await ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: before }));
  const [container] = taskDefinition?.containerDefinitions ?? [];
  const registered = await ecs.send(
    new RegisterTaskDefinitionCommand({
      family: taskDefinition?.family,
      networkMode: taskDefinition?.networkMode,
      requiresCompatibilities: taskDefinition?.requiresCompatibilities,
      cpu: taskDefinition?.cpu,
      memory: taskDefinition?.memory,
      executionRoleArn: taskDefinition?.executionRoleArn,
      containerDefinitions: [{ ...container, image }],
    }),
  );
  const arn = registered.taskDefinition?.taskDefinitionArn ?? '';
  const marker = `ecs-blue-green:octo-org/shop:${runId}.1:deploy`;
  const description = describeDeployment({
    kind: 'deploy',
    marker,
    from: before,
    to: arn,
    commit: '',
    actor: 'octocat',
    text: '',
  });
  const answer = await codedeploy.send(
    new CreateDeploymentCommand({
      applicationName: rig.stack.application,
      deploymentGroupName: rig.stack.group,
      description,
      revision: { revisionType: 'AppSpecContent', appSpecContent: { content: appspecOf(arn) } },
    }),
  );
  const made = rig.sandbox.world.codedeploy.deployments.get(answer.deploymentId ?? '');
  await until(`the deployment of ${image}`, () => {
    if (made?.phase === 'ReadyWait') continueDeployment(rig.sandbox, made);
    return made !== undefined && isOver(made.phase);
  });
}

function appspecOf(taskDefinition: string): string {
  const info = { ContainerName: 'app', ContainerPort: 8080 };
  const properties = { TaskDefinition: taskDefinition, LoadBalancerInfo: info };
  return JSON.stringify({
    version: 0,
    Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties: properties } }],
  });
}

/**
 * Calls that changed something, in order, with what tells two of one name apart: `StopDeployment with rollback`,
 * `ContinueDeployment READY_WAIT`; a refused one with its error. One that was never carried out is none.
 */
export async function writesOf(rig: Rig): Promise<readonly string[]> {
  const records = (await rig.callRecords()).filter(
    ({ operation, fault, status }) =>
      !/^(?:Describe|Get|List|BatchGet)/.test(operation) && !(fault === 'stalled' && status === 0),
  );
  // A call is recorded when it is answered; the one that was held came before, also where time stands still.
  const heldFirst = ({ fault }: CallRecord): number => (fault === null ? 1 : 0);
  const inOrder = records.toSorted((one, other) => one.at - other.at || heldFirst(one) - heldFirst(other));
  return Promise.all(inOrder.map((record) => written(rig, record)));
}

async function written({ url }: Rig, { id, operation, errorCode }: CallRecord): Promise<string> {
  const answer = await fetch(`${url}/_sandbox/calls/${id}`);
  const { bodies } = (await answer.json()) as WholeCall;
  const request = bodies?.request ?? '';
  const detail = new Map([
    ['StopDeployment', /"autoRollbackEnabled":\s*true/.test(request) ? ' with rollback' : ' without rollback'],
    ['ContinueDeployment', ` ${/"(READY_WAIT|TERMINATION_WAIT)"/.exec(request)?.[1] ?? 'of no named wait'}`],
  ]);
  return `${operation}${detail.get(operation) ?? ''}${errorCode === null ? '' : ` (${errorCode})`}`;
}
