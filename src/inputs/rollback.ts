import { bad, good, type Parsed } from './parsed.ts';
import { type Reading } from './reading.ts';
import { matching } from './scalar.ts';
import { type RollbackTo } from './types.ts';

const NUMBER = /^[1-9]\d{0,9}$/;
const DEFINITION = /^(?:arn:[^:\s]+:ecs:[^:\s]+:\d{12}:task-definition\/)?[\w-]{1,255}:[1-9]\d{0,9}$/;
const DIGEST = /^(?:\S+@)?(sha256:[0-9a-f]{64})$/;
/** A commit, or a tag (ECR API: ImageTag). */
const NAME = /^\w[\w.-]{0,127}$/;

/** Where to: digits alone are a revision, `name:digits` a task definition, else a digest, or a commit or tag. */
export function parseRollbackTo(text: string): Parsed<RollbackTo> {
  if (text === '' || text === 'previous') return good({ kind: 'previous' });
  if (NUMBER.test(text)) return good({ kind: 'revision', revision: Number(text) });
  if (DEFINITION.test(text)) return good({ kind: 'definition', reference: text });
  const digest = DIGEST.exec(text)?.[1];
  if (digest !== undefined) return good({ kind: 'digest', digest });
  return NAME.test(text)
    ? good({ kind: 'name', name: text })
    : bad(
        "'previous', the number of a revision, family:revision or the ARN of a task definition, an image's tag or digest (sha256:…), or a commit",
      );
}

export function readRollbackTo(reading: Reading): RollbackTo {
  return reading.settled('rollback-to', { kind: 'previous' }, parseRollbackTo(reading.text('rollback-to')));
}

/** CodeDeploy: `d-` and nine letters or digits (user guide); some more are let through. */
const deploymentId = matching(/^d-[A-Z0-9]{5,32}$/, "the id of a CodeDeploy deployment, as 'd-ABCDEFGHI'");

export function readDeploymentId(reading: Reading): string | null {
  return reading.parsed<string | null>('codedeploy-deployment-id', null, deploymentId);
}
