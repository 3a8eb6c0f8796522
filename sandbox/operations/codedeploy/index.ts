import { type Operation } from '../../operation.ts';
import { batchGetDeploymentTargets } from './BatchGetDeploymentTargets.ts';
import { batchGetDeployments } from './BatchGetDeployments.ts';
import { continueDeployment } from './ContinueDeployment.ts';
import { createApplication } from './CreateApplication.ts';
import { createDeployment } from './CreateDeployment.ts';
import { createDeploymentConfig } from './CreateDeploymentConfig.ts';
import { createDeploymentGroup } from './CreateDeploymentGroup.ts';
import { getApplication } from './GetApplication.ts';
import { getApplicationRevision } from './GetApplicationRevision.ts';
import { getDeployment } from './GetDeployment.ts';
import { getDeploymentConfig } from './GetDeploymentConfig.ts';
import { getDeploymentGroup } from './GetDeploymentGroup.ts';
import { getDeploymentTarget } from './GetDeploymentTarget.ts';
import { listApplications } from './ListApplications.ts';
import { listDeploymentGroups } from './ListDeploymentGroups.ts';
import { listDeploymentTargets } from './ListDeploymentTargets.ts';
import { listDeployments } from './ListDeployments.ts';
import { putLifecycleEventHookExecutionStatus } from './PutLifecycleEventHookExecutionStatus.ts';
import { registerApplicationRevision } from './RegisterApplicationRevision.ts';
import { stopDeployment } from './StopDeployment.ts';
import { updateDeploymentGroup } from './UpdateDeploymentGroup.ts';

/** By the operation's name, as in `X-Amz-Target: CodeDeploy_20141006.<name>`. */
export const codedeployOperations: Readonly<Record<string, Operation>> = {
  BatchGetDeploymentTargets: batchGetDeploymentTargets,
  BatchGetDeployments: batchGetDeployments,
  ContinueDeployment: continueDeployment,
  CreateApplication: createApplication,
  CreateDeployment: createDeployment,
  CreateDeploymentConfig: createDeploymentConfig,
  CreateDeploymentGroup: createDeploymentGroup,
  GetApplication: getApplication,
  GetApplicationRevision: getApplicationRevision,
  GetDeployment: getDeployment,
  GetDeploymentConfig: getDeploymentConfig,
  GetDeploymentGroup: getDeploymentGroup,
  GetDeploymentTarget: getDeploymentTarget,
  ListApplications: listApplications,
  ListDeploymentGroups: listDeploymentGroups,
  ListDeploymentTargets: listDeploymentTargets,
  ListDeployments: listDeployments,
  PutLifecycleEventHookExecutionStatus: putLifecycleEventHookExecutionStatus,
  RegisterApplicationRevision: registerApplicationRevision,
  StopDeployment: stopDeployment,
  UpdateDeploymentGroup: updateDeploymentGroup,
};
