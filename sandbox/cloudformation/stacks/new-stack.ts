import { arn, uuid } from '../../ids.ts';
import { type Sandbox } from '../../operation.ts';
import { type Launch, type Stack } from '../../world/cloudformation.ts';
import { validationError } from './find.ts';
import { secretsOf } from './secrets.ts';
import { type Place } from './surroundings.ts';

/** CloudFormation API: StackName. */
const NAME = /^[a-zA-Z][-a-zA-Z0-9]{0,127}$/;

/** A stack's name and id before there is one. */
export function newPlace({ world, random }: Sandbox, name: string): Place {
  if (!NAME.test(name)) {
    throw validationError(
      `1 validation error detected: Value '${name.slice(0, 200)}' at 'stackName' failed to satisfy constraint: ` +
        'Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*, and have 128 characters at most',
    );
  }
  return { name, id: arn(world, 'cloudformation', `stack/${name}/${uuid(random)}`) };
}

export type StackOptions = Pick<
  Stack,
  'onFailure' | 'timeoutMinutes' | 'terminationProtection' | 'policy' | 'clientRequestToken'
>;

export const defaultOptions: StackOptions = {
  onFailure: 'ROLLBACK',
  timeoutMinutes: null,
  terminationProtection: false,
  policy: null,
  clientRequestToken: null,
};

/** Puts a stack without resources into the account. */
export function addStack({ world, clock }: Sandbox, place: Place, launch: Launch, options: StackOptions): Stack {
  const stack: Stack = {
    ...place,
    ...launch,
    ...options,
    createdAt: clock.now(),
    updatedAt: null,
    deletedAt: null,
    status: 'REVIEW_IN_PROGRESS',
    statusReason: null,
    secrets: new Set(secretsOf(launch)),
    outputs: [],
    imports: new Set(),
    changeSets: new Map(),
    changeSetId: null,
    turn: 0,
    resources: new Map(),
    besides: new Set(),
    events: [],
  };
  world.cloudformation.stacks.set(stack.id, stack);
  return stack;
}
