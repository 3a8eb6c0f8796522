import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type BuildInputs } from '../inputs/types.ts';
import { lookAt } from '../ports/docker/path.ts';
import { type RunContext } from '../ports/runner.ts';
import { buildPlaces } from './call.ts';
import { type ContentBuild, contentTag, type ContentTag } from './content/content.ts';
import { sourceKind } from './content/source.ts';

export interface IdentityPorts {
  readonly context: Pick<RunContext, 'workspace'>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The tag that stands for what the build is made of. No Docker process is asked, so where the answer would depend on
 * the client (which ignore file counts), the tag covers both answers.
 * @throws StepError when something that Docker would send cannot be read
 */
export async function contentOf(source: BuildInputs, ports: IdentityPorts): Promise<ContentTag> {
  if (sourceKind(source.context) !== 'local') return { none: 'the build context is fetched from elsewhere' };
  const build = contentBuild(source, ports);
  const beside = (await lookAt(`${build.file}.dockerignore`)) === 'file';
  const tags: string[] = [];
  for (const buildx of beside ? [true, false] : [true]) {
    const found = await contentTag({ ...build, buildx }, { signal: ports.signal });
    if ('none' in found) return found;
    tags.push(found.tag);
  }
  return { tag: joined([...tags, ...attestations(source)]) };
}

function contentBuild(source: BuildInputs, { context, env }: IdentityPorts): Omit<ContentBuild, 'buildx'> {
  const { context: folder, file, buildContexts } = buildPlaces(source, context.workspace);
  const { target, buildArgs, platforms, labels } = source;
  const asked = env['DOCKER_DEFAULT_PLATFORM'];
  return {
    ...{ context: folder, buildContexts, target, buildArgs, platforms, labels },
    file: file ?? join(folder, 'Dockerfile'),
    defaultPlatform: asked === undefined || asked === '' ? `linux/${architecture()}` : asked,
  };
}

function architecture(): string {
  return process.arch === 'x64' ? 'amd64' : process.arch;
}

/** An image with an attestation is another one: it is an index. */
function attestations({ provenance, sbom }: BuildInputs): string[] {
  return [provenance === null ? [] : [`provenance ${provenance}`], sbom === null ? [] : [`sbom ${sbom}`]].flat();
}

function joined(parts: readonly string[]): string {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return only;
  return `content-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)}`;
}
