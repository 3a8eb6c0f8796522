import {
  PutLifecycleEventHookExecutionStatus$,
  type PutLifecycleEventHookExecutionStatusInput,
  type PutLifecycleEventHookExecutionStatusOutput,
} from '@aws-sdk/client-codedeploy';

import { finishHook } from '../../lifecycle/engine.ts';
import { AwsError, operation } from '../../operation.ts';
import { findDeployment } from './lookup.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The answer of a hook that is still waited for. */
export const putLifecycleEventHookExecutionStatus = operation<
  PutLifecycleEventHookExecutionStatusInput,
  PutLifecycleEventHookExecutionStatusOutput
>(PutLifecycleEventHookExecutionStatus$, (input, sandbox) => {
  const deployment = findDeployment(sandbox.world, input.deploymentId);
  const { lifecycleEventHookExecutionId: id = '', status } = input;
  if (status !== 'Succeeded' && status !== 'Failed') {
    throw new AwsError('InvalidLifecycleEventHookExecutionStatusException', 'The status must be Succeeded or Failed');
  }
  if (!UUID.test(id)) {
    throw new AwsError(
      'InvalidLifecycleEventHookExecutionIdException',
      'The lifecycle event hook execution id is invalid',
    );
  }
  if (deployment.hook?.executionId !== id) {
    throw new AwsError('LifecycleEventAlreadyCompletedException', 'The lifecycle event has already completed');
  }
  finishHook(sandbox, deployment, status);
  return { lifecycleEventHookExecutionId: id };
});
