/** CodeDeploy under the role of the template, with IAM enforced: alone, and beside another service on one load balancer. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { isList, isObject, textOf } from '../../sandbox/cloudformation/template/shape.ts';
import { journalOf } from '../../sandbox/iam/journal.ts';
import { type JsonObject } from '../../sandbox/json.ts';
import { type Role } from '../../sandbox/world/iam.ts';
import { deploy, type Outputs, type ServiceStage, startServiceStage, SUBNETS, trial, VPC } from './service-stage.ts';

let stage: ServiceStage;
afterEach(() => stage.close());

const start = async (): Promise<void> => {
  stage = await startServiceStage({ enforceIam: true });
};
const roleOf = (stack: string): Role => {
  const role = [...stage.sandbox.world.iam.roles.values()].find(({ name }) =>
    name.startsWith(`${stack}-CodeDeployRole-`),
  );
  if (!role) throw new Error(`${stack} has no role for CodeDeploy.`);
  return role;
};
const statementsOf = (document: JsonObject): readonly JsonObject[] => {
  const list = document['Statement'];
  return isList(list) ? list.filter(isObject) : [];
};
/** `Succeeded`, or why not. */
async function deployed(outputs: Outputs): Promise<string> {
  const deploymentId = await deploy(stage, outputs);
  await stage.stage.pass(2 * 60 * 60_000);
  const { deploymentInfo } = await stage.codedeploy.getDeployment({ deploymentId });
  return [deploymentInfo?.status, deploymentInfo?.errorInformation?.message]
    .filter((word) => word !== undefined)
    .join(': ');
}

/** Takes a statement from the role of the stack "shop". */
function leaveOut(sid: string): void {
  const role = roleOf('shop');
  const left = [...role.policies].map(([name, document]): [string, JsonObject] => [
    name,
    { ...document, Statement: statementsOf(document).filter(({ Sid }) => Sid !== sid) },
  ]);
  role.policies = new Map(left);
}

describe('a service alone', () => {
  test('is deployed', async () => {
    await start();
    expect(await deployed(await stage.launch('shop', 'service.yml', trial))).toBe('Succeeded');
  });

  test.each([
    ['is deployed with', 'none', /^Succeeded$/],
    [
      'is not deployed without MoveTraffic with',
      'MoveTraffic',
      /^Failed: .*(does not give you permission|not authorized)/,
    ],
  ])('%s a rule for it that someone added', async (_what, left, end) => {
    await start();
    const outputs = await stage.launch('shop', 'service.yml', trial);
    const { TargetGroups = [] } = await stage.elb.describeTargetGroups({ Names: [outputs['BlueTargetGroup'] ?? ''] });
    await stage.elb.createRule({
      ListenerArn: outputs['ProductionListenerArn'],
      Priority: 5,
      Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/api/*'] } }],
      Actions: [{ Type: 'forward', TargetGroupArn: TargetGroups[0]?.TargetGroupArn }],
    });
    leaveOut(left);
    expect(await deployed(outputs)).toMatch(end);
  });

  test.each(['ReplaceTasks', 'Look', 'MoveListeners', 'PassTaskRoles'])(
    'is not without the statement %s',
    async (sid) => {
      await start();
      const outputs = await stage.launch('shop', 'service.yml', trial);
      expect([...roleOf('shop').policies.values()].flatMap(statementsOf).map(({ Sid }) => Sid)).toContain(sid);
      leaveOut(sid);
      expect(await deployed(outputs)).toMatch(/^Failed: .*(does not give you permission|not authorized)/);
    },
  );
});

/** What may move traffic: action to the kinds of resource that it is allowed on. */
async function movingIn(stack: string): Promise<readonly string[]> {
  const { StackResources = [] } = await stage.stage.cfn.describeStackResources({ StackName: stack });
  const own = new Map(
    StackResources.map(({ PhysicalResourceId = '', LogicalResourceId = '' }) => [
      PhysicalResourceId,
      LogicalResourceId,
    ]),
  );
  return [...roleOf(stack).policies.values()]
    .flatMap(statementsOf)
    .filter(({ Sid }) => textOf(Sid)?.startsWith('Move'))
    .flatMap(({ Action, Resource }) =>
      (isList(Resource) ? Resource : [Resource]).map((resource) => {
        const arn = textOf(resource) ?? '';
        return `${textOf(Action) ?? 'several actions'} on ${own.get(arn) ?? arn.replace(/^arn:[^/]*:|(?<=listener-rule\/app).*(?=\/)/g, '')}`;
      }),
    );
}

test('alone: its listeners, and the rules that someone adds to them', async () => {
  await start();
  await stage.launch('shop', 'service.yml', trial);
  expect(await movingIn('shop')).toEqual([
    'elasticloadbalancing:ModifyRule on listener-rule/app/*',
    'elasticloadbalancing:ModifyListener on ProductionListener',
    'elasticloadbalancing:ModifyListener on TestListener',
  ]);
});

describe('two services on one load balancer', () => {
  const network = { VpcId: VPC, Subnets: SUBNETS };

  test('are deployed one after the other, each by its own rules', async () => {
    await start();
    const main = await stage.launch('main', 'cluster.yml', { ...network, Name: 'main' });
    const both: Outputs[] = [];
    for (const [Name, RulePriority] of [
      ['shop', '10'],
      ['admin', '20'],
    ] as const) {
      const rule = {
        RulePriority,
        RuleHosts: `${Name}.example.com`,
        RuleCheckedFor: `${RulePriority},${Name}.example.com`,
      };
      both.push(await stage.launch(Name, 'service.yml', { ...network, Name, ClusterStack: 'main', ...rule }));
    }
    const [shop = {}, admin = {}] = both;
    const live = async (): Promise<unknown> => {
      const { Rules = [] } = await stage.elb.describeRules({ ListenerArn: main['ProductionListenerArn'] });
      return Rules.map(
        ({ Actions = [] }) =>
          Actions[0]?.ForwardConfig?.TargetGroups?.find(({ Weight }) => Weight !== 0)?.TargetGroupArn?.split('/')[1] ??
          Actions[0]?.FixedResponseConfig?.StatusCode,
      );
    };
    expect(await live()).toEqual([shop['BlueTargetGroup'], admin['BlueTargetGroup'], '404']);
    expect(await deployed(shop)).toBe('Succeeded');
    expect(await live()).toEqual([shop['GreenTargetGroup'], admin['BlueTargetGroup'], '404']);
    expect(await deployed(admin)).toBe('Succeeded');
    expect(await live()).toEqual([shop['GreenTargetGroup'], admin['GreenTargetGroup'], '404']);
    const changed = (stack: string): string[] =>
      journalOf(stage.sandbox.world)
        .filter(({ role, action }) => role === roleOf(stack).arn && action.endsWith(':ModifyRule'))
        .map(({ resource }) => resource);
    expect(changed('shop').filter((rule) => changed('admin').includes(rule))).toEqual([]);
    expect(changed('shop').length).toBeGreaterThan(0);
  });

  test('the role of one may change its own rules alone: no rule of the other, and no listener', async () => {
    await start();
    await stage.launch('main', 'cluster.yml', { ...network, Name: 'main' });
    const rule = { RulePriority: '10', RuleHosts: 'shop.example.com', RuleCheckedFor: '10,shop.example.com' };
    await stage.launch('shop', 'service.yml', { ...network, Name: 'shop', ClusterStack: 'main', ...rule });
    expect(await movingIn('shop')).toEqual([
      'elasticloadbalancing:ModifyRule on ProductionRule',
      'elasticloadbalancing:ModifyRule on TestRule',
    ]);
  });
});
