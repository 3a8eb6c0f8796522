import { CreateStack$, type CreateStackInput, type CreateStackOutput } from '@aws-sdk/client-cloudformation';
import { createResources } from '../../cloudformation/stacks/create.ts';
import { findStack, validationError } from '../../cloudformation/stacks/find.ts';
import { readLaunch } from '../../cloudformation/stacks/launch.ts';
import { addStack, newPlace, type StackOptions } from '../../cloudformation/stacks/new-stack.ts';
import { policyGiven } from '../../cloudformation/stacks/policy-given.ts';
import { evaluateLaunch } from '../../cloudformation/stacks/surroundings.ts';
import { AwsError, operation } from '../../operation.ts';

export const createStack = operation<CreateStackInput, CreateStackOutput>(CreateStack$, (input, sandbox) => {
  const { StackName: name = '' } = input;
  const place = newPlace(sandbox, name);
  if (findStack(sandbox.world, name)) {
    throw new AwsError('AlreadyExistsException', `Stack [${name}] already exists`);
  }
  const options = optionsOf(input);
  const launch = readLaunch(sandbox, place, input, null);
  const evaluated = evaluateLaunch(sandbox, place, launch);
  const stack = addStack(sandbox, place, launch, options);
  createResources(sandbox, stack, evaluated);
  return { StackId: stack.id };
});

function optionsOf(input: CreateStackInput): StackOptions {
  const { DisableRollback: disabled, OnFailure: onFailure, TimeoutInMinutes: timeout = null } = input;
  if (disabled !== undefined && onFailure !== undefined) {
    throw validationError('You can specify either DisableRollback or OnFailure, but not both.');
  }
  if (timeout !== null && !(Number.isInteger(timeout) && timeout >= 1)) {
    throw validationError(`TimeoutInMinutes must be a whole number, 1 or more; received ${timeout}.`);
  }
  return {
    onFailure: onFailure ?? (disabled === true ? 'DO_NOTHING' : 'ROLLBACK'),
    timeoutMinutes: timeout,
    terminationProtection: input.EnableTerminationProtection ?? false,
    policy: policyGiven(input.StackPolicyBody, input.StackPolicyURL),
    clientRequestToken: input.ClientRequestToken ?? null,
  };
}
