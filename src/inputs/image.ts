import { parseReference } from '../image/reference.ts';
import { ONLY_FOR_BUILD, readBuild } from './build.ts';
import { bad, good, type Parsed } from './parsed.ts';
import { type Reading } from './reading.ts';
import { type BuildInputs, type DefinitionChanges, type ImageSource } from './types.ts';

/** An image reference: `name:tag` and `name@sha256:…` of an ECR repository stand for the one in the account that is deployed to. */
function imageReference(text: string): Parsed<string> {
  const reference = parseReference(text);
  if (reference?.repository === null) {
    return bad('a digest with its repository in front: repository@sha256:…');
  }
  return reference === null ? bad('an image reference: repository:tag, repository@sha256:… or a full URI') : good(text);
}

function repositoryName(text: string): Parsed<string> {
  const reference = parseReference(text);
  if (reference !== null && reference.repository !== null && reference.tag === null && reference.digest === null) {
    return good(text);
  }
  return bad(
    "the name of an ECR repository or its full URI, in lower case and without tag or digest (tags go in 'tags')",
  );
}

/** Reads what becomes the image: built with `repository`, given with `image`, or none. */
export function readImageSource(reading: Reading, buildArgs: BuildInputs['buildArgs']): ImageSource {
  const repository = reading.parsed('repository', '', repositoryName);
  const reference = reading.parsed('image', '', imageReference);
  const asksForBuild = reading.asksFor('repository');
  if (asksForBuild && reading.asksFor('image')) {
    reading.fault(
      'image',
      "no value together with 'repository': one builds an image, the other deploys one that exists",
    );
  }
  if (asksForBuild) {
    return { kind: 'build', repository, ...readBuild(reading), buildArgs };
  }
  for (const name of ONLY_FOR_BUILD.filter((each) => reading.asksFor(each))) {
    reading.fault(name, "no value without 'repository', which says what to build for");
  }
  return reading.asksFor('image') ? { kind: 'given', reference } : { kind: 'none' };
}

/** Reads which container takes which image; `built` is the image that this run builds. */
export function readImages(reading: Reading, typed: ReadonlyMap<string, string>): DefinitionChanges['images'] {
  const images = new Map<string, { kind: 'built' } | { kind: 'given'; reference: string }>();
  for (const [container, text] of typed) {
    const value = text.trim();
    const reference = value === 'built' ? null : imageReference(value);
    if (reference === null) {
      images.set(container.trim(), { kind: 'built' });
    } else if (reference.ok) {
      images.set(container.trim(), { kind: 'given', reference: reference.value });
    } else {
      reading.fault('images', `for each container the word 'built' or ${reference.allowed}`);
    }
  }
  if ([...images.values()].some((image) => image.kind === 'built') && !reading.asksFor('repository')) {
    reading.fault('images', "'built' only with 'repository', which says what to build for");
  }
  return images;
}
