/** The templates of a service and of a shared cluster, launched in a sandbox. */
import { type SandboxOptions } from '../../sandbox/server.ts';
import { readFileSync } from 'node:fs';
import { type Account } from '../sandbox/account.ts';
import { parameter, startStage, type Stage } from '../sandbox/cloudformation/stage.ts';
import { type Clients, clientsFor } from '../../scripts/rehearsal/clients.ts';

export const templateOf = (name: string): string => readFileSync(`cloudformation/${name}`, 'utf8');

export interface ServiceStage extends Account {
  readonly stage: Stage;
  readonly clients: Clients;
  /** Launches or updates, and waits. Throws with the story of what failed. */
  launch(stack: string, template: string, values: Readonly<Record<string, string>>): Promise<Outputs>;
  update(stack: string, values: Readonly<Record<string, string>>): Promise<Outputs>;
  outputs(stack: string): Promise<Outputs>;
}

export type Outputs = Readonly<Record<string, string>>;

export const VPC = 'vpc-0123456789abcdef0';
export const SUBNETS = 'subnet-0123456789abcdef0,subnet-0123456789abcdef1';
/** All that a trial needs. */
export const trial = { Name: 'shop', VpcId: VPC, Subnets: SUBNETS };

export async function startServiceStage(options: SandboxOptions = {}): Promise<ServiceStage> {
  const stage = await startStage(options);
  const clients = clientsFor(stage.url);

  const outputs = async (stack: string): Promise<Outputs> => {
    const { Stacks = [] } = await stage.cfn.describeStacks({ StackName: stack });
    const pairs = (Stacks[0]?.Outputs ?? []).map((each): [string, string] => [
      each.OutputKey ?? '',
      each.OutputValue ?? '',
    ]);
    return Object.fromEntries(pairs);
  };
  const ended = async (stack: string, status: string): Promise<Outputs> => {
    await stage.pass();
    if ((await stage.status(stack)) !== status) {
      const told = (await stage.story(stack)).filter((line) => line.includes('FAILED') || line.includes('ROLLBACK'));
      throw new Error(`${stack} is ${(await stage.status(stack)) ?? 'gone'}, not ${status}: ${told.join('\n')}`);
    }
    return outputs(stack);
  };
  return {
    ...stage,
    stage,
    clients,
    outputs,
    async launch(stack, template, values) {
      await stage.cfn.createStack({
        StackName: stack,
        TemplateBody: templateOf(template),
        Capabilities: ['CAPABILITY_IAM'],
        Parameters: Object.entries(values).map(([key, value]) => parameter(key, value)),
      });
      return ended(stack, 'CREATE_COMPLETE');
    },
    async update(stack, values) {
      const { Stacks = [] } = await stage.cfn.describeStacks({ StackName: stack });
      const kept = (Stacks[0]?.Parameters ?? []).flatMap(({ ParameterKey }) =>
        ParameterKey !== undefined && values[ParameterKey] === undefined
          ? [{ ParameterKey, UsePreviousValue: true }]
          : [],
      );
      await stage.cfn.updateStack({
        StackName: stack,
        UsePreviousTemplate: true,
        Capabilities: ['CAPABILITY_IAM'],
        Parameters: [...kept, ...Object.entries(values).map(([key, value]) => parameter(key, value))],
      });
      return ended(stack, 'UPDATE_COMPLETE');
    },
  };
}

/** As the step does it: the next revision of what the stack's service runs, and a deployment of it. Its end is not waited for. */
export async function deploy({ ecs, codedeploy }: Account, outputs: Outputs): Promise<string> {
  const { taskDefinition = {} } = await ecs.describeTaskDefinition({ taskDefinition: outputs['Family'] });
  const { family, networkMode, requiresCompatibilities, cpu, memory, executionRoleArn, taskRoleArn } = taskDefinition;
  const [container] = taskDefinition.containerDefinitions ?? [];
  const { taskDefinition: next } = await ecs.registerTaskDefinition({
    ...{ family, networkMode, requiresCompatibilities, cpu, memory, executionRoleArn, taskRoleArn },
    containerDefinitions: [{ ...container, image: `${outputs['RepositoryUri'] ?? ''}:next` }],
  });
  const Properties = {
    TaskDefinition: next?.taskDefinitionArn,
    LoadBalancerInfo: { ContainerName: outputs['ContainerName'], ContainerPort: Number(outputs['ContainerPort']) },
  };
  const content = JSON.stringify({
    version: 0.0,
    Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties } }],
  });
  const { deploymentId = '' } = await codedeploy.createDeployment({
    applicationName: outputs['Application'],
    deploymentGroupName: outputs['DeploymentGroup'],
    revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
  });
  return deploymentId;
}
