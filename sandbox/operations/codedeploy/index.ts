import { type Operation } from '../../operation.ts';
import { batchGetApplications } from './BatchGetApplications.ts';
import { batchGetDeploymentGroups } from './BatchGetDeploymentGroups.ts';
import { batchGetDeploymentTargets } from './BatchGetDeploymentTargets.ts';
import { batchGetDeployments } from './BatchGetDeployments.ts';
import { continueDeployment } from './ContinueDeployment.ts';
import { createApplication } from './CreateApplication.ts';
import { createDeployment } from './CreateDeployment.ts';
import { createDeploymentConfig } from './CreateDeploymentConfig.ts';
import { createDeploymentGroup } from './CreateDeploymentGroup.ts';
import { deleteApplication } from './DeleteApplication.ts';
import { deleteDeploymentConfig } from './DeleteDeploymentConfig.ts';
import { deleteDeploymentGroup } from './DeleteDeploymentGroup.ts';
import { getApplication } from './GetApplication.ts';
import { getApplicationRevision } from './GetApplicationRevision.ts';
import { getDeployment } from './GetDeployment.ts';
import { getDeploymentConfig } from './GetDeploymentConfig.ts';
import { getDeploymentGroup } from './GetDeploymentGroup.ts';
import { getDeploymentTarget } from './GetDeploymentTarget.ts';
import { listApplicationRevisions } from './ListApplicationRevisions.ts';
import { listApplications } from './ListApplications.ts';
import { listDeploymentConfigs } from './ListDeploymentConfigs.ts';
import { listDeploymentGroups } from './ListDeploymentGroups.ts';
import { listDeploymentTargets } from './ListDeploymentTargets.ts';
import { listDeployments } from './ListDeployments.ts';
import { listTagsForResource } from './ListTagsForResource.ts';
import { putLifecycleEventHookExecutionStatus } from './PutLifecycleEventHookExecutionStatus.ts';
import { registerApplicationRevision } from './RegisterApplicationRevision.ts';
import { stopDeployment } from './StopDeployment.ts';
import { tagResource } from './TagResource.ts';
import { untagResource } from './UntagResource.ts';
import { updateApplication } from './UpdateApplication.ts';
import { updateDeploymentGroup } from './UpdateDeploymentGroup.ts';

/** By the operation's name, as in `X-Amz-Target: CodeDeploy_20141006.<name>`. */
export const codedeployOperations: Readonly<Record<string, Operation>> = {
  BatchGetApplications: batchGetApplications,
  BatchGetDeploymentGroups: batchGetDeploymentGroups,
  BatchGetDeploymentTargets: batchGetDeploymentTargets,
  BatchGetDeployments: batchGetDeployments,
  ContinueDeployment: continueDeployment,
  CreateApplication: createApplication,
  CreateDeployment: createDeployment,
  CreateDeploymentConfig: createDeploymentConfig,
  CreateDeploymentGroup: createDeploymentGroup,
  DeleteApplication: deleteApplication,
  DeleteDeploymentConfig: deleteDeploymentConfig,
  DeleteDeploymentGroup: deleteDeploymentGroup,
  GetApplication: getApplication,
  GetApplicationRevision: getApplicationRevision,
  GetDeployment: getDeployment,
  GetDeploymentConfig: getDeploymentConfig,
  GetDeploymentGroup: getDeploymentGroup,
  GetDeploymentTarget: getDeploymentTarget,
  ListApplicationRevisions: listApplicationRevisions,
  ListApplications: listApplications,
  ListDeploymentConfigs: listDeploymentConfigs,
  ListDeploymentGroups: listDeploymentGroups,
  ListDeploymentTargets: listDeploymentTargets,
  ListDeployments: listDeployments,
  ListTagsForResource: listTagsForResource,
  PutLifecycleEventHookExecutionStatus: putLifecycleEventHookExecutionStatus,
  RegisterApplicationRevision: registerApplicationRevision,
  StopDeployment: stopDeployment,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateApplication: updateApplication,
  UpdateDeploymentGroup: updateDeploymentGroup,
};
