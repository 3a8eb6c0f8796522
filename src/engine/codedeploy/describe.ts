import { plain } from '../../report/plain.ts';
import { parseMarker } from './marker.ts';

/** CodeDeploy: a deployment's description has at most 256 characters (limits page). */
const LIMIT = 256;

/** What a deployment is for, and how it stands between the two revisions of its description. */
export type Purpose = 'deploy' | 'rollback';

const ARROWS: Readonly<Record<Purpose, string>> = { deploy: '→', rollback: '↩' };

export interface Description {
  readonly kind: Purpose;
  readonly marker: string;
  /** Task definition ARNs, or `family:revision`. */
  readonly from: string;
  readonly to: string;
  readonly commit: string;
  readonly actor: string;
  /** The user's own text: what gets cut where all of it is too long. */
  readonly text: string;
}

/**
 * The description of a deployment: the marker, `from → to` (a rollback: `from ↩ to`), commit, actor, then the user's text
 * as far as it fits.
 */
export function describeDeployment(parts: Description): string {
  const commit = plain(parts.commit).slice(0, 7);
  const pieces = [
    parts.marker,
    `${revisionOf(parts.from)} ${ARROWS[parts.kind]} ${revisionOf(parts.to)}`,
    commit === '' ? '' : `commit ${commit}`,
    plain(parts.actor) === '' ? '' : `by ${plain(parts.actor)}`,
    plain(parts.text),
  ];
  const whole = pieces.filter((piece) => piece !== '').join(' ');
  return cut(whole, LIMIT);
}

/** What one of our descriptions tells. Revisions are `family:revision`. */
export interface Described {
  readonly kind: Purpose;
  readonly from: string;
  readonly to: string;
  /** As it stands there: seven digits. */
  readonly commit: string | null;
  readonly actor: string | null;
}

const DESCRIBED = /^\S+ ([\w-]+:\d+) (→|↩) ([\w-]+:\d+)(?= |$)(?: commit ([0-9a-f]{1,7})(?= |$))?(?: by (\S+)(?= |$))?/;

/** Reads one of our own descriptions back; null for any other. The user's text stands behind all that is read. */
export function parseDescription(description: string): Described | null {
  if (parseMarker(description) === null) return null;
  const [whole, from = '', arrow, to = '', commit, actor] = DESCRIBED.exec(description) ?? [];
  if (whole === undefined) return null;
  const kind = arrow === ARROWS.rollback ? 'rollback' : 'deploy';
  return { kind, from, to, commit: commit ?? null, actor: actor ?? null };
}

/** The revision (`family:revision`) that one of our descriptions says is deployed; null for any other description. */
export function deployedBy(description: string): string | null {
  return parseDescription(description)?.to ?? null;
}

/** The revision that one of our descriptions says is replaced; null for any other description. */
export function replacedBy(description: string): string | null {
  return parseMarker(description) === null ? null : (/^\S+ ([\w-]+:\d+) [→↩] /u.exec(description)?.[1] ?? null);
}

/** `family:revision` of a task definition ARN; anything else as it is, without control characters. */
export function revisionOf(arn: string): string {
  return plain(arn.replace(/^arn:[^/]*:task-definition\//, ''));
}

/** At most `max` UTF-16 units and code points alike, never through a surrogate pair; `…` shows that something is missing. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  let kept = '';
  for (const point of text) {
    if (kept.length + point.length > max - 1) break;
    kept += point;
  }
  return `${kept.trimEnd()}…`;
}
