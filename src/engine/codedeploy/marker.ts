import { createHash } from 'node:crypto';
import { type RunContext } from '../../ports/runner.ts';

/** Whose deployment it is, read back from a description. */
export interface Marker {
  /** The marker itself, as it stands in the description. */
  readonly text: string;
  readonly repository: string;
  readonly runId: string;
  readonly attempt: string;
  readonly job: string;
  readonly matrix: string;
}

type Identity = Pick<RunContext, 'repository' | 'runId' | 'runAttempt' | 'job'>;

/**
 * Tells this run's deployments from all others: `ecs-blue-green:<repository>:<run>.<attempt>:<job>[:<matrix>]`, at most
 * 110 characters. Names that are too long or hold other characters are cut, with a hash of the whole behind.
 */
export function markerOf(context: Identity, matrix: string): string {
  const run = `${part(context.runId, 16, /\D/g)}.${part(context.runAttempt, 4, /\D/g)}`;
  const parts = ['ecs-blue-green', part(context.repository, 37), run, part(context.job, 22)];
  return [...parts, ...(matrix === '' ? [] : [part(matrix, 12)])].join(':');
}

const MARKER = /^ecs-blue-green:([^:\s]*):([^:.\s]*)\.([^:.\s]*):([^:\s]*)(?::([^:\s]+))?(?=\s|$)/;

/** The marker that a description begins with; null where there is none. */
export function parseMarker(description: string): Marker | null {
  const match = MARKER.exec(description);
  if (match === null) return null;
  const [text, repository = '', runId = '', attempt = '', job = '', matrix = ''] = match;
  return { text, repository, runId, attempt, job, matrix };
}

/** True where the description begins with exactly this marker. */
export function carriesMarker(description: string, marker: string): boolean {
  return parseMarker(description)?.text === marker;
}

/** True where an attempt of the same job of the same run made the deployment: a re-run goes on with it. */
export function carriesRun(description: string, marker: string): boolean {
  const theirs = parseMarker(description);
  const ours = parseMarker(marker);
  if (theirs === null || ours === null || ours.runId === '') return false;
  const same = ['repository', 'runId', 'job', 'matrix'] as const;
  return same.every((name) => theirs[name] === ours[name]);
}

function part(text: string, max: number, others = /[^A-Za-z0-9_./-]/g): string {
  const clean = text.replaceAll(others, '_');
  if (clean === text && text.length <= max) return text;
  const hash = createHash('sha256')
    .update(text)
    .digest('hex')
    .slice(0, Math.min(8, max - 1));
  return `${clean.slice(0, max - hash.length - 1)}~${hash}`;
}
