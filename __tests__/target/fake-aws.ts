import { type DeploymentConfigInfo, type DeploymentGroupInfo, type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { type Service, type TaskSet } from '@aws-sdk/client-ecs';
import { type Rule } from '@aws-sdk/client-elastic-load-balancing-v2';
import { type DeployInputs, type DefinitionChanges } from '../../src/inputs/types.ts';
import { type Json, type JsonObject } from '../../src/json.ts';
import { type Aws } from '../../src/ports/aws/aws.ts';
import { AwsCallError, kindOf } from '../../src/ports/aws/error.ts';
import { type Log } from '../../src/ports/log.ts';
import { noOptions } from '../image/options.ts';

export const ACCOUNT = '123456789012';
export const REGION = 'eu-west-1';
export const ECR_HOST = `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com`;
const ELB = `arn:aws:elasticloadbalancing:${REGION}:${ACCOUNT}`;
export const BLUE = `${ELB}:targetgroup/web-blue/1111111111111111`;
export const GREEN = `${ELB}:targetgroup/web-green/2222222222222222`;
export const OTHER = `${ELB}:targetgroup/other/3333333333333333`;
export const LISTENER = `${ELB}:listener/app/shop/aaaa/bbbb`;
export const RULE = `${ELB}:listener-rule/app/shop/aaaa/bbbb/cccc`;
export const LIVE = `arn:aws:ecs:${REGION}:${ACCOUNT}:task-definition/web:12`;

/** What the account of a case holds. Answers that are errors are thrown. */
export interface World {
  service: Service | null | Error;
  definitions: Record<string, JsonObject | Error>;
  /** `application/group` */
  groups: Record<string, DeploymentGroupInfo | Error>;
  deployments: Record<string, DeploymentInfo | Error>;
  configs: Record<string, DeploymentConfigInfo | Error>;
  rules: readonly Rule[] | Error;
  targetGroups: Error | null;
  repositories: readonly string[] | Error;
  files: Record<string, string>;
}

export function failure(service: string, operation: string, on: string, code: string, message = code): AwsCallError {
  const kind = kindOf(code, code.startsWith('ECONN') ? undefined : 400);
  return new AwsCallError({ service, operation, on }, { kind, code, message });
}

export function primarySet(more: Partial<TaskSet> = {}): TaskSet {
  return {
    id: 'ecs-svc/1',
    status: 'PRIMARY',
    externalId: 'd-MADEPRIM1',
    taskDefinition: LIVE,
    loadBalancers: [{ targetGroupArn: BLUE, containerName: 'app', containerPort: 8080 }],
    ...more,
  };
}

export function service(more: Partial<Service> = {}): Service {
  return {
    serviceName: 'web',
    serviceArn: `arn:aws:ecs:${REGION}:${ACCOUNT}:service/shop/web`,
    status: 'ACTIVE',
    desiredCount: 2,
    runningCount: 2,
    deploymentController: { type: 'CODE_DEPLOY' },
    taskSets: [primarySet()],
    ...more,
  };
}

export function group(more: Partial<DeploymentGroupInfo> = {}): DeploymentGroupInfo {
  return {
    computePlatform: 'ECS',
    deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
    ecsServices: [{ clusterName: 'shop', serviceName: 'web' }],
    loadBalancerInfo: {
      targetGroupPairInfoList: [
        {
          targetGroups: [{ name: 'web-blue' }, { name: 'web-green' }],
          prodTrafficRoute: { listenerArns: [LISTENER] },
        },
      ],
    },
    ...more,
  };
}

export function definition(containers: readonly Json[] = [container('app', 8080)]): JsonObject {
  return { family: 'web', containerDefinitions: containers };
}

export function container(name: string, port?: number, image = 'registry/app:1'): JsonObject {
  return { name, image, portMappings: port === undefined ? [] : [{ containerPort: port }] };
}

export function forward(arn: string, rule?: string): Rule {
  return {
    ...(rule === undefined ? { IsDefault: true } : { IsDefault: false, RuleArn: rule }),
    Actions: [{ Type: 'forward', TargetGroupArn: arn }],
  };
}

export function world(more: Partial<World> = {}): World {
  return {
    service: service(),
    definitions: { [LIVE]: definition() },
    groups: { 'shop-app/web-group': group() },
    deployments: {
      'd-MADEPRIM1': { status: 'Succeeded', applicationName: 'shop-app', deploymentGroupName: 'web-group' },
    },
    configs: {},
    rules: [forward(BLUE)],
    targetGroups: null,
    repositories: ['web'],
    files: {},
    ...more,
  };
}

type InputsOverride = Partial<Omit<DeployInputs, 'changes' | 'codedeploy' | 'waiting'>> & {
  readonly changes?: Partial<DefinitionChanges>;
  readonly codedeploy?: Partial<DeployInputs['codedeploy']>;
  readonly waiting?: Partial<DeployInputs['waiting']>;
};

export function inputs(more: InputsOverride = {}): DeployInputs {
  return {
    mode: 'deploy',
    source: { kind: 'none' },
    definition: { kind: 'live' },
    cluster: 'shop',
    service: 'web',
    forceNewDeployment: false,
    failOnSeverity: null,
    matrix: '',
    control: { onCancel: 'rollback', onTimeout: 'rollback', maxTaskFailures: null },
    smokeTest: null,
    ifInProgress: 'fail',
    allowOlder: false,
    ignoreAlarms: false,
    runTask: null,
    ...more,
    changes: {
      containerName: null,
      images: new Map(),
      environment: new Map(),
      secrets: new Map(),
      dockerLabels: new Map(),
      command: null,
      logDriver: null,
      logOptions: new Map(),
      ...more.changes,
    },
    codedeploy: { appspec: null, application: null, group: null, config: null, description: null, ...more.codedeploy },
    waiting: { until: 'traffic-shifted', marginMinutes: 30, maxDelaySeconds: 15, maxRetries: 3, ...more.waiting },
  };
}

export const build = (repository = 'web'): Extract<DeployInputs['source'], { kind: 'build' }> => ({
  kind: 'build',
  repository,
  context: '.',
  file: null,
  target: null,
  buildArgs: new Map(),
  tags: [],
  ...noOptions,
});

/** An account made of plain objects. `calls` lists what was asked for, in order. */
export function fakeAws(of: World): { readonly aws: Aws; readonly calls: readonly string[] } {
  const calls: string[] = [];
  function answer<T>(call: string, value: T | Error): Promise<T> {
    calls.push(call);
    return value instanceof Error ? Promise.reject(value) : Promise.resolve(value);
  }
  const unused = (): never => {
    throw new Error('reading the target writes nothing');
  };
  const ecr: Aws['ecr'] = {
    at: () => ecr,
    describeRepository: (name) => {
      const missing: Error = failure('ecr', 'DescribeRepositories', name, 'RepositoryNotFoundException');
      const found = of.repositories instanceof Error ? of.repositories : of.repositories.includes(name);
      const repository = { repositoryName: name, registryId: ACCOUNT, repositoryUri: `${ECR_HOST}/${name}` };
      return answer(`DescribeRepositories ${name}`, found instanceof Error ? found : found ? repository : missing);
    },
    describeImage: unused,
    describeImages: unused,
    manifests: unused,
    tagImage: unused,
    scanFindings: unused,
    authorization: unused,
  };
  return {
    calls,
    aws: {
      region: REGION,
      ecs: {
        describeService: (cluster, name) => answer(`DescribeServices ${cluster}/${name}`, of.service),
        describeTaskDefinition: async (reference) => {
          const found = of.definitions[reference];
          const missing: Error = failure(
            'ecs',
            'DescribeTaskDefinition',
            reference,
            'ClientException',
            'Unable to describe.',
          );
          const body = await answer(`DescribeTaskDefinition ${reference}`, found ?? missing);
          return { arn: reference, definition: body, tags: [] };
        },
        registerTaskDefinition: unused,
        stoppedTasks: unused,
        runTask: unused,
        describeTask: unused,
        stopTask: unused,
      },
      codedeploy: codedeploy(of, answer, unused),
      elb: elb(of, answer),
      ecr,
      logs: { events: unused },
      alarms: { states: unused },
      scaling: { activities: unused },
      credentialsEnd: unused,
    },
  };
}

type Answer = <T>(call: string, value: T | Error) => Promise<T>;

function codedeploy(of: World, answer: Answer, unused: () => never): Aws['codedeploy'] {
  return {
    getDeploymentGroup: (application, name) => {
      const on = `${application}/${name}`;
      const missing: Error = failure('codedeploy', 'GetDeploymentGroup', on, 'DeploymentGroupDoesNotExistException');
      return answer(`GetDeploymentGroup ${on}`, of.groups[on] ?? missing);
    },
    getDeploymentConfig: (name) => {
      const missing: Error = failure(
        'codedeploy',
        'GetDeploymentConfig',
        name,
        'DeploymentConfigDoesNotExistException',
      );
      return answer(`GetDeploymentConfig ${name}`, of.configs[name] ?? missing);
    },
    getDeployment: async (id) => {
      const missing: Error = failure('codedeploy', 'GetDeployment', id, 'DeploymentDoesNotExistException');
      const found = await answer(`GetDeployment ${id}`, of.deployments[id] ?? missing);
      return { deploymentId: id, ...found };
    },
    getEcsTarget: unused,
    createDeployment: unused,
    listDeployments: unused,
    getDeployments: unused,
    getAppSpec: unused,
    stopDeployment: unused,
    continueDeployment: unused,
  };
}

function elb(of: World, answer: Answer): Aws['elb'] {
  return {
    describeTargetGroups: (names) => {
      const arns: Record<string, string> = { 'web-blue': BLUE, 'web-green': GREEN };
      const found = names.map((name) => ({ TargetGroupName: name, TargetGroupArn: arns[name] ?? OTHER }));
      return answer(`DescribeTargetGroups ${names.join(',')}`, of.targetGroups ?? found);
    },
    describeListener: (arn) => {
      const actions = of.rules instanceof Error ? of.rules : { DefaultActions: of.rules[0]?.Actions };
      return answer(`DescribeListeners ${arn}`, actions);
    },
    describeRules: (arn) => answer(`DescribeRules ${arn}`, of.rules),
    entrance: () => Promise.resolve({ dnsName: 'web-1.eu-west-1.elb.amazonaws.com', protocol: 'HTTPS', port: 443 }),
  };
}

export interface Recorded {
  readonly log: Log;
  readonly lines: readonly string[];
}

export function recorder(): Recorded {
  const lines: string[] = [];
  const write = (text: string): void => {
    lines.push(text);
  };
  const log: Log = {
    info: write,
    debug: write,
    warning: write,
    error: write,
    group: (_, work) => work(),
    mask: write,
    quoted: (work) => work(),
  };
  return { log, lines };
}
