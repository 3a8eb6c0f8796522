/** The client token of RunTask: the same task for the same request of the same run, however often it is sent. */
import { createHash, randomUUID } from 'node:crypto';
import { type JsonObject } from '../json.ts';
import { type RunContext } from '../ports/runner.ts';

/** ECS API: a token has at most 64 visible ASCII characters. */
export type TokenOf = (request: JsonObject, round: number) => string;

/**
 * Attempts of a job share it, so that a re-run goes on with the task that an earlier attempt left running. `round`: 0 for
 * the first task of the run, 1 for the one after a failure, and so on. Outside of a run nothing is shared.
 */
export function tokens({ repository, runId, job }: RunContext, matrix: string): TokenOf {
  const run = runId === '' ? randomUUID() : runId;
  return (request, round) =>
    createHash('sha256')
      .update(JSON.stringify([repository, run, job, matrix, round, request]))
      .digest('hex');
}
