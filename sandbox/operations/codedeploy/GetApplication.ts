import { GetApplication$, type GetApplicationInput, type GetApplicationOutput } from '@aws-sdk/client-codedeploy';

import { operation } from '../../operation.ts';
import { applicationInfo } from './application-info.ts';
import { findApplication } from './lookup.ts';

export const getApplication = operation<GetApplicationInput, GetApplicationOutput>(
  GetApplication$,
  (input, { world }) => ({ application: applicationInfo(findApplication(world, input.applicationName)) }),
);
