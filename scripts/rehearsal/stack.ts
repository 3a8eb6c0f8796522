/** Puts up what a deployment needs: cluster, load balancer, two target groups, listeners, service, deployment group. */
import {
  CreateApplicationCommand,
  CreateDeploymentGroupCommand,
  type CreateDeploymentGroupCommandInput,
} from '@aws-sdk/client-codedeploy';
import { CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs';
import { CreateRepositoryCommand } from '@aws-sdk/client-ecr';
import {
  CreateClusterCommand,
  CreateServiceCommand,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
} from '@aws-sdk/client-ecs';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { type Clients } from './clients.ts';

export interface StackOptions {
  readonly cluster: string;
  readonly service: string;
  readonly repository: string;
  /** The image of the first revision. */
  readonly image: string;
  readonly desiredCount: number;
  readonly deploymentConfig: string;
  readonly testListener: boolean;
  /** Minutes that the group waits for ContinueDeployment; 0: it does not wait. */
  readonly readyWaitMinutes: number;
  readonly terminationWaitMinutes: number;
  readonly rollback: boolean;
  readonly alarms: readonly string[];
  /** Members of the first task definition beside the ones that the stack sets. */
  readonly definition: Partial<RegisterTaskDefinitionCommandInput>;
}

export const defaultStack: StackOptions = {
  cluster: 'shop',
  service: 'web',
  repository: 'shop-web',
  image: 'public.ecr.aws/nginx/nginx:stable',
  desiredCount: 2,
  deploymentConfig: 'CodeDeployDefault.ECSAllAtOnce',
  testListener: true,
  readyWaitMinutes: 0,
  terminationWaitMinutes: 5,
  rollback: true,
  alarms: [],
  definition: {},
};

export interface Stack extends StackOptions {
  readonly taskDefinition: string;
  readonly targetGroups: readonly { readonly arn: string; readonly name: string }[];
  readonly productionListener: string;
  readonly testListenerArn: string | null;
  readonly application: string;
  readonly group: string;
}

export async function putUpStack(clients: Clients, given: Partial<StackOptions> = {}): Promise<Stack> {
  const options = { ...defaultStack, ...given };
  await clients.ecr.send(new CreateRepositoryCommand({ repositoryName: options.repository }));
  await clients.ecs.send(new CreateClusterCommand({ clusterName: options.cluster }));
  await clients.logs.send(new CreateLogGroupCommand({ logGroupName: `/ecs/${options.service}` }));
  const balancer = await loadBalancer(clients, options);
  const taskDefinition = await firstRevision(clients, options);
  await createService(clients, options, taskDefinition, required(balancer.targetGroups[0]).arn);
  const names = await deploymentGroup(clients, options, balancer);
  return { ...options, ...balancer, ...names, taskDefinition };
}

type Balancer = Pick<Stack, 'targetGroups' | 'productionListener' | 'testListenerArn'>;

async function loadBalancer({ elb }: Clients, options: StackOptions): Promise<Balancer> {
  const name = `${options.cluster}-${options.service}`.slice(0, 25);
  const made = await elb.send(new CreateLoadBalancerCommand({ Name: name, Subnets: ['subnet-0a', 'subnet-0b'] }));
  const balancer = required(made.LoadBalancers?.[0]?.LoadBalancerArn);
  const targetGroups: { arn: string; name: string }[] = [];
  for (const color of ['one', 'two']) {
    const command = new CreateTargetGroupCommand({
      Name: `${name}-${color}`,
      Port: 80,
      Protocol: 'HTTP',
      VpcId: 'vpc-0123456789abcdef0',
      TargetType: 'ip',
      HealthCheckPath: '/health',
    });
    const group = required((await elb.send(command)).TargetGroups?.[0]);
    targetGroups.push({ arn: required(group.TargetGroupArn), name: required(group.TargetGroupName) });
  }
  const listen = async (port: number): Promise<string> => {
    const forward = [{ Type: 'forward' as const, TargetGroupArn: required(targetGroups[0]).arn }];
    const command = new CreateListenerCommand({
      LoadBalancerArn: balancer,
      Port: port,
      Protocol: 'HTTP',
      DefaultActions: forward,
    });
    return required((await elb.send(command)).Listeners?.[0]?.ListenerArn);
  };
  const productionListener = await listen(80);
  return { targetGroups, productionListener, testListenerArn: options.testListener ? await listen(8080) : null };
}

async function firstRevision({ ecs }: Clients, options: StackOptions): Promise<string> {
  const command = new RegisterTaskDefinitionCommand({
    family: options.service,
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    executionRoleArn: 'arn:aws:iam::123456789012:role/execution',
    containerDefinitions: [
      {
        name: 'app',
        image: options.image,
        essential: true,
        portMappings: [{ containerPort: 8080 }],
        environment: [{ name: 'PORT', value: '8080' }],
      },
    ],
    ...options.definition,
  });
  return required((await ecs.send(command)).taskDefinition?.taskDefinitionArn);
}

async function createService(
  { ecs }: Clients,
  options: StackOptions,
  taskDefinition: string,
  targetGroupArn: string,
): Promise<void> {
  const command = new CreateServiceCommand({
    cluster: options.cluster,
    serviceName: options.service,
    taskDefinition,
    desiredCount: options.desiredCount,
    launchType: 'FARGATE',
    deploymentController: { type: 'CODE_DEPLOY' },
    loadBalancers: [{ targetGroupArn, containerName: 'app', containerPort: 8080 }],
    networkConfiguration: {
      awsvpcConfiguration: {
        subnets: ['subnet-0a', 'subnet-0b'],
        securityGroups: ['sg-0123456789abcdef0'],
        assignPublicIp: 'DISABLED',
      },
    },
  });
  await ecs.send(command);
}

async function deploymentGroup(
  { codedeploy }: Clients,
  options: StackOptions,
  balancer: Balancer,
): Promise<Pick<Stack, 'application' | 'group'>> {
  const application = `AppECS-${options.cluster}-${options.service}`;
  const group = `DgpECS-${options.cluster}-${options.service}`;
  await codedeploy.send(new CreateApplicationCommand({ applicationName: application, computePlatform: 'ECS' }));
  await codedeploy.send(
    new CreateDeploymentGroupCommand({
      applicationName: application,
      deploymentGroupName: group,
      serviceRoleArn: 'arn:aws:iam::123456789012:role/codedeploy',
      deploymentConfigName: options.deploymentConfig,
      deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
      ecsServices: [{ clusterName: options.cluster, serviceName: options.service }],
      ...groupSettings(options, balancer),
    }),
  );
  return { application, group };
}

function groupSettings(options: StackOptions, balancer: Balancer): Partial<CreateDeploymentGroupCommandInput> {
  const test = balancer.testListenerArn;
  return {
    loadBalancerInfo: {
      targetGroupPairInfoList: [
        {
          targetGroups: balancer.targetGroups.map(({ name }) => ({ name })),
          prodTrafficRoute: { listenerArns: [balancer.productionListener] },
          ...(test === null ? {} : { testTrafficRoute: { listenerArns: [test] } }),
        },
      ],
    },
    blueGreenDeploymentConfiguration: {
      deploymentReadyOption:
        options.readyWaitMinutes === 0
          ? { actionOnTimeout: 'CONTINUE_DEPLOYMENT' }
          : { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: options.readyWaitMinutes },
      terminateBlueInstancesOnDeploymentSuccess: {
        action: 'TERMINATE',
        terminationWaitTimeInMinutes: options.terminationWaitMinutes,
      },
    },
    autoRollbackConfiguration: {
      enabled: options.rollback,
      events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST'],
    },
    ...(options.alarms.length === 0
      ? {}
      : { alarmConfiguration: { enabled: true, alarms: options.alarms.map((name) => ({ name })) } }),
  };
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the answer lacks a member that AWS always sends');
  return value;
}
