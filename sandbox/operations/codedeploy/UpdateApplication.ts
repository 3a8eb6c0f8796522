import { UpdateApplication$, type UpdateApplicationInput } from '@aws-sdk/client-codedeploy';

import { AwsError, operation } from '../../operation.ts';
import { checkName, findApplication } from './lookup.ts';
import { renameApplication } from './rename.ts';

/** All that it changes is the name. */
export const updateApplication = operation<UpdateApplicationInput, Record<string, never>>(
  UpdateApplication$,
  (input, { world }) => {
    const { name } = findApplication(world, input.applicationName);
    const to = checkName('Application', input.newApplicationName);
    if (to !== name && world.codedeploy.applications.has(to)) {
      throw new AwsError('ApplicationAlreadyExistsException', `Application already exists with name: ${to}`);
    }
    renameApplication(world, name, to);
    return {};
  },
);
