import { DeleteApplication$, type DeleteApplicationInput } from '@aws-sdk/client-codedeploy';

import { operation } from '../../operation.ts';
import { checkName } from './lookup.ts';

/** An application that is not there is no fault: the operation has no such error (CodeDeploy API: DeleteApplication). */
export const deleteApplication = operation<DeleteApplicationInput, Record<string, never>>(
  DeleteApplication$,
  (input, { world }) => {
    world.codedeploy.applications.delete(checkName('Application', input.applicationName));
    return {};
  },
);
