import { type ApplicationInfo } from '@aws-sdk/client-codedeploy';

import { type Application } from '../../world/codedeploy.ts';

export const applicationInfo = ({ id, name, createdAt }: Application): ApplicationInfo => ({
  applicationId: id,
  applicationName: name,
  createTime: new Date(createdAt),
  linkedToGitHub: false,
  computePlatform: 'ECS',
});
