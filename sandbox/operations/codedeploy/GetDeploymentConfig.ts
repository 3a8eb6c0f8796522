import {
  GetDeploymentConfig$,
  type GetDeploymentConfigInput,
  type GetDeploymentConfigOutput,
  type TrafficRoutingConfig,
} from '@aws-sdk/client-codedeploy';

import { findConfig } from '../../lifecycle/configs.ts';
import { AwsError, operation } from '../../operation.ts';
import { type Routing } from '../../world/codedeploy.ts';
import { checkName } from './lookup.ts';

function routingInfo(routing: Routing): TrafficRoutingConfig {
  switch (routing.type) {
    case 'AllAtOnce':
      return { type: 'AllAtOnce' };
    case 'TimeBasedCanary':
      return {
        type: 'TimeBasedCanary',
        timeBasedCanary: { canaryPercentage: routing.percentage, canaryInterval: routing.interval },
      };
    case 'TimeBasedLinear':
      return {
        type: 'TimeBasedLinear',
        timeBasedLinear: { linearPercentage: routing.percentage, linearInterval: routing.interval },
      };
  }
}

export const getDeploymentConfig = operation<GetDeploymentConfigInput, GetDeploymentConfigOutput>(
  GetDeploymentConfig$,
  (input, { world }) => {
    const name = checkName('DeploymentConfig', input.deploymentConfigName);
    const config = findConfig(world, name);
    if (!config) {
      throw new AwsError(
        'DeploymentConfigDoesNotExistException',
        `No Deployment Configuration found for name: ${name}`,
      );
    }
    return {
      deploymentConfigInfo: {
        deploymentConfigId: config.id,
        deploymentConfigName: config.name,
        createTime: new Date(config.createdAt),
        computePlatform: 'ECS',
        trafficRoutingConfig: routingInfo(config.routing),
      },
    };
  },
);
