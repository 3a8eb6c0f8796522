import { UpdateStack$, type UpdateStackInput, type UpdateStackOutput } from '@aws-sdk/client-cloudformation';
import { theLiveStack, validationError } from '../../cloudformation/stacks/find.ts';
import { readLaunch } from '../../cloudformation/stacks/launch.ts';
import { policyGiven } from '../../cloudformation/stacks/policy-given.ts';
import { isEmptyUpdate, predictChanges } from '../../cloudformation/stacks/predict.ts';
import { evaluateLaunch } from '../../cloudformation/stacks/surroundings.ts';
import { checkUpdatable } from '../../cloudformation/stacks/updatable.ts';
import { launchOf, updateResources } from '../../cloudformation/stacks/update.ts';
import { operation } from '../../operation.ts';

export const updateStack = operation<UpdateStackInput, UpdateStackOutput>(UpdateStack$, (input, sandbox) => {
  const stack = theLiveStack(sandbox.world, input.StackName);
  checkUpdatable(stack);
  const policyDuringUpdate = policyGiven(input.StackPolicyDuringUpdateBody, input.StackPolicyDuringUpdateURL);
  const policy = policyGiven(input.StackPolicyBody, input.StackPolicyURL);
  const launch = readLaunch(sandbox, stack, input, launchOf(stack));
  const evaluated = evaluateLaunch(sandbox, stack, launch);
  const changes = predictChanges(sandbox, stack, launch);
  if (isEmptyUpdate(stack, changes, evaluated.evaluation)) {
    throw validationError('No updates are to be performed.');
  }
  stack.policy = policy ?? stack.policy;
  stack.clientRequestToken = input.ClientRequestToken ?? null;
  const disableRollback = input.DisableRollback ?? false;
  updateResources(sandbox, stack, { launch, evaluated, policyDuringUpdate, disableRollback });
  return { StackId: stack.id };
});
