/** Stack events, and the statuses that they tell. */
import { uuid } from '../../ids.ts';
import { type Sandbox } from '../../operation.ts';
import { type Stack, type StackResource, type StackStatus } from '../../world/cloudformation.ts';
import { maskText, maskTexts } from './secrets.ts';

export const STACK_TYPE = 'AWS::CloudFormation::Stack';

/** Moves the stack to a status. */
export function recordStack(
  { clock, random }: Sandbox,
  stack: Stack,
  status: StackStatus,
  why: string | null = null,
): void {
  const reason = why === null ? null : maskText(stack, why);
  stack.status = status;
  stack.statusReason = reason;
  stack.events.unshift({
    id: uuid(random),
    at: clock.now(),
    logicalId: stack.name,
    physicalId: stack.id,
    type: STACK_TYPE,
    status,
    reason,
    properties: null,
    clientRequestToken: stack.clientRequestToken,
  });
}

/** The end of a stack: what it exported is free, and its name. */
export function recordDeleted(sandbox: Sandbox, stack: Stack): void {
  recordStack(sandbox, stack, 'DELETE_COMPLETE');
  stack.deletedAt = sandbox.clock.now();
  stack.outputs = [];
  stack.imports = new Set();
  stack.changeSets.clear();
}

/** Moves one of its resources to a status. */
export function recordResource(
  { clock }: Sandbox,
  stack: Stack,
  resource: StackResource,
  status: string,
  why: string | null = null,
): void {
  const at = clock.now();
  const reason = why === null ? null : maskText(stack, why);
  resource.status = status;
  resource.statusReason = reason;
  resource.changedAt = at;
  stack.events.unshift({
    id: `${resource.logicalId}-${status}-${new Date(at).toISOString()}-${stack.events.length}`,
    at,
    logicalId: resource.logicalId,
    physicalId: resource.made?.physicalId ?? '',
    type: resource.type,
    status,
    reason,
    properties: JSON.stringify(maskTexts(stack, resource.properties)),
    clientRequestToken: stack.clientRequestToken,
  });
}
