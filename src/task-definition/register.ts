import { StepError } from '../errors.ts';
import { type JsonObject, textOf } from '../json.ts';
import { type EcsPort } from '../ports/aws/aws.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { sameDefinition } from './compare.ts';
import { type RenderedDefinition, type Revision } from './definition.ts';
import { awsMessage, revisionName } from './load.ts';
import { type LooseTag, mergeTags, tagsOf } from './tags.ts';

export { revisionName };

/** A revision that is registered: what runs, or the one that was loaded. A DescribedTaskDefinition is one. */
export interface KnownRevision {
  readonly arn: string;
  readonly definition: JsonObject;
  readonly tags: readonly LooseTag[];
}

/**
 * The revision to deploy: a known one that is equal, else a new one. Tags count where some are asked for. A known
 * revision that is no longer ACTIVE is not reused: no task could be started from it later.
 * @throws StepError when RegisterTaskDefinition refuses, with the statement or the member to repair; throttling,
 *   network and credential faults are thrown as they came.
 */
export async function provideRevision(
  rendered: RenderedDefinition,
  known: readonly KnownRevision[],
  ecs: Pick<EcsPort, 'registerTaskDefinition'>,
): Promise<Revision> {
  const equal = equalRevision(rendered, known);
  if (equal !== null) return equal;
  try {
    const { arn } = await ecs.registerTaskDefinition(rendered.body);
    return { arn, name: revisionName(arn), kind: 'registered' };
  } catch (error) {
    throw error instanceof AwsCallError ? explained(error, rendered.body) : error;
  }
}

/** The known revision that need not be registered again; null where there is none. */
export function equalRevision(rendered: RenderedDefinition, known: readonly KnownRevision[]): Revision | null {
  const equal = known.find((revision) => isEqual(rendered.body, revision));
  return equal === undefined ? null : { arn: equal.arn, name: revisionName(equal.arn), kind: 'reused' };
}

function isEqual(body: JsonObject, revision: KnownRevision): boolean {
  const status = revision.definition['status'];
  if (status !== undefined && status !== 'ACTIVE') return false;
  const asked = body['tags'] === undefined ? null : tagsOf(body['tags']);
  return (asked === null || tagText(asked) === tagText(revision.tags)) && sameDefinition(body, revision.definition);
}

function tagText(tags: readonly LooseTag[]): string {
  const texts = mergeTags(tags).map(({ key, value }) => JSON.stringify([key, value]));
  return texts.sort().join();
}

function explained(error: AwsCallError, body: JsonObject): Error {
  const message = awsMessage(error);
  const repair = repairOf(error, message, body);
  if (repair === null) return error;
  return new StepError(
    {
      tried: 'register a revision of the task definition',
      on: textOf(body['family']),
      why: `ECS answered ${error.code}: ${message}`,
      repair,
    },
    { cause: error },
  );
}

function repairOf(error: AwsCallError, message: string, body: JsonObject): string | null {
  // A missing iam:PassRole may come as ClientException as well as AccessDeniedException.
  if (/iam:PassRole/i.test(message)) return allow(passRole(body));
  if (error.kind === 'denied') {
    if (!/ecs:TagResource/i.test(message)) return allow({ Action: 'ecs:RegisterTaskDefinition', Resource: '*' });
    return allow({
      Action: 'ecs:TagResource',
      Resource: `arn:aws:ecs:*:*:task-definition/${textOf(body['family'])}:*`,
    });
  }
  if (error.kind !== 'other') return null;
  if (/role is not valid/i.test(message)) {
    return 'Check executionRoleArn and taskRoleArn: the roles must exist and trust ecs-tasks.amazonaws.com.';
  }
  return 'Correct the task definition, or the input that changes it, where the message says.';
}

function passRole(body: JsonObject): JsonObject {
  const roles = [body['executionRoleArn'], body['taskRoleArn']].filter((role) => typeof role === 'string');
  return {
    Action: 'iam:PassRole',
    Resource: [...new Set(roles)],
    Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
  };
}

function allow(statement: JsonObject): string {
  return `Add this statement to the policy of the role that runs this step:\n${JSON.stringify({ Effect: 'Allow', ...statement })}`;
}
