import { type Observation, unseen } from '../engine/engine.ts';
import { messageOf, StepError } from '../errors.ts';
import { type FollowPorts, type Started } from '../follow.ts';
import { take } from '../watch/look.ts';

export type Fresh =
  | { readonly kind: 'seen'; readonly seen: Observation }
  /** AWS does not say; `why` is a message. */
  | { readonly kind: 'unseen'; readonly why: string }
  | { readonly kind: 'aborted' };

const LIMIT_MS = 60_000;
const PAUSE_MS = 3_000;

/** A look at both parts of the deployment, made again for a minute where AWS cannot be asked. `ports.signal` ends it. */
export async function lookAfresh(
  { id, engine }: Pick<Started, 'id' | 'engine'>,
  { clock, signal }: Pick<FollowPorts, 'clock' | 'signal'>,
  last: Observation | null,
): Promise<Fresh> {
  const until = clock.now() + LIMIT_MS;
  for (;;) {
    try {
      const answer = await take(engine, last ?? unseen(id), 'both', signal);
      if (answer.kind !== 'unanswered') return answer;
      if (clock.now() + PAUSE_MS > until) return { kind: 'unseen', why: answer.error.message };
    } catch (error) {
      return { kind: 'unseen', why: error instanceof StepError ? error.fault.why : messageOf(error) };
    }
    await clock.sleep(PAUSE_MS, signal);
  }
}
