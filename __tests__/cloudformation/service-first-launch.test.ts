/** Values of the first launch, edited later: refused by the stack policy, and rolled back without it. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Outputs, type ServiceStage, startServiceStage, trial } from './service-stage.ts';

let stage: ServiceStage;
let outputs: Outputs;
beforeAll(async () => {
  stage = await startServiceStage();
  outputs = await stage.launch('shop', 'service.yml', trial);
});
afterAll(() => stage.close());

const EDITS = [
  { ContainerPort: '9000' },
  { TaskSize: '512 CPU, 1024 MB' },
  { Architecture: 'ARM64' },
  { BootstrapImage: 'public.ecr.aws/nginx/nginx:1.29.0' },
  { TaskSubnets: 'subnet-0123456789abcdef2' },
  { RolePath: '/other/' },
];

const live = async (): Promise<unknown> => {
  const { services = [] } = await stage.ecs.describeServices({ cluster: 'shop', services: ['shop'] });
  const { taskSets, loadBalancers, desiredCount, runningCount } = services[0] ?? {};
  const { Listeners = [] } = await stage.elb.describeListeners({
    ListenerArns: [outputs['ProductionListenerArn'] ?? ''],
  });
  return {
    taskSets: taskSets?.map(({ id, taskDefinition }) => [id, taskDefinition]),
    loadBalancers,
    desiredCount,
    runningCount,
    Listeners,
  };
};

test.each(EDITS)('%j is rolled back, and what runs is as it was', async (values) => {
  const before = await live();
  await expect(stage.update('shop', values)).rejects.toThrow(/UPDATE_ROLLBACK_COMPLETE/);
  expect(await live()).toEqual(before);
});

test.each(EDITS)('%j does not get as far under the stack policy', async (values) => {
  const StackPolicyBody = readFileSync('cloudformation/stack-policy.json', 'utf8');
  await stage.stage.cfn.setStackPolicy({ StackName: 'shop', StackPolicyBody });
  await expect(stage.update('shop', values)).rejects.toThrow(/denied by stack policy/i);
});

test("the stack policy is in nobody's way otherwise", async () => {
  const certificate = 'arn:aws:acm:eu-west-1:123456789012:certificate/1b2c3d4e-0000';
  await stage.update('shop', { MinTasks: '2', HealthCheckPath: '/health', ExtraContainerPort: '9000' });
  await stage.update('shop', { CertificateArn: certificate, LiveColorCheckedFor: certificate });
  expect((await stage.outputs('shop'))['ProductionUrl']).toMatch(/^https:/);
});
