import { describe, expect, test } from '@jest/globals';
import {
  ACCOUNT,
  BLUE,
  build,
  container,
  definition,
  failure,
  fakeAws,
  forward,
  GREEN,
  group,
  inputs,
  LISTENER,
  LIVE,
  OTHER,
  primarySet,
  recorder,
  RULE,
  service,
  world,
  type World,
} from './fake-aws.ts';
import { judge, refusalsOf } from './judge.ts';
import { readTarget } from '../../src/target/read.ts';
import { describeTarget } from '../../src/target/describe.ts';
import { preflight } from '../../src/target/preflight.ts';

const denied = (of: string, operation: string, on: string): Error =>
  failure(
    of,
    operation,
    on,
    'AccessDeniedException',
    `User: arn:aws:sts::${ACCOUNT}:assumed-role/ci/run is not authorized to perform: ${of}:${operation}`,
  );

describe('several refusals', () => {
  test('come in one report', async () => {
    const refusals = await refusalsOf(
      world({
        rules: [forward(GREEN)],
        definitions: { [LIVE]: definition([container('app', 3000)]) },
        repositories: [],
      }),
      inputs({ source: build(), codedeploy: { config: 'mine' } }),
    );
    expect(refusals.map(({ tried }) => tried)).toEqual([
      'read the deployment configuration',
      'read the ECR repository',
      'find production behind its listener',
      'put the load balancer in front of the new tasks',
    ]);
  });

  test('credentials that every call refuses are one fault', async () => {
    const expired = (of: string, operation: string): Error =>
      failure(of, operation, 'x', 'ExpiredTokenException', `token of ${of} expired`);
    const refusals = await refusalsOf(
      world({
        service: expired('ecs', 'DescribeServices'),
        groups: { 'a/g': expired('codedeploy', 'GetDeploymentGroup') },
        repositories: expired('ecr', 'DescribeRepositories'),
      }),
      inputs({ source: build(), codedeploy: { application: 'a', group: 'g' } }),
    );
    expect(refusals).toEqual([
      {
        tried: 'sign in to AWS',
        on: 'ecs:DescribeServices, codedeploy:GetDeploymentGroup, ecr:DescribeRepositories in eu-west-1',
        why: 'ExpiredTokenException: token of ecs expired',
        repair:
          'Put aws-actions/configure-aws-credentials before this step, in the same job, and check its role and region; temporary credentials end after their time.',
      },
    ]);
  });

  test('an endpoint that does not answer is one fault', async () => {
    const refusals = await refusalsOf(
      world({
        service: failure('ecs', 'DescribeServices', 'shop/web', 'ECONNREFUSED'),
        repositories: failure('ecr', 'DescribeRepositories', 'web', 'ECONNREFUSED'),
        groups: { 'a/g': failure('codedeploy', 'GetDeploymentGroup', 'a/g', 'ECONNREFUSED') },
      }),
      inputs({ source: build(), codedeploy: { application: 'a', group: 'g' } }),
    );
    expect(refusals.map(({ tried }) => tried)).toEqual(['reach AWS']);
  });

  test('an AppSpec that cannot be used does not hide what else is wrong', async () => {
    const refusals = await refusalsOf(
      world({
        files: { '/workspace/appspec.yml': 'version: 1.0' },
        definitions: { [LIVE]: definition([container('app')]) },
      }),
      inputs(),
    );
    expect(refusals.map(({ tried }) => tried)).toEqual([
      'read the AppSpec',
      'put the load balancer in front of the new tasks',
    ]);
  });

  test('a mistake in the program is thrown as it is', async () => {
    const broken = world({ service: new TypeError('undefined is not a function') });
    await expect(judge(broken, inputs())).rejects.toThrow(TypeError);
  });
});

const ecs = `arn:aws:ecs:eu-west-1:${ACCOUNT}`;
const codedeploy = `arn:aws:codedeploy:eu-west-1:${ACCOUNT}`;
const withRunning = group({ lastAttemptedDeployment: { deploymentId: 'd-LAST', status: 'InProgress' } });

