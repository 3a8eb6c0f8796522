import { type JsonObject } from '../../json.ts';
import { AwsError } from '../../operation.ts';
import { type StackResource } from '../../world/cloudformation.ts';
import { type ResourceContext } from '../resources/handler.ts';
import { checkProperties } from '../spec/check.ts';
import { type Evaluation } from '../template/evaluate.ts';
import { type ResourceDeclaration } from '../template/template.ts';
import { Refused } from './failure-reason.ts';
import { isLive } from './handler-of.ts';
import { type Run } from './run.ts';
import { madeBy } from './surroundings.ts';
import { withStackTags } from './tags.ts';

export const contextOf = ({ sandbox, stack }: Run, logicalId: string): ResourceContext => ({
  sandbox,
  logicalId,
  stackName: stack.name,
  stackId: stack.id,
  stackTags: stack.tags,
});

/** Resolved and checked; throws `Refused`. What is only recorded has the stack's tags among them. */
export function resolvedProperties({ stack }: Run, evaluation: Evaluation, { logicalId, type }: Named): JsonObject {
  let properties: JsonObject;
  try {
    properties = evaluation.properties(logicalId, madeBy(stack));
  } catch (cause) {
    throw cause instanceof AwsError ? new Refused(cause.message) : cause;
  }
  const faults = checkProperties(type, properties);
  if (faults.length > 0) {
    throw new Refused(`Properties validation failed for resource ${logicalId} with message:\n${faults.join('\n')}`);
  }
  return isLive(type) ? properties : withStackTags(type, properties, stack.tags);
}

type Named = Pick<StackResource, 'logicalId' | 'type'>;

/** A resource that is not there yet. */
export const newResource = (
  logicalId: string,
  declaration: ResourceDeclaration,
  evaluation: Evaluation,
): StackResource => ({
  logicalId,
  type: declaration.type,
  made: null,
  properties: {},
  status: '',
  statusReason: null,
  changedAt: 0,
  dependencies: evaluation.dependencies(logicalId),
  deletionPolicy: declaration.deletionPolicy,
  updateReplacePolicy: declaration.updateReplacePolicy,
});

export function declarationOf({ template }: Evaluation, logicalId: string): ResourceDeclaration {
  const found = template.resources.get(logicalId);
  if (found) return found;
  throw new Error(`The template has no resource ${logicalId}.`);
}
