/** The end of a run: the result as an output, the verdict as the one annotation, the summary on the job's page. */
import { type LifecycleEvent } from '../engine/engine.ts';
import { messageOf } from '../errors.ts';
import { isGreen, type Outcome } from '../events.ts';
import { type Image } from '../image/image.ts';
import { type Clock } from '../ports/clock.ts';
import { type Log } from '../ports/log.ts';
import { type Runner } from '../ports/runner.ts';
import { rememberEnd } from '../remember.ts';
import { nameOf } from '../target/place.ts';
import { consoleUrl } from './console.ts';
import { sentence } from './sentence.ts';
import { summary, type SummaryFacts } from './summary.ts';

export interface ReportFacts {
  /** As the inputs have them: names or ARNs. */
  readonly cluster: string;
  readonly service: string;
  /** Task definition ARNs: what production ran before, and what it should run. */
  readonly from: string;
  readonly to: string;
  /** What the summary calls a success; absent: Deployed. */
  readonly done?: string;
  readonly image: Pick<Image, 'reference' | 'digest'> | null;
  readonly url: string | null;
  /** Where the new tasks are reached before the shift. */
  readonly testUrl?: string | null;
  /** When the run began, epoch milliseconds. */
  readonly runAt: number;
  /** The deployment and its region; absent where nothing was deployed. */
  readonly id?: string;
  readonly region?: string;
  readonly events?: readonly LifecycleEvent[];
}

interface To {
  readonly clock: Clock;
  readonly log: Log;
  readonly runner: Runner;
  /** Aborted when the run is cancelled. */
  readonly signal?: AbortSignal;
}

export async function reportOutcome(outcome: Outcome, facts: ReportFacts, to: To): Promise<Outcome> {
  const { log, runner } = to;
  runner.setOutput('result', outcome.result);
  if (!leavesWork(outcome, to)) rememberEnd(runner, 'reported');
  const told = sentence('note' in outcome ? outcome.note : outcome.cause);
  if (outcome.result === 'started' && facts.testUrl) log.info(`Test address: ${facts.testUrl}`);
  if (isGreen(outcome)) log.info(told);
  else
    log.error(
      facts.id === undefined ? told : `${told} Deployment ${facts.id}: ${consoleUrl(facts.id, facts.region ?? '')}`,
    );
  try {
    await runner.addSummary(summary(summaryFacts(outcome, facts, to.clock.now())));
  } catch (error) {
    // The verdict is about the deployment: a page that cannot be written does not change it.
    log.warning(`The job summary could not be written: ${messageOf(error)}`);
  }
  return outcome;
}

/** What was cancelled may have work left for `post`, if only to follow: the cancel itself says where there is none. */
function leavesWork(outcome: Outcome, { signal }: To): boolean {
  if (outcome.result === 'interrupted') return true;
  return outcome.result === 'rolled-back' && outcome.unfinished === true && signal?.aborted === true;
}

function summaryFacts(outcome: Outcome, facts: ReportFacts, now: number): SummaryFacts {
  const { image, id, from, to, url, testUrl, done } = facts;
  return {
    outcome,
    done,
    cluster: nameOf(facts.cluster),
    service: nameOf(facts.service),
    from,
    to,
    image: image?.reference ?? null,
    digest: image?.digest ?? null,
    deploymentId: id ?? null,
    consoleUrl: id === undefined ? null : consoleUrl(id, facts.region ?? ''),
    url,
    testUrl: outcome.result === 'started' ? (testUrl ?? null) : null,
    events: facts.events ?? [],
    tookMs: now - facts.runAt,
  };
}
