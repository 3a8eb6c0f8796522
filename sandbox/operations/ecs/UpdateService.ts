import { UpdateService$, type UpdateServiceRequest, type UpdateServiceResponse } from '@aws-sdk/client-ecs';
import { describeService } from '../../ecs/describe-service.ts';
import { setDesiredCount } from '../../ecs/desired-count.ts';
import { activeTaskDefinition } from '../../ecs/new-service.ts';
import { recordedOptions } from '../../ecs/recorded-options.ts';
import { activeService } from '../../ecs/services.ts';
import { AwsError, operation } from '../../operation.ts';

/** Under CODE_DEPLOY only what needs no deployment may change, chiefly the desired count (ECS API: UpdateService). */
export const updateService = operation<UpdateServiceRequest, UpdateServiceResponse>(
  UpdateService$,
  (input, sandbox) => {
    const service = activeService(sandbox.world, input.cluster, input.service);
    if (service.controller === 'CODE_DEPLOY') refuseDeployment(input, sandbox.settings.forceNewDeploymentError);
    if (input.taskDefinition !== undefined) {
      service.taskDefinition = activeTaskDefinition(sandbox.world, input.taskDefinition).arn;
    }
    if (input.healthCheckGracePeriodSeconds !== undefined) {
      service.healthCheckGracePeriodSeconds = input.healthCheckGracePeriodSeconds;
    }
    service.recorded = recordedOptions(input, service.recorded);
    if (input.desiredCount !== undefined) setDesiredCount(sandbox, service, input.desiredCount);
    return { service: describeService(service, sandbox.settings) };
  },
);

function refuseDeployment(input: UpdateServiceRequest, forceError: string | null): void {
  const refuse = (what: string): never => {
    throw new AwsError(
      'InvalidParameterException',
      `Unable to ${what} on services with a CODE_DEPLOY deployment controller. ` +
        'Use AWS CodeDeploy to trigger a new deployment.',
    );
  };
  if (input.taskDefinition !== undefined) refuse('update task definition');
  if (input.networkConfiguration !== undefined) refuse('update network parameters');
  if (input.platformVersion !== undefined) refuse('update platform version');
  if (input.loadBalancers !== undefined) refuse('update load balancers');
  if (input.capacityProviderStrategy !== undefined) refuse('update capacity providers');
  if (input.forceNewDeployment === true && forceError !== null) {
    throw new AwsError('InvalidParameterException', forceError);
  }
}
