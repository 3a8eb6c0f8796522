import { type Fault, StepError } from '../errors.ts';
import { isTag, parseReference } from './reference.ts';

export interface ImageTags {
  /** Bare tags, the commit's first, each once. Not empty where `wrong` is empty. */
  readonly tags: readonly string[];
  /** The texts that are no tag of this repository. */
  readonly wrong: readonly string[];
}

/**
 * The tags to push: the commit's, then the user's. A user's tag is bare (`v1`), or a reference of the same repository
 * (`shop:v1`, `123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop:v1`).
 * @param repository name or URI of the repository that is pushed to
 */
export function imageTags(sha: string, given: readonly string[], repository: string): ImageTags {
  const read = given.map((text) => ({ text, tag: bareTag(text, repository) }));
  const tags = read.flatMap(({ tag }) => (tag === null ? [] : [tag]));
  return {
    tags: [...new Set(sha === '' ? tags : [sha, ...tags])],
    wrong: read.filter(({ tag }) => tag === null).map(({ text }) => text),
  };
}

function bareTag(text: string, repository: string): string | null {
  if (isTag(text)) return text;
  const named = parseReference(text);
  const ours = parseReference(repository);
  if (named === null || ours === null || named.digest !== null || named.repository !== ours.repository) return null;
  const elsewhere = named.registry !== null && ours.registry !== null && named.registry !== ours.registry;
  return elsewhere ? null : named.tag;
}

/** Faults of the tags, or of a run without any. */
export function tagFaults({ tags, wrong }: ImageTags, repository: string): Fault[] {
  const faults = wrong.map((text) => ({
    tried: 'tag the image',
    on: JSON.stringify(text),
    why: `it is neither a tag (letters, digits, '_', '.', '-'; at most 128) nor a reference of ${repository} with a tag.`,
    repair: "Correct 'tags'. A branch name needs its slashes replaced.",
  }));
  if (tags.length > 0 || wrong.length > 0) return faults;
  const why = 'the commit is not known (GITHUB_SHA is empty) and there are no tags.';
  return [{ tried: 'tag the image', on: repository, why, repair: "Set 'tags', or run in a GitHub workflow." }];
}

/** Throws the first fault as a StepError. @param sha of the commit; empty where it is not known */
export function requireTags(sha: string, given: readonly string[], repository: string): readonly [string, ...string[]] {
  const read = imageTags(sha, given, repository);
  const [fault] = tagFaults(read, repository);
  const [first, ...others] = read.tags;
  if (fault !== undefined) throw new StepError(fault);
  if (first === undefined) throw new Error('No tags and no fault.');
  return [first, ...others];
}
