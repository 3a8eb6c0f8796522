import {
  ListDeploymentConfigs$,
  type ListDeploymentConfigsInput,
  type ListDeploymentConfigsOutput,
} from '@aws-sdk/client-codedeploy';

import { predefinedConfigs } from '../../lifecycle/configs.ts';
import { operation } from '../../operation.ts';
import { page } from './paging.ts';

/** The predefined ones for ECS and those that were made; AWS lists its own for the other platforms too. */
export const listDeploymentConfigs = operation<ListDeploymentConfigsInput, ListDeploymentConfigsOutput>(
  ListDeploymentConfigs$,
  (input, { world }) => {
    const names = [...predefinedConfigs().map(({ name }) => name), ...world.codedeploy.configs.keys()];
    const { items, nextToken } = page(names, input.nextToken);
    return { deploymentConfigsList: items, nextToken };
  },
);
