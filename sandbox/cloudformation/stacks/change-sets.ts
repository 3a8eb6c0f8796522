/** Change sets: what would be done, kept until someone executes it. */
import { AwsError, type Sandbox } from '../../operation.ts';
import { type ChangeSet, type Stack } from '../../world/cloudformation.ts';
import { type World } from '../../world/world.ts';
import { createResources } from './create.ts';
import { findStack, theLiveStack, validationError } from './find.ts';
import { adopt } from './secrets.ts';
import { evaluateLaunch } from './surroundings.ts';
import { checkUpdatable } from './updatable.ts';
import { updateResources } from './update.ts';

export interface FoundChangeSet {
  readonly stack: Stack;
  readonly changeSet: ChangeSet;
}

/** By its ARN, or by its name and its stack's. Throws `ChangeSetNotFound`, or a `ValidationError` for an unknown stack. */
export function theChangeSet(world: World, stackName: string | undefined, nameOrArn = ''): FoundChangeSet {
  const found = findChangeSet(world, stackName, nameOrArn);
  if (found) return found;
  throw new AwsError('ChangeSetNotFound', `ChangeSet [${nameOrArn}] does not exist`, 404);
}

export function findChangeSet(
  world: World,
  stackName: string | undefined,
  nameOrArn: string,
): FoundChangeSet | undefined {
  if (nameOrArn.startsWith('arn:')) {
    // A stack that is named beside it must be its own: that one is what IAM was asked about.
    const isMeant = ({ name, id }: Stack): boolean => stackName === undefined || name === stackName || id === stackName;
    for (const stack of [...world.cloudformation.stacks.values()].filter(isMeant)) {
      const changeSet = stack.changeSets.get(nameOrArn);
      if (changeSet) return { stack, changeSet };
    }
    return undefined;
  }
  if (stackName === undefined || stackName === '') {
    throw validationError('StackName must be specified if ChangeSetName is not specified as an ARN.');
  }
  const stack = findStack(world, stackName) ?? theLiveStack(world, stackName);
  const changeSet = [...stack.changeSets.values()].find(({ name }) => name === nameOrArn);
  return changeSet && { stack, changeSet };
}

export interface Execution {
  readonly clientRequestToken: string | null;
  readonly disableRollback: boolean;
}

/** Makes its changes; the stack's other change sets are of no use any more. Throws `InvalidChangeSetStatus`. */
export function executeChangeSet(sandbox: Sandbox, { stack, changeSet }: FoundChangeSet, execution: Execution): void {
  if (changeSet.executionStatus !== 'AVAILABLE') {
    throw new AwsError(
      'InvalidChangeSetStatus',
      `ChangeSet [${changeSet.id}] cannot be executed in its current execution status of [${changeSet.executionStatus}]`,
    );
  }
  const { launch } = changeSet;
  if (changeSet.type === 'UPDATE') checkUpdatable(stack);
  else if (stack.status !== 'REVIEW_IN_PROGRESS') {
    throw validationError(
      `Stack [${stack.name}] already exists and cannot be created again with the changeSet [${changeSet.name}]`,
    );
  }
  const evaluated = evaluateLaunch(sandbox, stack, launch);
  for (const other of [...stack.changeSets.keys()]) if (other !== changeSet.id) stack.changeSets.delete(other);
  changeSet.executionStatus = 'EXECUTE_COMPLETE';
  stack.changeSetId = changeSet.id;
  stack.clientRequestToken = execution.clientRequestToken;
  const { disableRollback } = execution;
  if (changeSet.type === 'UPDATE') {
    updateResources(sandbox, stack, { launch, evaluated, policyDuringUpdate: null, disableRollback });
    return;
  }
  adopt(stack, launch);
  stack.onFailure = disableRollback ? 'DO_NOTHING' : changeSet.onFailure;
  createResources(sandbox, stack, evaluated);
}
