import { type CreateChangeSetInput } from '@aws-sdk/client-cloudformation';
import { arn, uuid } from '../../ids.ts';
import { AwsError, type Sandbox } from '../../operation.ts';
import { type ChangeSet, type Launch, type Stack } from '../../world/cloudformation.ts';
import { recordStack } from './events.ts';
import { findStack, theLiveStack, validationError } from './find.ts';
import { readLaunch } from './launch.ts';
import { addStack, defaultOptions, newPlace } from './new-stack.ts';
import { isEmptyUpdate, predictChanges, predictStack } from './predict.ts';
import { evaluateLaunch, type Place } from './surroundings.ts';
import { checkUpdatable } from './updatable.ts';
import { launchOf } from './update.ts';

/** CloudFormation API: ChangeSetName. */
const NAME = /^[a-zA-Z][-a-zA-Z0-9]{0,127}$/;

/** Adds a change set, and with it the stack where there is none. It gets ready, or fails, a moment later. */
export function addChangeSet(sandbox: Sandbox, input: CreateChangeSetInput): { stack: Stack; changeSet: ChangeSet } {
  const { ChangeSetName: name = '', ChangeSetType: type = 'UPDATE', StackName: stackName = '' } = input;
  if (!NAME.test(name)) {
    throw validationError(
      `1 validation error detected: Value '${name.slice(0, 200)}' at 'changeSetName' failed to satisfy constraint: ` +
        'Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*',
    );
  }
  if (type === 'IMPORT' || (input.ResourcesToImport ?? []).length > 0) {
    throw validationError('The sandbox does not emulate change sets that import resources.');
  }
  if (input.IncludeNestedStacks === true) throw validationError('The sandbox does not emulate nested stacks.');
  return type === 'CREATE' ? forNewStack(sandbox, stackName, name, input) : forStack(sandbox, stackName, name, input);
}

function forStack(sandbox: Sandbox, stackName: string, name: string, input: CreateChangeSetInput) {
  const stack = theLiveStack(sandbox.world, stackName);
  refuseTaken(stack, name);
  checkUpdatable(stack);
  const launch = readLaunch(sandbox, stack, input, launchOf(stack));
  return { stack, changeSet: put(sandbox, stack, 'UPDATE', name, launch, input) };
}

function forNewStack(sandbox: Sandbox, stackName: string, name: string, input: CreateChangeSetInput) {
  const existing = findStack(sandbox.world, stackName);
  if (existing && existing.status !== 'REVIEW_IN_PROGRESS') {
    throw validationError(
      `Stack [${stackName}] already exists and cannot be created again with the changeSet [${name}].`,
    );
  }
  if (existing) refuseTaken(existing, name);
  const place: Place = existing ?? newPlace(sandbox, stackName);
  const launch = readLaunch(sandbox, place, input, null);
  predictStack(sandbox, place, launch);
  const stack = existing ?? addStack(sandbox, place, launch, defaultOptions);
  if (!existing) recordStack(sandbox, stack, 'REVIEW_IN_PROGRESS', 'User Initiated');
  return { stack, changeSet: put(sandbox, stack, 'CREATE', name, launch, input) };
}

function refuseTaken(stack: Stack, name: string): void {
  if (![...stack.changeSets.values()].some((other) => other.name === name)) return;
  throw new AwsError(
    'AlreadyExistsException',
    `ChangeSet ${name} cannot be created due to a mismatch with existing attribute StackName: it already exists`,
  );
}

/** AWS documentation and CLI (`cloudformation deploy`): the words by which clients know an empty change set. */
const EMPTY = "The submitted information didn't contain changes. Submit different information to create a change set.";

function put(
  sandbox: Sandbox,
  stack: Stack,
  type: ChangeSet['type'],
  name: string,
  launch: Launch,
  input: CreateChangeSetInput,
): ChangeSet {
  const { world, random, clock, settings } = sandbox;
  const { evaluation } = evaluateLaunch(sandbox, stack, launch);
  const changes = type === 'CREATE' ? predictStack(sandbox, stack, launch) : predictChanges(sandbox, stack, launch);
  const isEmpty = type === 'UPDATE' && isEmptyUpdate(stack, changes, evaluation);
  const changeSet: ChangeSet = {
    id: arn(world, 'cloudformation', `changeSet/${name}/${uuid(random)}`),
    name,
    type,
    description: input.Description ?? null,
    createdAt: clock.now(),
    launch,
    changes,
    onFailure: input.OnStackFailure ?? 'ROLLBACK',
    status: 'CREATE_IN_PROGRESS',
    statusReason: null,
    executionStatus: 'UNAVAILABLE',
  };
  stack.changeSets.set(changeSet.id, changeSet);
  clock.after(settings.stackResourceMs, () => {
    changeSet.status = isEmpty ? 'FAILED' : 'CREATE_COMPLETE';
    changeSet.statusReason = isEmpty ? EMPTY : null;
    // The stack may have been changed meanwhile.
    if (!isEmpty && changeSet.executionStatus === 'UNAVAILABLE') changeSet.executionStatus = 'AVAILABLE';
  });
  return changeSet;
}
