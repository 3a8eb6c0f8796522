import { revisionOf } from '../engine/codedeploy/describe.ts';
import { type LifecycleEvent } from '../engine/engine.ts';
import { type Outcome } from '../events.ts';
import { duration } from './duration.ts';
import { cell, link, table } from './markdown.ts';

/** What the job summary tells. null where there is no such thing. */
export interface SummaryFacts {
  readonly outcome: Outcome;
  /** What `succeeded` is called; absent: Deployed. */
  readonly done?: string | undefined;
  readonly cluster: string;
  readonly service: string;
  /** Task definition ARNs: what production ran before, and what was asked for. */
  readonly from: string;
  readonly to: string;
  readonly image: string | null;
  readonly digest: string | null;
  readonly deploymentId: string | null;
  readonly consoleUrl: string | null;
  readonly url: string | null;
  /** Where it waits to be tested. */
  readonly testUrl?: string | null;
  readonly events: readonly LifecycleEvent[];
  /** The whole run, in milliseconds. */
  readonly tookMs: number;
}

const DONE = 'Deployed';

const HEADS: Readonly<Record<Exclude<Outcome['result'], 'succeeded'>, string>> = {
  started: '▶️ Started',
  'rolled-back': '❌ Rolled back',
  failed: '❌ Failed',
  stopped: '❌ Stopped',
  'timed-out': '⌛ Not finished in time',
  interrupted: '⚠️ Cancelled',
};

/** The job summary as markdown. Text from elsewhere cannot become markup. */
export function summary(facts: SummaryFacts): string {
  const { outcome } = facts;
  const told = 'note' in outcome ? outcome.note : outcome.cause;
  const parts = [
    `### ${head(facts)}: ${cell(facts.service)} in ${cell(facts.cluster)}`,
    cell(told),
    table(['', ''], rowsOf(facts)),
    ...(facts.events.length === 0 ? [] : [table(['Stage', 'Time'], facts.events.map(timing))]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function head({ outcome, done = DONE }: SummaryFacts): string {
  return outcome.result === 'succeeded' ? `✅ ${cell(done)}` : HEADS[outcome.result];
}

function rowsOf(facts: SummaryFacts): readonly (readonly [string, string])[] {
  const { image, digest, deploymentId, consoleUrl, url, testUrl = null, outcome } = facts;
  const id = deploymentId ?? '';
  const rollback = outcome.result === 'rolled-back' ? outcome.rollbackId : null;
  return [
    ['Revision', `${cell(revisionOf(facts.from))} → ${cell(revisionOf(facts.to))}`],
    ...row('Image', image === null ? null : cell(image)),
    ...row('Digest', digest === null ? null : cell(digest)),
    ...row('Deployment', deploymentId === null ? null : consoleUrl === null ? cell(id) : link(id, consoleUrl)),
    ...row('Rollback deployment', rollback === null ? null : cell(rollback)),
    ...row('Test address', testUrl === null ? null : link(testUrl, testUrl)),
    ...row('Address', url === null ? null : link(url, url)),
    ['Took', duration(facts.tookMs)],
  ];
}

function row(name: string, value: string | null): readonly (readonly [string, string])[] {
  return value === null ? [] : [[name, value]];
}

function timing({ name, status, startedAt, endedAt }: LifecycleEvent): readonly [string, string] {
  const took = startedAt === null || endedAt === null ? '' : duration(endedAt - startedAt);
  const state = status === 'Succeeded' ? took : [status, took].filter((part) => part !== '').join(', ');
  return [cell(name), state];
}
