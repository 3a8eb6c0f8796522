import {
  GetApplicationRevision$,
  type GetApplicationRevisionInput,
  type GetApplicationRevisionOutput,
} from '@aws-sdk/client-codedeploy';

import { AwsError, operation } from '../../operation.ts';
import { findApplication } from './lookup.ts';

/** Found by the sha256 alone: the way back to an AppSpec that GetDeployment leaves out. */
export const getApplicationRevision = operation<GetApplicationRevisionInput, GetApplicationRevisionOutput>(
  GetApplicationRevision$,
  (input, { world }) => {
    const application = findApplication(world, input.applicationName);
    if (!input.revision) throw new AwsError('RevisionRequiredException', 'RevisionLocation must be specified');
    const sha256 = input.revision.appSpecContent?.sha256 ?? '';
    const content = application.revisions.get(sha256);
    if (content === undefined) {
      throw new AwsError('RevisionDoesNotExistException', 'The named revision does not exist with the application');
    }
    const users = [...world.codedeploy.deployments.values()].filter(
      (deployment) => deployment.application === application.name && deployment.revision.sha256 === sha256,
    );
    const registered = application.registered?.get(sha256);
    const times = users.map((deployment) => new Date(deployment.createdAt));
    return {
      applicationName: application.name,
      revision: { revisionType: 'AppSpecContent', appSpecContent: { content, sha256 } },
      revisionInfo: {
        deploymentGroups: [...new Set(users.map((deployment) => deployment.group))],
        firstUsedTime: times.at(0),
        lastUsedTime: times.at(-1),
        registerTime: registered ? new Date(registered.at) : times.at(0),
        description: registered?.description,
      },
    };
  },
);
