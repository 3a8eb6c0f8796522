/** A build that pushes: with buildx, on every driver. */
import { join } from 'node:path';
import { StepError } from '../errors.ts';
import { isObject } from '../json.ts';
import { readTextFile } from '../ports/files.ts';
import { type BuildCall, buildArguments, buildEnvironment, shownCommand } from './arguments.ts';
import { attempts } from './attempts.ts';
import { buildFault, registryFault } from './faults.ts';
import { type Destination, type ImagePorts } from './ports.ts';
import { type Pushed } from './push.ts';
import { splitUri } from './reference.ts';
import { giveTags } from './reuse.ts';
import { type SessionEnv } from './session.ts';
import { tell, type Told } from './told.ts';
import { refusedTag, pushFailed, troubleOf } from './trouble.ts';

/** Where buildx writes what it made: beside the log-in, so that it goes with it. */
export function metadataFile(env: SessionEnv): string {
  return join(env['DOCKER_CONFIG'] ?? '', 'build-metadata.json');
}

/**
 * Builds and pushes under every tag; the commit's is the first. Where the repository does not let that one be moved,
 * the image that another run left under it is kept. A push that the network broke is repeated, from the build cache.
 */
export async function buildxPush(
  call: BuildCall,
  tags: readonly [string, ...string[]],
  to: Destination,
  ports: ImagePorts,
  env: SessionEnv,
): Promise<Pushed> {
  ports.log.info(shownCommand(buildArguments(call)));
  let now = call;
  const told = await attempts(ports, `push ${call.references.join(', ')}`, async () => {
    const answer = await runBuild(now, ports, env);
    if (!answer.ok && !pushFailed(answer.lines)) throw new StepError(buildFault(call, answer.lines));
    // What was just built is in the cache: the same image is pushed again.
    now = { ...call, noCache: false, pull: false };
    return answer;
  });
  if (told.ok) return { digest: metadataDigest(await readTextFile(call.metadataFile)), kind: 'pushed' };
  const pushed = troubleOf(told.lines) === 'immutable' ? await taken(told.lines, tags, to, ports) : null;
  if (pushed !== null) return pushed;
  throw new StepError(registryFault('push the image', call.references.join(', '), to, told.lines));
}

function runBuild(call: BuildCall, ports: ImagePorts, env: SessionEnv): Promise<Told> {
  const hide = [...call.buildSecrets.values()];
  const cwd = ports.runner.context.workspace;
  return tell(ports, buildArguments(call), { env: { ...buildEnvironment(call), ...env }, cwd, hide });
}

/**
 * The end of a push that met a tag which cannot be moved. Of the first tag: its image is kept. Of a further one: it is
 * good if it is on the same image, and the others are set in ECR.
 */
async function taken(
  lines: readonly string[],
  [first, ...further]: readonly [string, ...string[]],
  to: Destination,
  ports: ImagePorts,
): Promise<Pushed | null> {
  const { repository } = splitUri(to.repositoryUri);
  const digest = (await ports.ecr.describeImage(repository, { tag: first }))?.imageDigest ?? null;
  if (digest === null) return null;
  const refused = refusedTag(lines, to.repositoryUri);
  if (refused === null || refused === first) return { digest, kind: 'kept' };
  const [manifest] = await ports.ecr.manifests(repository, [{ digest }]);
  if (manifest === undefined) return null;
  await giveTags(manifest, further, to, ports);
  return { digest, kind: 'pushed' };
}

/** buildx: `containerimage.digest`, of the manifest or, with several platforms or attestations, of the index. */
export function metadataDigest(text: string | null): string | null {
  const data = text === null ? null : parsed(text);
  const digest = isObject(data) ? data['containerimage.digest'] : null;
  return typeof digest === 'string' && /^sha256:[0-9a-f]{64}$/.test(digest) ? digest : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
