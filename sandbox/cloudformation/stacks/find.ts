import { AwsError } from '../../operation.ts';
import { type Stack } from '../../world/cloudformation.ts';
import { type World } from '../../world/world.ts';

export const validationError = (message: string): AwsError => new AwsError('ValidationError', message);

/** By id, deleted ones too; by name those that are not deleted. */
export function findStack({ cloudformation: { stacks } }: World, nameOrId: string): Stack | undefined {
  return stacks.get(nameOrId) ?? [...stacks.values()].find(({ name, status }) => isNamed(name, status, nameOrId));
}

const isNamed = (name: string, status: string, wanted: string): boolean =>
  name === wanted && status !== 'DELETE_COMPLETE';

/** Throws a `ValidationError`, in the words of the operations that read stacks. */
export function theStack(world: World, nameOrId: string | undefined): Stack {
  if (nameOrId === undefined || nameOrId === '') {
    throw validationError(
      "1 validation error detected: Value null at 'stackName' failed to satisfy constraint: Member must not be null",
    );
  }
  const found = findStack(world, nameOrId);
  if (found) return found;
  throw validationError(`Stack with id ${nameOrId} does not exist`);
}

/** The same for those that change stacks, which find no deleted ones. */
export function theLiveStack(world: World, nameOrId: string | undefined): Stack {
  const found = findStack(world, nameOrId ?? '');
  if (found && found.status !== 'DELETE_COMPLETE') return found;
  throw validationError(`Stack [${nameOrId ?? ''}] does not exist`);
}
