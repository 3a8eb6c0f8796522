import { StepError } from '../errors.ts';
import { type BuildInputs } from '../inputs/types.ts';
import { type BuildCall, buildArguments, buildEnvironment, shownCommand } from './arguments.ts';
import { buildxPush, metadataFile } from './buildx.ts';
import { buildCall } from './call.ts';
import { requireReady } from './check.ts';
import { readCommit } from './commit.ts';
import { confirmDigest, engineDigest } from './digest.ts';
import { buildFault } from './faults.ts';
import { type Image } from './image.ts';
import { type Destination, type ImagePorts } from './ports.ts';
import { type Pushed, pushTags } from './push.ts';
import { splitUri } from './reference.ts';
import { type SessionEnv, withSession } from './session.ts';
import { requireTags } from './tags.ts';
import { tell } from './told.ts';

type Tags = readonly [string, ...string[]];

/** Builds the image, pushes it under every tag, and tells the digest that the repository has it under. */
export async function buildAndPush(source: BuildInputs, to: Destination, ports: ImagePorts): Promise<Image> {
  const { context } = ports.runner;
  for (const secret of source.buildSecrets.values()) ports.log.mask(secret);
  const [{ buildx }, commit] = await Promise.all([requireReady(source, ports.docker), readCommit(source, ports)]);
  if (commit.sha !== '') ports.log.info(`Commit: ${commit.sha} (${commit.from})`);
  const tags = requireTags(commit.sha, source.tags, to.repositoryUri);
  const references = tags.map((tag) => `${to.repositoryUri}:${tag}`);
  return await withSession(to, ports, async (env) => {
    const rest = { buildx: buildx !== null, references, metadataFile: metadataFile(env) };
    const call = buildCall(source, context, commit.sha, rest);
    const pushed = call.buildx
      ? await buildxPush(call, tags, to, ports, env)
      : await plainPush(call, tags, to, ports, env);
    return await pushedImage(pushed, tags, to, ports);
  });
}

/** Without buildx: the image is built in the engine, then pushed. */
async function plainPush(
  call: BuildCall,
  tags: Tags,
  to: Destination,
  ports: ImagePorts,
  env: SessionEnv,
): Promise<Pushed> {
  const args = buildArguments(call);
  ports.log.info(shownCommand(args));
  const told = await tell(ports, args, {
    env: { ...buildEnvironment(call), ...env },
    cwd: ports.runner.context.workspace,
  });
  if (!told.ok) throw new StepError(buildFault(call, told.lines));
  const pushed = await pushTags(tags, to, ports, env);
  const digest = pushed.digest ?? (await engineDigest(`${to.repositoryUri}:${tags[0]}`, to, ports, env));
  return { ...pushed, digest };
}

async function pushedImage(pushed: Pushed, tags: Tags, to: Destination, ports: ImagePorts): Promise<Image> {
  const [tag] = tags;
  const { repository } = splitUri(to.repositoryUri);
  if (pushed.kind === 'kept') ports.log.warning(keptText(`${to.repositoryUri}:${tag}`, tags.slice(1)));
  const digest = await confirmDigest(pushed.digest, tag, to, ports);
  const reference = `${to.repositoryUri}@${digest}`;
  ports.log.info(`Image: ${reference}`);
  return { reference, repository, tag, digest, kind: pushed.kind === 'kept' ? 'given' : 'pushed' };
}

function keptText(reference: string, further: readonly string[]): string {
  const others = further.length === 0 ? '' : ` The tags ${further.join(', ')} were not pushed.`;
  return (
    `${reference} is there already, and the repository does not let tags be moved: the image that another run of ` +
    `this commit pushed is deployed, not the one that was just built.${others}`
  );
}
