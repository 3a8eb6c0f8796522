/** What speaks against a deployment is told before anything is built or written, all of it at once, with its repair. */
import { CreateDeploymentGroupCommand } from '@aws-sdk/client-codedeploy';
import { CreateServiceCommand, DeleteServiceCommand } from '@aws-sdk/client-ecs';
import { CreateRuleCommand, ModifyListenerCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { describe, expect, test } from '@jest/globals';
import { startAnother } from './another.ts';
import { annotations, errorsOf, ELSEWHERE, LIMIT_MS, type Rig, type RigOptions, warningsOf, withRig } from './rig.ts';

type Inputs = Readonly<Record<string, string>>;

interface Refusal {
  readonly name: string;
  readonly rig?: RigOptions;
  readonly before?: (rig: Rig) => Promise<unknown>;
  readonly inputs?: Inputs | ((rig: Rig) => Inputs);
  readonly says: readonly (string | RegExp)[];
}

const network = { awsvpcConfiguration: { subnets: ['subnet-0a'] } };

const plainService = async ({ clients, stack, sandbox }: Rig, controller = 'ECS'): Promise<void> => {
  await clients.ecs.send(
    new CreateServiceCommand({
      cluster: stack.cluster,
      serviceName: 'plain',
      taskDefinition: stack.taskDefinition,
      desiredCount: 1,
      launchType: 'FARGATE',
      networkConfiguration: network,
    }),
  );
  const plain = [...sandbox.world.ecs.services.values()].find(({ name }) => name === 'plain');
  Object.assign(plain ?? {}, { controller });
};

/** The group under another name, as people have it who did not make it in the console. */
function rename({ sandbox, stack }: Rig, name: string, application = stack.application): void {
  const { applications } = sandbox.world.codedeploy;
  const app = applications.get(stack.application);
  const group = app?.groups.get(stack.group);
  if (app === undefined || group === undefined) throw new Error('there is no group to rename');
  applications.delete(stack.application);
  applications.set(application, {
    ...app,
    name: application,
    groups: new Map([[name, { ...group, name, application }]]),
  });
}

const pointAtSibling = ({ clients, stack }: Rig) =>
  clients.elb.send(
    new ModifyListenerCommand({
      ListenerArn: stack.productionListener,
      DefaultActions: [{ Type: 'forward', TargetGroupArn: stack.targetGroups[1]?.arn ?? '' }],
    }),
  );

const refusals: readonly Refusal[] = [
  {
    name: 'no service of this name',
    inputs: { service: 'wbe' },
    says: [/cluster shop has no service wbe in eu-west-1/, 'aws ecs list-services --cluster shop'],
  },
  {
    name: 'no cluster of this name',
    inputs: { cluster: 'shpo' },
    says: ['shpo', "Check input 'cluster' (shpo)", 'aws ecs list-clusters'],
  },
  {
    name: 'an INACTIVE service',
    before: ({ clients, stack }) =>
      clients.ecs.send(new DeleteServiceCommand({ cluster: stack.cluster, service: stack.service, force: true })),
    says: [/INACTIVE|DRAINING/, 'Create it again'],
  },
  {
    name: 'a service of the ECS controller',
    before: (rig) => plainService(rig),
    inputs: { service: 'plain' },
    says: ['deployment controller is ECS', 'Use aws-actions/amazon-ecs-deploy-task-definition for this service'],
  },
  {
    name: 'a service of the EXTERNAL controller',
    before: (rig) => plainService(rig, 'EXTERNAL'),
    inputs: { service: 'plain' },
    says: ['deployment controller is EXTERNAL', 'ecs:CreateTaskSet'],
  },
  {
    name: 'no deployment group to be found',
    before: (rig) => {
      rename(rig, 'our-own-name');
      return Promise.resolve();
    },
    says: [
      'AppECS-shop-web / DgpECS-shop-web',
      "Set inputs 'codedeploy-application' and 'codedeploy-deployment-group'",
    ],
  },
  {
    name: 'an application that is not there',
    inputs: { 'codedeploy-application': 'nowhere', 'codedeploy-deployment-group': 'none' },
    says: ['nowhere', 'aws deploy list-deployment-groups --application-name nowhere'],
  },
  {
    name: 'a group that deploys another service',
    before: async (rig) => copyGroup(rig, 'other', 'api'),
    inputs: ({ stack }) => ({
      'codedeploy-application': stack.application,
      'codedeploy-deployment-group': 'other',
    }),
    says: ['it deploys shop/api, not', 'to the group that deploys shop/web'],
  },
  {
    name: 'a production listener that points at the sibling of the PRIMARY task set’s target group',
    before: pointAtSibling,
    says: [
      'Primary taskset target group must be behind listener',
      /its default action forwards to shop-web-two/,
      /aws elbv2 modify-listener --listener-arn arn:\S+ --default-actions Type=forward,TargetGroupArn=arn:\S+shop-web-one/,
    ],
  },
  {
    name: 'an ECR repository that is absent',
    inputs: { repository: 'shop-wbe' },
    says: ['shop-wbe', 'aws ecr create-repository --repository-name shop-wbe'],
  },
  {
    name: 'an ECR repository that may not be read',
    rig: { faults: [{ operation: 'DescribeRepositories', kind: 'denied' }] },
    inputs: { repository: 'shop-web' },
    says: [
      'not authorized',
      '"Action":"ecr:DescribeRepositories"',
      '"Resource":"arn:aws:ecr:eu-west-1:123456789012:repository/shop-web"',
    ],
  },
  {
    name: 'a deployment in progress, with if-deployment-in-progress: fail',
    rig: { settings: { createdMs: 1e9 } },
    inputs: { 'if-deployment-in-progress': 'fail' },
    before: (rig) => startAnother(rig, 'someone else’s'),
    says: [/deployment d-[A-Z0-9]{9} is \w+/, /aws deploy stop-deployment --deployment-id d-/, 'someone else’s'],
  },
  {
    name: 'test-ready on a group that does not wait',
    inputs: { 'wait-for': 'test-ready' },
    says: ['does not wait before the shift', '"actionOnTimeout":"STOP_DEPLOYMENT"', "choose another 'wait-for'"],
  },
  {
    name: 'test-ready on a group without a test listener',
    rig: { stack: { testListener: false, readyWaitMinutes: 60 } },
    inputs: { 'wait-for': 'test-ready' },
    says: ['no test listener', 'testTrafficRoute'],
  },
  {
    name: 'a deployment configuration that is not there',
    inputs: { 'codedeploy-deployment-config': 'CodeDeployDefault.Nonesuch' },
    says: ['CodeDeployDefault.Nonesuch', "Check input 'codedeploy-deployment-config'"],
  },
  {
    name: 'an image that ECR does not have',
    inputs: { image: 'shop-web:never' },
    says: ['shop-web:never', 'the repository has no such image', "correct 'image'"],
  },
];

async function copyGroup({ clients, stack }: Rig, deploymentGroupName: string, serviceName: string): Promise<void> {
  await clients.ecs.send(
    new CreateServiceCommand({
      cluster: stack.cluster,
      serviceName,
      taskDefinition: stack.taskDefinition,
      desiredCount: 1,
      launchType: 'FARGATE',
      deploymentController: { type: 'CODE_DEPLOY' },
      loadBalancers: [{ targetGroupArn: stack.targetGroups[1]?.arn ?? '', containerName: 'app', containerPort: 8080 }],
      networkConfiguration: network,
    }),
  );
  await clients.codedeploy.send(
    new CreateDeploymentGroupCommand({
      applicationName: stack.application,
      deploymentGroupName,
      serviceRoleArn: 'arn:aws:iam::123456789012:role/codedeploy',
      deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
      ecsServices: [{ clusterName: stack.cluster, serviceName }],
      blueGreenDeploymentConfiguration: {
        deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT' },
        terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 5 },
      },
      loadBalancerInfo: {
        targetGroupPairInfoList: [
          {
            targetGroups: stack.targetGroups.map(({ name }) => ({ name })),
            prodTrafficRoute: { listenerArns: [stack.productionListener] },
          },
        ],
      },
    }),
  );
}