describe('a call that is denied is a refusal with its IAM statement', () => {
  test.each<[string, Partial<World>, string]>([
    ['ecs:DescribeServices', { service: denied('ecs', 'DescribeServices', 'shop/web') }, `${ecs}:service/shop/web`],
    ['ecs:DescribeTaskDefinition', { definitions: { [LIVE]: denied('ecs', 'DescribeTaskDefinition', LIVE) } }, '*'],
    [
      'codedeploy:GetDeploymentGroup',
      { groups: { 'shop-app/web-group': denied('codedeploy', 'GetDeploymentGroup', 'shop-app/web-group') } },
      `${codedeploy}:deploymentgroup:shop-app/web-group`,
    ],
    [
      'codedeploy:GetDeploymentConfig',
      { configs: { mine: denied('codedeploy', 'GetDeploymentConfig', 'mine') } },
      `${codedeploy}:deploymentconfig:mine`,
    ],
    [
      'codedeploy:GetDeployment',
      {
        groups: { 'shop-app/web-group': withRunning },
        deployments: { 'd-LAST': denied('codedeploy', 'GetDeployment', 'd-LAST') },
      },
      `${codedeploy}:deploymentgroup:shop-app/web-group`,
    ],
    ['elasticloadbalancing:DescribeRules', { rules: denied('elasticloadbalancing', 'DescribeRules', LISTENER) }, '*'],
    [
      'elasticloadbalancing:DescribeTargetGroups',
      { targetGroups: denied('elasticloadbalancing', 'DescribeTargetGroups', 'web-blue, web-green') },
      '*',
    ],
    [
      'ecr:DescribeRepositories',
      { repositories: denied('ecr', 'DescribeRepositories', 'web') },
      `arn:aws:ecr:eu-west-1:${ACCOUNT}:repository/web`,
    ],
  ])('%s', async (action, of, resource) => {
    const refusals = await refusalsOf(
      world(of),
      inputs({ source: build(), codedeploy: { application: 'shop-app', group: 'web-group', config: 'mine' } }),
    );
    const statement = `{"Effect":"Allow","Action":"${action}","Resource":"${resource}"}`;
    expect(refusals.map(({ repair }) => repair)).toContainEqual(
      `Add this statement to the policy of the role that the step runs as: ${statement}`,
    );
  });
});

describe('not refused', () => {
  const rules = (
    ...of: World['rules'] extends infer R | Error ? (R extends readonly (infer E)[] ? E[] : never) : never
  ) => ({
    rules: of,
  });
  const weighted = (...groups: readonly (readonly [string, number])[]) => ({
    IsDefault: true,
    Actions: [
      {
        Type: 'forward' as const,
        ForwardConfig: { TargetGroups: groups.map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight })) },
      },
    ],
  });
  test.each<[string, Partial<World>]>([
    ['the usual', {}],
    ['a sibling at weight 0', rules(weighted([BLUE, 100], [GREEN, 0]))],
    ["other services' rules", rules(forward(OTHER), forward(BLUE, RULE), forward(OTHER, 'x'))],
    [
      'the last attempted deployment has ended',
      {
        groups: { 'shop-app/web-group': group({ lastAttemptedDeployment: { deploymentId: 'd-X', status: 'Failed' } }) },
      },
    ],
    [
      'the group says it goes on, the deployment says it has ended',
      {
        groups: { 'shop-app/web-group': withRunning },
        deployments: {
          'd-MADEPRIM1': { applicationName: 'shop-app', deploymentGroupName: 'web-group' },
          'd-LAST': { status: 'Stopped' },
        },
      },
    ],
    [
      'a group that names the service by ARNs',
      {
        groups: {
          'shop-app/web-group': group({
            ecsServices: [{ clusterName: `${ecs}:cluster/shop`, serviceName: `${ecs}:service/shop/web` }],
          }),
        },
      },
    ],
  ])('%s', async (_, of) => {
    const plan = await judge(world(of), inputs());
    expect(plan.previous).toBe(LIVE);
    expect(plan.warnings).toEqual([]);
  });

  test('inputs that name cluster and service by ARN', async () => {
    const plan = await judge(world(), inputs({ cluster: `${ecs}:cluster/shop`, service: `${ecs}:service/shop/web` }));
    expect(plan.target.cluster).toBe('shop');
  });
});

