import { StepError } from '../errors.ts';
import { attempts } from './attempts.ts';
import { registryFault } from './faults.ts';
import { type Destination, type ImagePorts } from './ports.ts';
import { splitUri } from './reference.ts';
import { type SessionEnv } from './session.ts';
import { tell, type Told } from './told.ts';
import { troubleOf } from './trouble.ts';

/** The image of the commit that an earlier run pushed, where its tag cannot be moved. */
export interface Pushed {
  /** null where Docker did not tell it. */
  readonly digest: string | null;
  readonly kind: 'pushed' | 'kept';
}

/** The line that ends a push: `tag: digest: sha256:… size: 528`. */
const DIGEST_LINE = /: digest: (sha256:[0-9a-f]{64}) size: \d+/;

/**
 * Pushes every tag; the commit's is the first. Where the repository does not let it be moved, the image that an
 * earlier run of this commit left under it is kept, and nothing is pushed.
 */
export async function pushTags(
  tags: readonly [string, ...string[]],
  destination: Destination,
  ports: ImagePorts,
  env: SessionEnv,
): Promise<Pushed> {
  const [commit, ...further] = tags;
  const first = await pushTag(commit, destination, ports, env);
  const kept = first.ok ? null : await keptImage(commit, first, destination, ports);
  if (kept !== null) return { digest: kept, kind: 'kept' };
  mustBeOk(first, commit, destination);
  const digest = digestIn(first.lines);
  for (const tag of further) {
    const told = await pushTag(tag, destination, ports, env);
    const same = !told.ok && digest !== null && (await keptImage(tag, told, destination, ports)) === digest;
    if (!same) mustBeOk(told, tag, destination);
  }
  return { digest, kind: 'pushed' };
}

function pushTag(tag: string, destination: Destination, ports: ImagePorts, env: SessionEnv): Promise<Told> {
  const reference = `${destination.repositoryUri}:${tag}`;
  return attempts(ports, `push ${reference}`, () => tell(ports, ['push', reference], { env }));
}

/** The digest under a tag that refused to be moved; null where that is not why the push failed. */
async function keptImage(tag: string, told: Told, to: Destination, ports: ImagePorts): Promise<string | null> {
  if (troubleOf(told.lines) !== 'immutable') return null;
  const there = await ports.ecr.describeImage(splitUri(to.repositoryUri).repository, { tag });
  return there?.imageDigest ?? null;
}

function mustBeOk(told: Told, tag: string, destination: Destination): void {
  if (told.ok) return;
  throw new StepError(registryFault('push the image', `${destination.repositoryUri}:${tag}`, destination, told.lines));
}

export function digestIn(lines: readonly string[]): string | null {
  return DIGEST_LINE.exec(lines.findLast((line) => DIGEST_LINE.test(line)) ?? '')?.[1] ?? null;
}
