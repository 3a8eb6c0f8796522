/** What a person does later: with production on green, after a deployment. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deploy, type Outputs, type ServiceStage, startServiceStage, trial } from './service-stage.ts';

const CERTIFICATE = 'arn:aws:acm:eu-west-1:123456789012:certificate/1b2c3d4e-0000-4000-8000-000000000000';

let stage: ServiceStage;
let outputs: Outputs;
beforeAll(async () => {
  stage = await startServiceStage();
  outputs = await stage.launch('shop', 'service.yml', trial);
  const deploymentId = await deploy(stage, outputs);
  await stage.stage.pass(2 * 60 * 60_000);
  const { deploymentInfo } = await stage.codedeploy.getDeployment({ deploymentId });
  expect(deploymentInfo?.status).toBe('Succeeded');
});
afterAll(() => stage.close());

/** By target group name, what production gives to each. */
async function production(): Promise<Readonly<Record<string, number>>> {
  const listener = outputs['ProductionListenerArn'] ?? '';
  const { Listeners = [] } = await stage.elb.describeListeners({ ListenerArns: [listener] });
  const groups = Listeners[0]?.DefaultActions?.[0]?.ForwardConfig?.TargetGroups ?? [];
  return Object.fromEntries(groups.map((group) => [group.TargetGroupArn?.split('/')[1] ?? '', group.Weight ?? 0]));
}
const share = async (color: 'Blue' | 'Green'): Promise<number> =>
  (await production())[outputs[`${color}TargetGroup`] ?? ''] ?? 0;

/** What the last update touched, clean-up included. */
async function touched(): Promise<string[]> {
  const story = await stage.stage.story('shop');
  const last = story.findLastIndex((line) => line.startsWith('shop UPDATE_IN_PROGRESS'));
  const resources = story
    .slice(last)
    .flatMap((line) => /^(\w+) (?:CREATE|UPDATE|DELETE)_COMPLETE/.exec(line)?.[1] ?? []);
  return resources.filter((name) => name !== 'shop');
}

test('the deployment went to green, and the placeholder is gone', async () => {
  expect(await share('Green')).toBe(100);
  expect(await share('Blue')).toBe(0);
});

describe('an update that is no listener edit', () => {
  test.each([
    [{ MinTasks: '2', MaxTasks: '6' }, ['ScalableTarget']],
    [{ CpuTargetPercent: '50' }, ['ScalingPolicy']],
    [{ HealthCheckPath: '/health' }, ['BlueTargetGroup', 'GreenTargetGroup']],
    [{ ExtraContainerPort: '9090' }, ['TaskSecurityGroup']],
    [{ IngressCidr: '203.0.113.0/24', TestListenerCidr: '203.0.113.7/32' }, ['LoadBalancerSecurityGroup']],
    [{ TrafficShift: 'Linear', ShiftPercent: '25', ShiftMinutes: '1' }, ['DeploymentConfig', 'DeploymentGroup']],
    [{ ShiftPercent: '50' }, ['DeploymentConfig', 'DeploymentConfig', 'DeploymentGroup']],
    [{ TrafficShift: 'CodeDeployDefault.ECSAllAtOnce' }, ['DeploymentConfig', 'DeploymentGroup']],
    [{ ReadyWaitMinutes: '30', TerminationWaitMinutes: '5' }, ['DeploymentGroup']],
    [{ NotificationEmail: 'ops@example.com' }, ['CodeDeployRole', 'DeploymentGroup', 'Topic']],
    [{ AlarmErrorPercent: '10', AlarmMinimumRequests: '50' }, ['ErrorsAlarm']],
    [{ AlarmUnhealthyMinutes: '10' }, ['UnhealthyAlarm']],
    [{ LogRetentionDays: '90' }, ['LogGroup']],
    [{ SecretArns: 'arn:aws:ssm:eu-west-1:123456789012:parameter/shop/*' }, ['ExecutionRole']],
    [{ TaskPolicyArns: 'arn:aws:iam::aws:policy/AdministratorAccess' }, ['TaskRole']],
    [{ HookFunctionArns: 'arn:aws:lambda:eu-west-1:123456789012:function:check' }, ['CodeDeployRole']],
    [
      { PermissionsBoundaryArn: 'arn:aws:iam::123456789012:policy/edge' },
      ['CodeDeployRole', 'ExecutionRole', 'TaskRole'],
    ],
  ])('%j changes %j and no traffic', async (values, resources) => {
    await stage.update('shop', values);
    expect((await touched()).sort()).toEqual(resources);
    expect(await share('Green')).toBe(100);
  });

  test('of the tags reaches neither the service, nor its definition, nor a listener', async () => {
    await stage.update('shop', { TagEnvironment: 'production', TagOwner: 'shop team' });
    const names = await touched();
    expect(names).toEqual(
      expect.arrayContaining(['Cluster', 'LoadBalancer', 'BlueTargetGroup', 'TaskRole', 'LogGroup']),
    );
    const never = ['Service', 'TaskDefinition', 'ProductionListener', 'TestListener'];
    expect(names.filter((name) => never.includes(name))).toEqual([]);
    expect(await share('Green')).toBe(100);
  });
});

