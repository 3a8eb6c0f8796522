/** One seed makes a run repeatable: everything that can be seen, but for the `Date` header and the registry's passwords. */
import { expect, test } from '@jest/globals';
import { type Answer, control, jsonCall, queryCall, startAccount, webDefinition, webService } from './account.ts';

const json = (service: string, operation: string, input: unknown) => (url: string) =>
  jsonCall(url, `${service}.${operation}`, JSON.stringify(input));
const ecs = (operation: string, input: unknown) => json('AmazonEC2ContainerServiceV20141113', operation, input);
const codedeploy = (operation: string, input: unknown) => json('CodeDeploy_20141006', operation, input);
const elb = (parameters: string) => (url: string) => queryCall(url, `Version=2015-12-01&${parameters}`);

interface Run {
  readonly answers: unknown[];
  readonly world: unknown;
}

const arnIn = ({ text }: Answer, kind: string): string =>
  new RegExp(`arn:aws:elasticloadbalancing:[^<]*:${kind}/[^<]*`).exec(text)?.[0] ?? '';

async function run(seed: number): Promise<Run> {
  const account = await startAccount({ seed });
  const answers: unknown[] = [];
  const ask = async (call: (url: string) => Promise<Answer>): Promise<Answer> => {
    const answer = await call(account.url);
    const headers = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => name !== 'date'));
    answers.push({ ...answer, headers });
    return answer;
  };
  await ask(ecs('CreateCluster', { clusterName: 'main' }));
  await ask(ecs('RegisterTaskDefinition', webDefinition));
  const balancer = arnIn(
    await ask(elb('Action=CreateLoadBalancer&Name=web&Subnets.member.1=a&Subnets.member.2=b')),
    'loadbalancer',
  );
  const groups: string[] = [];
  for (const name of ['blue', 'green']) {
    const group = `Action=CreateTargetGroup&Name=${name}&Port=8080&Protocol=HTTP&VpcId=vpc-1&TargetType=ip`;
    groups.push(arnIn(await ask(elb(group)), 'targetgroup'));
  }
  const actions = `DefaultActions.member.1.Type=forward&DefaultActions.member.1.TargetGroupArn=${encodeURIComponent(groups[0] ?? '')}`;
  const listenerInput = `Action=CreateListener&LoadBalancerArn=${encodeURIComponent(balancer)}&Port=80&Protocol=HTTP&${actions}`;
  const listener = arnIn(await ask(elb(listenerInput)), 'listener');
  await ask(ecs('CreateService', webService(groups[0] ?? '')));
  await account.clock.advanceThrough(60_000);
  await ask(codedeploy('CreateApplication', { applicationName: 'app', computePlatform: 'ECS' }));
  await ask(codedeploy('CreateDeploymentGroup', groupInput(listener)));
  const content = JSON.stringify(appSpec);
  const deployment = { applicationName: 'app', deploymentGroupName: 'group' };
  const made = await ask(
    codedeploy('CreateDeployment', {
      ...deployment,
      revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
    }),
  );
  await control(account.url, 'POST', 'faults', { operation: 'ListTasks', kind: 'throttle', times: 1 });
  for (let step = 0; step < 6; step += 1) {
    await account.clock.advanceThrough(step * 5_000);
    await ask(codedeploy('GetDeployment', JSON.parse(made.text)));
    await ask(codedeploy('GetDeploymentTarget', { ...JSON.parse(made.text), targetId: 'main:web' }));
    await ask(ecs('DescribeServices', { cluster: 'main', services: ['web'] }));
    await ask(ecs('ListTasks', { cluster: 'main' }));
  }
  await ask(ecs('NoSuchOperation', {}));
  const [, world] = await control(account.url, 'GET', 'world');
  await account.close();
  return { answers, world };
}

const groupInput = (listener: string) => ({
  applicationName: 'app',
  deploymentGroupName: 'group',
  serviceRoleArn: 'arn:aws:iam::123456789012:role/codedeploy',
  deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
  deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
  ecsServices: [{ serviceName: 'web', clusterName: 'main' }],
  loadBalancerInfo: {
    targetGroupPairInfoList: [
      { targetGroups: [{ name: 'blue' }, { name: 'green' }], prodTrafficRoute: { listenerArns: [listener] } },
    ],
  },
});

const appSpec = {
  version: 0,
  Resources: [
    {
      TargetService: {
        Type: 'AWS::ECS::Service',
        Properties: {
          TaskDefinition: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:1',
          LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 8080 },
        },
      },
    },
  ],
};

test('the same seed and the same calls: the same answers, request ids included, and the same world', async () => {
  const [one, two, other] = [await run(5), await run(5), await run(6)];
  expect(one.answers.length).toBeGreaterThan(30);
  expect(JSON.stringify(one)).toContain('"status":"Succeeded"');
  expect(two).toEqual(one);
  expect(other).not.toEqual(one);
});
