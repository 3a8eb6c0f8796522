import { StepError } from '../errors.ts';
import { type BuildInputs } from '../inputs/types.ts';
import { type BuildCall, buildArguments, buildEnvironment, shownCommand } from './arguments.ts';
import { buildCall } from './call.ts';
import { requireReady } from './check.ts';
import { confirmDigest, engineDigest } from './digest.ts';
import { buildFault } from './faults.ts';
import { type Image } from './image.ts';
import { type Destination, type ImagePorts } from './ports.ts';
import { pushTags } from './push.ts';
import { splitUri } from './reference.ts';
import { type SessionEnv, withSession } from './session.ts';
import { requireTags } from './tags.ts';
import { tell } from './told.ts';

/** Builds the image, pushes it under every tag, and tells the digest that the repository has it under. */
export async function buildAndPush(source: BuildInputs, to: Destination, ports: ImagePorts): Promise<Image> {
  const { context } = ports.runner;
  const tags = requireTags(context.sha, source.tags, to.repositoryUri);
  const { buildx } = await requireReady(ports.docker);
  const call = buildCall(source, context, {
    buildx: buildx !== null,
    references: tags.map((tag) => `${to.repositoryUri}:${tag}`),
  });
  return await withSession(to, ports, async (env) => {
    await build(call, ports, env);
    return await push(tags, to, ports, env);
  });
}

async function build(call: BuildCall, ports: ImagePorts, env: SessionEnv): Promise<void> {
  const args = buildArguments(call);
  ports.log.info(shownCommand(args));
  const told = await tell(ports, args, { env: { ...buildEnvironment(call), ...env } });
  if (!told.ok) throw new StepError(buildFault(call.file, told.lines));
}

async function push(
  tags: readonly [string, ...string[]],
  to: Destination,
  ports: ImagePorts,
  env: SessionEnv,
): Promise<Image> {
  const [tag] = tags;
  const { repository } = splitUri(to.repositoryUri);
  const pushed = await pushTags(tags, to, ports, env);
  if (pushed.kind === 'kept') ports.log.warning(keptText(`${to.repositoryUri}:${tag}`, tags.slice(1)));
  const told = pushed.digest ?? (await engineDigest(`${to.repositoryUri}:${tag}`, to, ports, env));
  const digest = await confirmDigest(told, tag, to, ports);
  const reference = `${to.repositoryUri}@${digest}`;
  ports.log.info(`Image: ${reference}`);
  return { reference, repository, tag, digest, kind: pushed.kind === 'kept' ? 'given' : 'pushed' };
}

function keptText(reference: string, further: readonly string[]): string {
  const others = further.length === 0 ? '' : ` The tags ${further.join(', ')} were not pushed.`;
  return (
    `${reference} is there already, and the repository does not let tags be moved: the image that an earlier run of ` +
    `this commit pushed is deployed, not the one that was just built.${others}`
  );
}
