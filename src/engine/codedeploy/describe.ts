import { plain } from '../../report/plain.ts';
import { parseMarker } from './marker.ts';

/** CodeDeploy: a deployment's description has at most 256 characters (limits page). */
const LIMIT = 256;

export interface Description {
  readonly marker: string;
  /** Task definition ARNs, or `family:revision`. */
  readonly from: string;
  readonly to: string;
  readonly commit: string;
  readonly actor: string;
  /** The user's own text: what gets cut where all of it is too long. */
  readonly text: string;
}

/** The description of a deployment: the marker, `from → to`, commit, actor, then the user's text as far as it fits. */
export function describeDeployment(parts: Description): string {
  const commit = plain(parts.commit).slice(0, 7);
  const pieces = [
    parts.marker,
    `${revisionOf(parts.from)} → ${revisionOf(parts.to)}`,
    commit === '' ? '' : `commit ${commit}`,
    plain(parts.actor) === '' ? '' : `by ${plain(parts.actor)}`,
    plain(parts.text),
  ];
  const whole = pieces.filter((piece) => piece !== '').join(' ');
  return cut(whole, LIMIT);
}

/** The revision (`family:revision`) that one of our descriptions says is deployed; null for any other description. */
export function deployedBy(description: string): string | null {
  return parseMarker(description) === null ? null : (/^\S+ \S+ → ([\w-]+:\d+)(?: |$)/.exec(description)?.[1] ?? null);
}

/** The revision that one of our descriptions says is replaced; null for any other description. */
export function replacedBy(description: string): string | null {
  return parseMarker(description) === null ? null : (/^\S+ ([\w-]+:\d+) → /.exec(description)?.[1] ?? null);
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
