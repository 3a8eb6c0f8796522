/** The image that a run would deploy, as far as it can be told without a build. */
import { messageOf } from '../errors.ts';
import { readCommit } from '../image/commit.ts';
import { since } from '../image/check-existing.ts';
import { type Image } from '../image/image.ts';
import { reuses } from '../image/provide.ts';
import { imageOf } from '../image/reuse.ts';
import { imageTags } from '../image/tags.ts';
import { type BuildInputs, type DeployInputs } from '../inputs/types.ts';
import { type KnownPlan } from '../plan.ts';
import { createDocker } from '../ports/docker.ts';
import { type Runner } from '../ports/runner.ts';
import { type PlannedImage } from './output.ts';

/** What stands for the digest of an image that is not built yet. */
export const NEW_DIGEST = 'sha256:<new>';

export interface Foreseen {
  readonly planned: PlannedImage;
  /** For the task definition: of a build, with `sha256:<new>`. */
  readonly reference: string;
  /** null before a build. */
  readonly image: Image | null;
}

/** null where the definition is deployed as it is written, or the image that is given could not be read. */
export async function foreseeImage(
  inputs: DeployInputs,
  known: KnownPlan,
  given: Image | null,
  runner: Pick<Runner, 'context'>,
): Promise<Foreseen | null> {
  const { source } = inputs;
  if (source.kind === 'none') return null;
  if (source.kind === 'given') return given === null ? null : foreseeGiven(given, known);
  const { sha } = await readCommit(source, { docker: createDocker(), runner });
  const { tags } = imageTags(sha, source.tags, source.repository);
  return foreseeReused(source, known, tags) ?? foreseeBuild(source, known, tags);
}

function foreseeGiven(image: Image, known: KnownPlan): Foreseen {
  const { reference, digest } = image;
  const told =
    digest === null ? 'as it is written: its digest is not known' : 'an image that is there: nothing would be built';
  const containers = known.draft === null ? [] : [known.draft.container];
  return { planned: { action: 'given', reference, digest, tags: [], containers, told }, reference, image };
}

function foreseeReused(
  source: BuildInputs,
  { existing, destination, builtFor: containers }: KnownPlan,
  tags: readonly string[],
): Foreseen | null {
  const there = existing?.image ?? null;
  if (!reuses({ ...source, kind: 'build' }, existing) || there === null || destination === null) return null;
  const image = imageOf(there.digest, tags[0] ?? '', there.manifest?.manifest ?? null, destination);
  const missing = tags.filter((tag) => !there.tags.includes(tag));
  const told = `an image of the same content is there${since(there)}: nothing would be built`;
  const { reference } = image;
  const planned = { action: 'reuse' as const, reference, digest: there.digest, tags: missing, containers, told };
  return { planned, reference, image };
}

function foreseeBuild(source: BuildInputs, known: KnownPlan, tags: readonly string[]): Foreseen {
  const { existing, destination, builtFor: containers } = known;
  const reference = destination?.repositoryUri ?? source.repository;
  const content = existing !== null && 'tag' in existing.content ? [existing.content.tag] : [];
  const told = `would be built from ${source.context}${source.file === null ? '' : ` with ${source.file}`}, because ${why(source, known)}`;
  const planned = { action: 'build' as const, reference, digest: null, tags: [...tags, ...content], containers, told };
  return { planned, reference: `${reference}@${NEW_DIGEST}`, image: null };
}

function why({ existingImage }: BuildInputs, { existing }: KnownPlan): string {
  if (existing === null) return 'what the repository has already is not known';
  if ('none' in existing.content) return `no image can be reused: ${messageOf(existing.content.none)}`;
  if (existing.image === null) return 'no image of the same content is known to be in the repository';
  return `existing-image is '${existingImage}'`;
}
