import { type Fault } from '../errors.ts';
import { ecrOf } from '../image/ecr-of.ts';
import { ecrRegistry, parseReference } from '../image/reference.ts';
import { type DescribedTaskDefinition } from '../ports/aws/aws.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { permissionFor } from '../report/permission.ts';
import { type Candidate, type KnownCandidate } from './candidate.ts';
import { candidatesOf, undeployed } from './candidates.ts';
import { type Found } from './find.ts';
import { type Past, succeeded } from './history.ts';
import { imageOf, imagesOf } from './images.ts';
import { knownCandidate, type Search } from './search.ts';
import { tellCandidate } from './words.ts';

export type Wanted = { readonly digest: string } | { readonly name: string };

/** As many task definitions are read, one call each. */
const MOST = 100;

interface Match {
  readonly candidate: KnownCandidate;
  readonly described: DescribedTaskDefinition;
}

/** Among what was deployed with success: by the digest or tag of an image, or the commit. One revision, or a fault. */
export async function findByImage(wanted: Wanted, search: Search): Promise<Found> {
  const { digest, warnings } = await digestOf(wanted, search);
  const name = 'name' in wanted ? wanted.name : null;
  for (let index = 0; ; index += 1) {
    const history = await search.history.window(index);
    if (history === null) return { faults: [noneFault(wanted, search)], but: [] };
    const matches = await matching(succeeded(history), { name, digest }, search);
    const [first, ...others] = matches;
    if (first === undefined) continue;
    return others.length === 0
      ? { ...first, warnings }
      : { faults: [severalFault(wanted, matches, search)], but: matches.map(({ candidate }) => candidate.revision) };
  }
}

/** A tag stands for a digest in the repository of what is live; a registry that is not ECR is not asked. */
async function digestOf(
  wanted: Wanted,
  { aws, target }: Search,
): Promise<{ readonly digest: string | null; readonly warnings: readonly string[] }> {
  if ('digest' in wanted) return { digest: wanted.digest, warnings: [] };
  const image = imageOf(target.live.definition, target.primary.loadBalancers?.[0]?.containerName ?? '');
  const reference = parseReference(image);
  const repository = reference?.repository ?? null;
  if (reference === null || repository === null || ecrRegistry(reference.registry) === null) {
    return { digest: null, warnings: [] };
  }
  try {
    const found = await ecrOf(image, aws.ecr).describeImage(repository, { tag: wanted.name });
    return { digest: found?.imageDigest ?? null, warnings: [] };
  } catch (error) {
    if (!(error instanceof AwsCallError)) throw error;
    if (error.kind === 'missing') return { digest: null, warnings: [] };
    if (error.kind !== 'denied') throw error;
    return { digest: null, warnings: [`Tags could not be looked up in ECR. ${permissionFor(error)}`] };
  }
}

interface Marks {
  readonly name: string | null;
  readonly digest: string | null;
}

async function matching(pasts: readonly Past[], marks: Marks, search: Search): Promise<readonly Match[]> {
  const matches: Match[] = [];
  const look = async (candidate: Candidate): Promise<void> => {
    const described = await search.definition(candidate.revision);
    if (described === null) return;
    const known = knownCandidate(candidate, described, search.target);
    if (fits(known, described, marks)) matches.push({ candidate: known, described });
  };
  const seen = new Set<string>();
  for await (const candidate of candidatesOf(pasts, search.appspecs)) {
    if (seen.size === MOST) {
      search.log.info(`Only the ${MOST} revisions that were deployed last are looked at.`);
      break;
    }
    seen.add(candidate.revision);
    await look(candidate);
  }
  for (const revision of search.standing) if (!seen.has(revision)) await look(undeployed(revision));
  return matches;
}

const COMMIT = /^[0-9a-f]{7,40}$/;

function fits({ commit }: KnownCandidate, { definition }: DescribedTaskDefinition, { name, digest }: Marks): boolean {
  const images = imagesOf(definition).map(([, image]) => parseReference(image));
  if (digest !== null && images.some((image) => image?.digest === digest)) return true;
  if (name === null) return false;
  if (images.some((image) => image?.tag === name)) return true;
  if (!COMMIT.test(name)) return false;
  if (commit !== null && (name.startsWith(commit) || commit.startsWith(name))) return true;
  const tags = images.flatMap((image) => image?.tag ?? []);
  return tags.some((tag) => COMMIT.test(tag) && isPrefix(name, tag));
}

function isPrefix(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

function textOf(wanted: Wanted): string {
  return 'digest' in wanted ? wanted.digest : wanted.name;
}

function noneFault(wanted: Wanted, { target }: Search): Fault {
  const what = 'digest' in wanted ? 'this image' : 'this commit or tag';
  return {
    tried: 'find the revision to roll back to',
    on: `${textOf(wanted)}, among what ${target.group.application} / ${target.group.name} deployed`,
    why: `no deployment that succeeded brought ${what} to production`,
    repair: "Name a revision of the task definition in 'rollback-to' (its number, or family:revision).",
  };
}

function severalFault(wanted: Wanted, matches: readonly Match[], { clock }: Search): Fault {
  const list = matches.map(({ candidate }) => tellCandidate(candidate, clock.now())).join('; ');
  return {
    tried: 'find the revision to roll back to',
    on: textOf(wanted),
    why: `${matches.length} revisions fit: ${list}`,
    repair: "Name one of them in 'rollback-to', by its number.",
  };
}