describe('the certificate', () => {
  test('alone is refused before anything happens, with what to look at', async () => {
    await expect(stage.update('shop', { CertificateArn: CERTIFICATE })).rejects.toThrow(
      /sends production to LiveColor\. Set it to the live target group, and repeat CertificateArn in LiveColorCheckedFor/,
    );
    expect(await share('Green')).toBe(100);
  });

  test('and LiveColor are two updates: one that fails goes back to the colour before it', async () => {
    const impossible = { MinTasks: '9', MaxTasks: '3' };
    await expect(stage.update('shop', { LiveColor: 'green', ...impossible })).rejects.toThrow(
      /UPDATE_ROLLBACK_COMPLETE/,
    );
    expect(await share('Blue')).toBeGreaterThan(0);
    await stage.update('shop', { LiveColor: 'green' });
    expect([await share('Blue'), await share('Green')]).toEqual([0, expect.any(Number)]);
    await expect(stage.update('shop', impossible)).rejects.toThrow(/UPDATE_ROLLBACK_COMPLETE/);
    expect([await share('Blue'), await share('Green')]).toEqual([0, expect.any(Number)]);
  });

  test('with LiveColor moves HTTP to HTTPS in one update, and production stays on green', async () => {
    const values = { CertificateArn: CERTIFICATE, LiveColorCheckedFor: CERTIFICATE, LiveColor: 'green' };
    const after = await stage.update('shop', values);
    expect(await touched()).toEqual(expect.arrayContaining(['ProductionListener', 'TestListener', 'RedirectListener']));
    expect(after['ProductionUrl']).toMatch(/^https:/);
    expect(after['ProductionListenerArn']).toBe(outputs['ProductionListenerArn']);
    expect(await share('Green')).toBeGreaterThan(0);
    expect(await share('Blue')).toBe(0);
    const { Listeners = [] } = await stage.elb.describeListeners({
      ListenerArns: [outputs['ProductionListenerArn'] ?? ''],
    });
    expect(Listeners[0]).toMatchObject({
      Port: 443,
      Protocol: 'HTTPS',
      Certificates: [{ CertificateArn: CERTIFICATE }],
    });
    const all = await stage.elb.describeListeners({ LoadBalancerArn: Listeners[0]?.LoadBalancerArn });
    expect(all.Listeners?.find(({ Port }) => Port === 80)).toMatchObject({
      DefaultActions: [
        { Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' } },
      ],
    });
  });

  test("cannot be taken away again: port 80 is the redirect's, and the update is rolled back", async () => {
    await expect(stage.update('shop', { CertificateArn: '', LiveColorCheckedFor: '' })).rejects.toThrow(
      /UPDATE_ROLLBACK_COMPLETE/,
    );
    expect(await share('Green')).toBeGreaterThan(0);
  });
});

test('the stack goes, and leaves the images', async () => {
  await stage.stage.cfn.deleteStack({ StackName: 'shop' });
  await stage.stage.pass(2 * 60 * 60_000);
  await expect(stage.stage.status('shop')).rejects.toThrow(/does not exist/);
  const { repositories = [] } = await stage.ecr.describeRepositories({ repositoryNames: ['shop'] });
  expect(repositories).toHaveLength(1);
  const { services = [] } = await stage.ecs
    .describeServices({ cluster: 'shop', services: ['shop'] })
    .catch(() => ({ services: [] }));
  expect(services.filter(({ status }) => status !== 'INACTIVE')).toEqual([]);
});
