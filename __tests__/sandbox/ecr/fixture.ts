import { steppedClock, type SteppedClock } from '../../../sandbox/clock.ts';
import { seededRandom } from '../../../sandbox/ids.ts';
import { type Operation, type Sandbox } from '../../../sandbox/operation.ts';
import { recordImage } from '../../../sandbox/operations/ecr/images.ts';
import { digestOf } from '../../../sandbox/operations/ecr/manifest.ts';
import { createSandbox } from '../../../sandbox/sandbox.ts';
import { type Repository } from '../../../sandbox/world/ecr.ts';

export const ACCOUNT = '123456789012';
export const MEDIA_TYPE = 'application/vnd.docker.distribution.manifest.v2+json';

export interface TestSandbox extends Sandbox {
  readonly clock: SteppedClock;
}

export function testSandbox(): TestSandbox {
  const clock = steppedClock();
  return { ...createSandbox({ clock, random: seededRandom(1) }), clock };
}

export function addRepository(
  { world, clock }: Sandbox,
  name = 'web',
  mutability: Repository['mutability'] = 'MUTABLE',
): Repository {
  const arn = `arn:aws:ecr:eu-west-1:${ACCOUNT}:repository/${name}`;
  const repository: Repository = {
    arn,
    name,
    uri: name,
    createdAt: clock.now(),
    mutability,
    images: new Map(),
    tags: new Map(),
  };
  world.ecr.repositories.set(name, repository);
  return repository;
}

/** Different for different `mark`s; 30 bytes of config and layers. */
export const manifestOf = (mark: string): string =>
  JSON.stringify({ schemaVersion: 2, mediaType: MEDIA_TYPE, config: { size: 10 }, layers: [{ size: 20 }], mark });

/** Returns the image's digest. */
export function addImage(repository: Repository, mark: string, tag?: string): string {
  const manifest = manifestOf(mark);
  recordImage(repository, { digest: digestOf(manifest), manifest, mediaType: MEDIA_TYPE, pushedAt: 1_000 }, tag);
  return digestOf(manifest);
}

export const call = async <Input, Output>(
  operation: Operation<Input, Output>,
  sandbox: Sandbox,
  input: Input,
): Promise<Output> => operation.handle(input, sandbox, {});
