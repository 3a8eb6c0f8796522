import {
  CreateDeploymentConfig$,
  type CreateDeploymentConfigInput,
  type CreateDeploymentConfigOutput,
  type TrafficRoutingConfig,
} from '@aws-sdk/client-codedeploy';

import { uuid } from '../../ids.ts';
import { findConfig } from '../../lifecycle/configs.ts';
import { AwsError, operation } from '../../operation.ts';
import { type Routing } from '../../world/codedeploy.ts';
import { checkName } from './lookup.ts';

/** CodeDeploy User Guide: at most 99 percent in one step, at most two days from the first step to the last. */
function readTimes(percentage = 0, interval = 0) {
  const whole = Number.isInteger(percentage) && Number.isInteger(interval);
  if (whole && percentage >= 1 && percentage <= 99 && interval >= 1) {
    if ((Math.ceil(100 / percentage) - 1) * interval <= 2_880) return { percentage, interval };
  }
  throw new AwsError(
    'InvalidTrafficRoutingConfigurationException',
    'The percentage must be 1 to 99, the interval at least 1 minute, the whole shift at most 2880 minutes',
  );
}

function readRouting(config: TrafficRoutingConfig | undefined): Routing {
  const { timeBasedCanary: canary, timeBasedLinear: linear } = config ?? {};
  switch (config?.type) {
    case 'TimeBasedCanary': {
      const interval = canary?.canaryInterval ?? 0;
      // A canary has two steps whatever its percentage: its length is its interval.
      if (interval > 2_880) return { type: 'TimeBasedCanary', ...readTimes(undefined, interval) };
      return {
        type: 'TimeBasedCanary',
        ...readTimes(canary?.canaryPercentage, Number.isInteger(interval) ? Math.min(interval, 1) : 0),
        interval,
      };
    }
    case 'TimeBasedLinear':
      return { type: 'TimeBasedLinear', ...readTimes(linear?.linearPercentage, linear?.linearInterval) };
    case 'AllAtOnce':
    case undefined:
      return { type: 'AllAtOnce' };
    // The SDK's types promise the three; the wire does not.
    default:
      throw new AwsError(
        'InvalidTrafficRoutingConfigurationException',
        'The type must be TimeBasedCanary, TimeBasedLinear or AllAtOnce',
      );
  }
}

export const createDeploymentConfig = operation<CreateDeploymentConfigInput, CreateDeploymentConfigOutput>(
  CreateDeploymentConfig$,
  (input, { world, clock, random }) => {
    const name = checkName('DeploymentConfig', input.deploymentConfigName);
    if (findConfig(world, name)) {
      throw new AwsError('DeploymentConfigAlreadyExistsException', `Deployment Configuration already exists: ${name}`);
    }
    if (name.startsWith('CodeDeployDefault.')) {
      throw new AwsError('InvalidDeploymentConfigNameException', 'The prefix CodeDeployDefault. is reserved');
    }
    if (input.computePlatform !== 'ECS') {
      throw new AwsError('InvalidComputePlatformException', 'The sandbox has the ECS compute platform only.');
    }
    const routing = readRouting(input.trafficRoutingConfig);
    const config = { id: uuid(random), name, createdAt: clock.now(), routing };
    world.codedeploy.configs.set(name, config);
    return { deploymentConfigId: config.id };
  },
);