describe('warnings', () => {
  test.each<[string, Partial<World>, string]>([
    ['desired count 0', { service: service({ desiredCount: 0 }) }, 'a deployment that succeeds proves nothing'],
    [
      'a task set is left over',
      { service: service({ taskSets: [primarySet(), { id: 'ecs-svc/2', status: 'ACTIVE' }] }) },
      'ecs-svc/2 (ACTIVE)',
    ],
    [
      'nobody will let the deployment go on',
      {
        groups: {
          'shop-app/web-group': group({
            blueGreenDeploymentConfiguration: {
              deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: 60 },
            },
          }),
        },
      },
      'waits up to 60 min for a word to go on',
    ],
    [
      'deployments may not be read',
      {
        groups: { 'AppECS-shop-web/DgpECS-shop-web': group() },
        deployments: { 'd-MADEPRIM1': denied('codedeploy', 'GetDeployment', 'd-MADEPRIM1') },
      },
      `{"Effect":"Allow","Action":"codedeploy:GetDeployment","Resource":"${codedeploy}:deploymentgroup:AppECS-shop-web/DgpECS-shop-web"}`,
    ],
  ])('%s', async (_, of, warning) => {
    const { warnings } = await judge(world(of), inputs());
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(warning);
  });
});

describe('the plan', () => {
  const two = { definitions: { [LIVE]: definition([container('app', 8080), container('log')]) } };

  test('gives the built image and the given one to their containers', async () => {
    const images = new Map([['log', { kind: 'given', reference: 'log:2' } as const]]);
    const plan = await judge(world(two), inputs({ source: build(), changes: { images } }));
    expect(plan.builtFor).toEqual(['app']);
    expect([...plan.draft.images]).toEqual([['log', 'log:2']]);
    expect(plan.draft.container).toBe('app');
  });

  test('gives one built image to several containers', async () => {
    const images = new Map([
      ['app', { kind: 'built' } as const],
      ['log', { kind: 'built' } as const],
    ]);
    const plan = await judge(world(two), inputs({ source: build(), changes: { images } }));
    expect(plan.builtFor).toEqual(['app', 'log']);
  });

  test('fills an empty image from the inputs', async () => {
    const empty = { definitions: { [LIVE]: definition([container('app', 8080, '')]) } };
    const plan = await judge(world(empty), inputs({ source: { kind: 'given', reference: 'app:3' } }));
    expect([...plan.draft.images]).toEqual([['app', 'app:3']]);
    expect(plan.builtFor).toEqual([]);
  });

  test('is described for the log, free of account ids', async () => {
    const { target } = await judge(
      world(),
      inputs({ codedeploy: { config: 'CodeDeployDefault.ECSLinear10PercentEvery3Minutes' } }),
    );
    const lines = describeTarget(target);
    expect(lines).toEqual([
      'Service: shop/web, 2 tasks running, 2 desired',
      'Runs now: web:12, behind target group web-blue',
      'Deployment group: shop-app / web-group (found by the deployment that made the PRIMARY task set)',
      'Shift: CodeDeployDefault.ECSLinear10PercentEvery3Minutes, 10 % every 3 min, all after 27 min',
      'Weights on the production listener: web-blue 1, web-green 0',
    ]);
    expect(lines.join('\n')).not.toContain(ACCOUNT);
  });
});

