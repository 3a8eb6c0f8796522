import { type Engine, type Observation, type Part } from '../engine/engine.ts';
import { isTransient, AwsCallError } from '../ports/aws/error.ts';
import { lostSight } from './lost-sight.ts';

export type Answer =
  | { readonly kind: 'seen'; readonly seen: Observation }
  | { readonly kind: 'unanswered'; readonly error: AwsCallError }
  | { readonly kind: 'aborted' };

/**
 * One look. Throttling, AWS's own faults and lost connections are answers like any other; all else is thrown, as a
 * `StepError` that names the deployment that goes on.
 */
export async function take(
  engine: Engine,
  last: Observation,
  what: Part,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const answer = answerOf(engine, last, what);
  return signal === undefined ? answer : Promise.race([answer, aborted(signal, answer)]);
}

async function answerOf(engine: Engine, last: Observation, what: Part): Promise<Answer> {
  try {
    return { kind: 'seen', seen: await engine.observe(last.id, { what, last }) };
  } catch (error) {
    if (isTransient(error)) return { kind: 'unanswered', error };
    throw error instanceof AwsCallError ? lostSight(error, last.id) : error;
  }
}

/** A call that hangs must not hold up a cancel. Stops listening when the answer is there. */
async function aborted(signal: AbortSignal, answer: Promise<unknown>): Promise<Answer> {
  return new Promise((resolve) => {
    const stop = (): void => {
      resolve({ kind: 'aborted' });
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    const forget = (): void => {
      signal.removeEventListener('abort', stop);
    };
    answer.then(forget, forget);
  });
}
