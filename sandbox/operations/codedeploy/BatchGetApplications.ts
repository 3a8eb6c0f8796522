import {
  BatchGetApplications$,
  type BatchGetApplicationsInput,
  type BatchGetApplicationsOutput,
} from '@aws-sdk/client-codedeploy';

import { AwsError, operation } from '../../operation.ts';
import { applicationInfo } from './application-info.ts';
import { findApplication } from './lookup.ts';

/** CodeDeploy API: at most 100 names, each of which must exist. */
export const batchGetApplications = operation<BatchGetApplicationsInput, BatchGetApplicationsOutput>(
  BatchGetApplications$,
  (input, { world }) => {
    const names = input.applicationNames ?? [];
    if (names.length === 0) {
      throw new AwsError('ApplicationNameRequiredException', 'At least one application name is required');
    }
    if (names.length > 100) throw new AwsError('BatchLimitExceededException', 'At most 100 names are allowed');
    return { applicationsInfo: names.map((name) => applicationInfo(findApplication(world, name))) };
  },
);
