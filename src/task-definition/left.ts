import { textOf } from '../json.ts';
import { type EcsPort } from '../ports/aws/aws.ts';
import { type RunContext } from '../ports/runner.ts';
import { type RenderedDefinition } from './definition.ts';
import { type KnownRevision } from './register.ts';

/**
 * Where a job is run again: the newest revision of the family. An earlier attempt may have registered it and was ended
 * before its deployment; the same definition is then not registered again, and its task not run twice. Empty where there
 * is none or it cannot be read.
 */
export async function leftByEarlier(
  { body }: Pick<RenderedDefinition, 'body'>,
  { runAttempt }: Pick<RunContext, 'runAttempt'>,
  ecs: Pick<EcsPort, 'describeTaskDefinition'>,
): Promise<readonly KnownRevision[]> {
  const family = textOf(body['family']);
  if (family === '' || !(Number(runAttempt) > 1)) return [];
  const newest = await ecs.describeTaskDefinition(family).catch(() => null);
  return newest === null ? [] : [newest];
}
