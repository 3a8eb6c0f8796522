import { type Fault } from '../../errors.ts';
import { type AwsCallError } from '../../ports/aws/error.ts';
import { permissionFor } from '../../report/permission.ts';
import { type StartRequest } from '../engine.ts';

/** How to repair what CreateDeployment refuses, by CodeDeploy's error name. */
const REPAIRS: Readonly<Record<string, string>> = {
  DeploymentLimitExceededException:
    'Other deployments of this group keep coming first: run this job again when they have ended.',
  InvalidRevisionException:
    'Check the AppSpec: one resource of Type AWS::ECS::Service, with TaskDefinition, ContainerName and a numeric ContainerPort.',
  DescriptionTooLongException: 'Shorten `codedeploy-deployment-description`.',
  InvalidRoleException:
    'Give the deployment group a service role that codedeploy.amazonaws.com may assume, with the managed policy AWSCodeDeployRoleForECS.',
  ApplicationDoesNotExistException:
    'Check `codedeploy-application`, and that the region is the one of the application.',
  DeploymentGroupDoesNotExistException: 'Check `codedeploy-deployment-group`, and that it belongs to the application.',
  DeploymentConfigDoesNotExistException:
    'Check `codedeploy-deployment-config`: a name such as CodeDeployDefault.ECSCanary10Percent5Minutes, or one that this account has.',
  InvalidDeploymentConfigNameException: 'Check `codedeploy-deployment-config`: the configuration must be one for ECS.',
  InvalidTrafficRoutingConfigurationException:
    'Use a configuration that fits the load balancer: a Network Load Balancer takes only CodeDeployDefault.ECSAllAtOnce.',
  InvalidLoadBalancerInfoException: "Check the deployment group's target groups and listeners.",
  InvalidAlarmConfigException: "Check the deployment group's alarms: each must exist in this region.",
  AlarmsLimitExceededException: 'A deployment group takes at most 10 alarms: remove some.',
  InvalidAutoRollbackConfigException: "Check the deployment group's automatic rollback settings.",
};

/** The fault to report when CreateDeployment has failed for good. */
export function startFault(error: AwsCallError, request: StartRequest): Fault {
  return {
    tried: 'start the deployment',
    on: `${request.application} / ${request.group}, configuration ${request.config}`,
    why: error.message,
    repair: repairOf(error, request),
  };
}

function repairOf(error: AwsCallError, request: StartRequest): string {
  const known = REPAIRS[error.code];
  if (known !== undefined) return known;
  switch (error.kind) {
    case 'denied':
      return permissionFor(error);
    case 'credentials':
      return 'Get fresh credentials right before this step, for example with aws-actions/configure-aws-credentials.';
    case 'throttled':
      return 'The account makes too many CodeDeploy calls: run this job again later, or run fewer jobs at a time.';
    case 'network':
    case 'server':
      return (
        'AWS did not answer. No deployment of this run was found so far; before running again, look for one ' +
        `whose description begins with "${request.marker}".`
      );
    case 'missing':
      return 'Check the names of application, deployment group and configuration, and the region.';
    case 'other':
      return 'CodeDeploy refused the request: repair what its message names, and run this job again.';
  }
}
