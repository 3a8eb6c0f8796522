/** Words of a rollback, for log and refusals. */
import { duration } from '../report/duration.ts';
import { plain } from '../report/plain.ts';
import { type KnownCandidate } from './candidate.ts';

const DAY_MS = 24 * 60 * 60_000;

/** `web:10 (3 days ago, commit 0123456, by octocat, image shop-web@sha256:0123456789ab…)` */
export function tellCandidate({ revision, at, commit, actor, image }: KnownCandidate, now: number): string {
  const parts = [
    at === null ? 'no deployment known' : `${age(now - at)} ago`,
    ...(commit === null ? [] : [`commit ${commit}`]),
    ...(actor === null ? [] : [`by ${actor}`]),
    `image ${shortImage(image)}`,
  ];
  return plain(`${revision} (${parts.join(', ')})`);
}

/** `5 min`, `3 h`, `12 days` */
export function age(ms: number): string {
  return ms < 2 * DAY_MS ? duration(ms) : `${Math.floor(ms / DAY_MS)} days`;
}

/** Without the registry, which holds an account id that the runner would blank, and with a short digest. */
export function shortImage(image: string): string {
  const host = /^[^/]*[.:][^/]*\//.exec(image)?.[0] ?? '';
  return image.slice(host.length).replace(/@sha256:([0-9a-f]{12})[0-9a-f]+$/, '@sha256:$1…');
}
