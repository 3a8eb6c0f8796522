/** A cancelled run: a look and a stop in the few seconds that the runner leaves; the rest is for `post`, which has minutes. */
import { type Observation } from './engine/engine.ts';
import { messageOf } from './errors.ts';
import { type Outcome } from './events.ts';
import { type FollowPorts, type Started } from './follow.ts';
import { Interruption } from './ports/signals.ts';
import { rememberEnd, rememberStop } from './remember.ts';
import { plain } from './report/plain.ts';
import { sentence } from './report/sentence.ts';
import { decide } from './stop/decide.ts';
import { leftFor } from './stop/words.ts';

/**
 * GitHub's runner sends SIGTERM 7.5 seconds after SIGINT and kills after 10. A run that was starting its deployment may
 * have used 2 seconds when it comes here.
 */
const LOOK_MS = 2_000;
const STOP_BY_MS = 5_500;
/** However late it is. */
const LEAST_MS = 500;

/** `last`: what is known of the deployment. Never throws for what AWS says. */
export async function cancel(started: Started, ports: FollowPorts, last: Observation | null): Promise<Outcome> {
  const { id, control, asked, engine } = started;
  const policy = control?.onCancel ?? 'leave';
  const isLooked = control !== null && policy !== 'leave';
  const look = isLooked ? await within(LOOK_MS, ports, engine.observe(id, { what: 'both', last })) : null;
  const seen = look?.kind === 'done' ? look.value : null;
  const decision = decide({ policy, seen, mayStop: control !== null });
  const state = seen ?? last;
  const was = state === null ? `deployment ${id}` : `deployment ${id} (${plain(state.rawStatus)})`;
  if (decision.kind === 'stop') return stopped(started, ports, was);
  if (decision.kind === 'over') return interrupted(ports, `${was} had ended by then`);
  const { why } = decision;
  const missing = look?.kind === 'failed' ? look.why : 'AWS did not answer in time';
  if (why === 'unseen') return interrupted(ports, `${was} could not be looked at (${missing}): ${LATER}`);
  const told = `${was}: ${leftFor(why, { asked, input: 'on-cancel', unseen: '' })}`;
  if (why === 'shifted') ports.log.warning(`The run was cancelled, and nothing is taken back. ${sentence(told)}`);
  quietly(() => {
    rememberEnd(ports.runner, 'reported');
  });
  return interrupted(ports, told);
}

const LATER = 'the post phase of this step does what `on-cancel` says';

function interrupted({ signal }: FollowPorts, told: string): Outcome {
  const why = signal.reason instanceof Interruption ? signal.reason.message : 'the run was cancelled';
  return { result: 'interrupted', cause: `${why}; ${told}` };
}

async function stopped({ id, engine }: Started, ports: FollowPorts, was: string): Promise<Outcome> {
  const { signal, clock } = ports;
  const since = signal.reason instanceof Interruption ? signal.reason.at : clock.now();
  const leftMs = Math.max(LEAST_MS, since + STOP_BY_MS - clock.now());
  const answer = await within(leftMs, ports, engine.stop(id));
  if (answer.kind !== 'done') {
    const why = answer.kind === 'failed' ? answer.why : 'AWS did not answer in time';
    return interrupted(ports, `${was} could not be stopped yet (${why}): ${LATER}`);
  }
  if (answer.value === 'over') return interrupted(ports, `${was} had ended before it could be stopped`);
  quietly(() => {
    rememberStop(ports.runner);
  });
  return interrupted(ports, `${was} is stopped with rollback, which the post phase of this step follows`);
}

/** In a `container:` job the runner may have taken its files away already: what is done for production comes first. */
function quietly(note: () => void): void {
  try {
    note();
  } catch {
    // `post` then finds out by itself.
  }
}

type Answer<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'late' };

async function within<T>(ms: number, { clock }: FollowPorts, work: Promise<T>): Promise<Answer<T>> {
  const enough = new AbortController();
  const answer = work.then(
    (value): Answer<T> => ({ kind: 'done', value }),
    (error: unknown): Answer<T> => ({ kind: 'failed', why: messageOf(error) }),
  );
  const late = clock.sleep(ms, enough.signal).then((): Answer<T> => ({ kind: 'late' }));
  try {
    return await Promise.race([answer, late]);
  } finally {
    enough.abort();
  }
}
