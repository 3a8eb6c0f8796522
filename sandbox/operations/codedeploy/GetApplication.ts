import { GetApplication$, type GetApplicationInput, type GetApplicationOutput } from '@aws-sdk/client-codedeploy';

import { operation } from '../../operation.ts';
import { findApplication } from './lookup.ts';

export const getApplication = operation<GetApplicationInput, GetApplicationOutput>(
  GetApplication$,
  (input, { world }) => {
    const { id, name, createdAt } = findApplication(world, input.applicationName);
    return {
      application: {
        applicationId: id,
        applicationName: name,
        createTime: new Date(createdAt),
        linkedToGitHub: false,
        computePlatform: 'ECS',
      },
    };
  },
);