describe('refused, and nothing is left behind', () => {
  test.concurrent.each(refusals)(
    '$name',
    ({ rig: options = {}, before, inputs = {}, says }) =>
      withRig(options, async (rig) => {
        await before?.(rig);
        await rig.forget();
        const given = typeof inputs === 'function' ? inputs(rig) : inputs;
        const image = 'repository' in given || 'image' in given ? {} : { image: ELSEWHERE };
        const { exitCode, output, outputs } = await rig.run({ ...image, ...given });
        expect({ exitCode, outputs }).toEqual({ exitCode: 1, outputs: {} });
        for (const words of says) expect(errorsOf(output)).toMatch(words);
        expect(await rig.writes()).toEqual([]);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'several refusals come in one report, each an annotation with its own repair',
    () =>
      withRig({}, async (rig) => {
        await pointAtSibling(rig);
        await rig.forget();
        const { exitCode, output } = await rig.run({
          image: 'shop-web:never',
          'codedeploy-appspec': 'nowhere.yaml',
          'task-definition': 'web:99',
          'wait-for': 'test-ready',
          'codedeploy-deployment-config': 'CodeDeployDefault.Nonesuch',
        });
        expect(exitCode).toBe(1);
        const told = annotations('error', output);
        expect(told.length).toBeGreaterThanOrEqual(6);
        for (const words of [
          'the repository has no such image',
          'nowhere.yaml',
          'web:99',
          'does not wait before the shift',
          'Nonesuch',
          'modify-listener',
        ])
          expect(told.filter((text) => text.includes(words))).toHaveLength(1);
        expect(await rig.writes()).toEqual([]);
      }),
    LIMIT_MS,
  );
});

describe('not refused', () => {
  test.concurrent(
    'desired count 0: a warning that health proves nothing',
    () =>
      withRig({ stack: { desiredCount: 0 } }, async (rig) => {
        const { exitCode, output } = await rig.run({ image: ELSEWHERE, 'wait-for': 'none' });
        expect(exitCode).toBe(0);
        expect(warningsOf(output)).toMatch(/desired count of the service is 0.*proves nothing/);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'a production listener with the sibling at weight 0, and a test listener on the sibling',
    () =>
      withRig({}, async (rig) => {
        const { clients, stack } = rig;
        const [one, two] = stack.targetGroups.map(({ arn }) => arn);
        const weighted = [
          { TargetGroupArn: one ?? '', Weight: 100 },
          { TargetGroupArn: two ?? '', Weight: 0 },
        ];
        await clients.elb.send(
          new ModifyListenerCommand({
            ListenerArn: stack.productionListener,
            DefaultActions: [{ Type: 'forward', ForwardConfig: { TargetGroups: weighted } }],
          }),
        );
        await clients.elb.send(
          new ModifyListenerCommand({
            ListenerArn: stack.testListenerArn ?? '',
            DefaultActions: [{ Type: 'forward', TargetGroupArn: two ?? '' }],
          }),
        );
        const { exitCode, outputs } = await rig.run({ image: ELSEWHERE });
        expect({ exitCode, result: outputs['result'] }).toEqual({ exitCode: 0, result: 'succeeded' });
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'a production listener that reaches production by a rule, with another service’s default action and rule',
    () =>
      withRig({}, async (rig) => {
        const { clients, stack } = rig;
        const ListenerArn = stack.productionListener;
        const own = [{ Type: 'forward' as const, TargetGroupArn: stack.targetGroups[0]?.arn ?? '' }];
        const other = [{ Type: 'fixed-response' as const, FixedResponseConfig: { StatusCode: '404' } }];
        const path = (value: string) => [{ Field: 'path-pattern', Values: [value] }];
        await clients.elb.send(new ModifyListenerCommand({ ListenerArn, DefaultActions: other }));
        for (const [Priority, pattern, Actions] of [
          [1, '/api/*', other],
          [2, '/*', own],
        ] as const)
          await clients.elb.send(
            new CreateRuleCommand({ ListenerArn, Priority, Conditions: path(pattern), Actions: [...Actions] }),
          );
        const { exitCode, output } = await rig.run({ image: ELSEWHERE, 'wait-for': 'none' });
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'long names: application and group are found under the names that the console cuts at 47 characters',
    () => {
      const service = 's'.repeat(60);
      return withRig({ stack: { service } }, async (rig) => {
        const stem = `shop-${'s'.repeat(47)}`;
        rename(rig, `DgpECS-${stem}`, `AppECS-${stem}`);
        const { exitCode, output } = await rig.run({ image: ELSEWHERE, 'wait-for': 'none' });
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
      });
    },
    LIMIT_MS,
  );

  test.concurrent(
    'a group of another name is found by the deployment that made the PRIMARY task set',
    () =>
      withRig({ stack: { terminationWaitMinutes: 0 } }, async (rig) => {
        const { stack } = rig;
        rename(rig, 'our-own-name');
        const group = { 'codedeploy-application': stack.application, 'codedeploy-deployment-group': 'our-own-name' };
        const first = await rig.run({ image: ELSEWHERE, 'wait-for': 'completed', ...group });
        expect(first.outputs['result']).toBe('succeeded');
        const second = await rig.run({ image: `${ELSEWHERE}.1`, 'wait-for': 'none' });
        expect(second.outputs['result']).toBe('started');
        expect(second.output).toContain('our-own-name');
      }),
    LIMIT_MS,
  );
});
