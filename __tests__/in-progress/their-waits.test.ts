import { type DeploymentConfigInfo, type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { expect, test } from '@jest/globals';
import { theirWaits } from '../../src/in-progress/their-waits.ts';
import { configOf } from '../../src/target/config.ts';
import { failure, group, inputs } from '../target/fake-aws.ts';

const MINUTE = 60_000;
const waits = (
  termination: number,
  ready: number,
): NonNullable<DeploymentInfo['blueGreenDeploymentConfiguration']> => ({
  terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: termination },
  deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: ready },
});

const ours = {
  application: 'app',
  name: 'group',
  foundBy: 'inputs',
  info: group({ blueGreenDeploymentConfiguration: waits(5, 10) }),
  config: configOf('CodeDeployDefault.ECSAllAtOnce', {
    computePlatform: 'ECS',
    trafficRoutingConfig: { type: 'AllAtOnce' },
  }),
};

const mine: DeploymentConfigInfo = {
  computePlatform: 'ECS',
  trafficRoutingConfig: { type: 'TimeBasedCanary', timeBasedCanary: { canaryPercentage: 5, canaryInterval: 20 } },
};

test.each<[string, DeploymentInfo, DeploymentConfigInfo | null, number]>([
  ['nothing is told: as the group has it', {}, null, 5 + 10 + 30],
  ['its own configuration', { deploymentConfigName: 'mine' }, mine, 5 + 10 + 20 + 30],
  [
    'one of AWS’s own, which is not asked for',
    { deploymentConfigName: 'CodeDeployDefault.ECSLinear10PercentEvery3Minutes' },
    null,
    5 + 10 + 27 + 30,
  ],
  ['its own waits, which the group had then', { blueGreenDeploymentConfiguration: waits(60, 0) }, null, 60 + 30],
  ['a configuration that cannot be read', { deploymentConfigName: 'secret' }, null, 5 + 10 + 30],
])('%s', async (_name, info, config, minutes) => {
  const getDeploymentConfig = (name: string): Promise<DeploymentConfigInfo> =>
    config === null
      ? Promise.reject(failure('codedeploy', 'GetDeploymentConfig', name, 'AccessDeniedException'))
      : Promise.resolve(config);
  const { waiting } = await theirWaits(info, ours, inputs({ waiting: { until: 'none' } }).waiting, {
    getDeploymentConfig,
  });
  expect(waiting).toMatchObject({ until: 'completed', limitMs: minutes * MINUTE });
});