describe('readTarget', () => {
  const read = async (of: World, asked = inputs()): Promise<readonly string[]> => {
    const { aws, calls } = fakeAws(of);
    await readTarget(asked, { aws, readFile: () => Promise.resolve(null), workspace: '/workspace' }, recorder().log);
    return calls;
  };

  test('asks for each thing once, and for no more than it needs', async () => {
    const calls = await read(world(), inputs({ source: build() }));
    expect([...calls].sort()).toEqual([
      'DescribeRepositories web',
      `DescribeRules ${LISTENER}`,
      'DescribeServices shop/web',
      'DescribeTargetGroups web-blue,web-green',
      `DescribeTaskDefinition ${LIVE}`,
      'GetDeployment d-MADEPRIM1',
      'GetDeploymentGroup shop-app/web-group',
    ]);
  });

  test('asks once for a deployment that is both the last and the one that made PRIMARY', async () => {
    const last = group({ lastAttemptedDeployment: { deploymentId: 'd-MADEPRIM1', status: 'InProgress' } });
    const calls = await read(world({ groups: { 'shop-app/web-group': last } }));
    expect(calls.filter((call) => call.startsWith('GetDeployment d-'))).toEqual(['GetDeployment d-MADEPRIM1']);
  });

  test('begins all that needs nothing else before the service has answered', async () => {
    const { aws, calls } = fakeAws(world({ configs: { mine: { trafficRoutingConfig: { type: 'AllAtOnce' } } } }));
    const never = { ...aws, ecs: { ...aws.ecs, describeService: () => new Promise<never>(() => undefined) } };
    const asked = inputs({
      source: build(),
      definition: { kind: 'reference', reference: 'web' },
      codedeploy: { application: 'shop-app', group: 'web-group', config: 'mine' },
    });
    void readTarget(
      asked,
      { aws: never, readFile: () => Promise.resolve(null), workspace: '/workspace' },
      recorder().log,
    );
    await new Promise(setImmediate);
    expect([...calls].sort()).toEqual([
      'DescribeRepositories web',
      `DescribeRules ${LISTENER}`,
      'DescribeTargetGroups web-blue,web-green',
      'DescribeTaskDefinition web',
      'GetDeploymentConfig mine',
      'GetDeploymentGroup shop-app/web-group',
    ]);
  });

  test('asks a Network Load Balancer for its listener, which has no rules', async () => {
    const net = group();
    const arn = LISTENER.replace('/app/', '/net/');
    const pair = {
      targetGroups: [{ name: 'web-blue' }, { name: 'web-green' }],
      prodTrafficRoute: { listenerArns: [arn] },
    };
    const of = world({
      groups: { 'shop-app/web-group': { ...net, loadBalancerInfo: { targetGroupPairInfoList: [pair] } } },
    });
    expect(await read(of)).toContain(`DescribeListeners ${arn}`);
    await expect(judge(of, inputs())).resolves.toHaveProperty('previous', LIVE);
  });

  test('looks for no group of a service that is not deployed by CodeDeploy', async () => {
    const calls = await read(world({ service: service({ deploymentController: { type: 'ECS' } }) }));
    expect(calls).toEqual(['DescribeServices shop/web']);
  });

  test('says that it uses an AppSpec that nobody asked for', async () => {
    const { aws } = fakeAws(world());
    const { log, lines } = recorder();
    const properties = '{TaskDefinition: x, LoadBalancerInfo: {ContainerName: app, ContainerPort: 8080}}';
    const text = `version: 0.0\nResources:\n  - Target: {Type: "AWS::ECS::Service", Properties: ${properties}}\n`;
    const readFile = (path: string): Promise<string | null> =>
      Promise.resolve(path === '/workspace/appspec.yml' ? text : null);
    const facts = await readTarget(inputs(), { aws, readFile, workspace: '/workspace' }, log);
    expect(preflight(inputs(), facts).appspec).toMatchObject({ kind: 'file', path: 'appspec.yml' });
    expect(lines).toEqual([expect.stringContaining('AppSpec: appspec.yml is used')]);
  });
});
