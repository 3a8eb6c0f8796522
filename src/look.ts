/** The reads of a deployment, and what they come to. */
import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { markerOf } from './engine/codedeploy/marker.ts';
import { type Fault, StepError } from './errors.ts';
import { bashFaults } from './gate/check-bash.ts';
import { checkBuilder, checkSource } from './image/check.ts';
import { readCommit } from './image/commit.ts';
import { ecrOf } from './image/ecr-of.ts';
import { lookForExisting } from './image/existing.ts';
import { contentOf } from './image/identity.ts';
import { type Image } from './image/image.ts';
import { provideImage, reuses } from './image/provide.ts';
import { imageTags } from './image/tags.ts';
import { nothingKept } from './in-progress/kept.ts';
import { type BuildInputs, type DeployInputs } from './inputs/types.ts';
import { type Plan } from './plan.ts';
import { type Aws, type DescribedTaskDefinition } from './ports/aws/aws.ts';
import { createDocker, type DockerPort } from './ports/docker.ts';
import { readTextFile } from './ports/files.ts';
import { reportPlan } from './report/steps.ts';
import { anotherOf, earlierRevision } from './target/earlier.ts';
import { type Fact, fact, valueOf } from './target/fact.ts';
import { type Facts } from './target/facts.ts';
import { preflight } from './target/preflight.ts';
import { readRepository, readTarget } from './target/read.ts';
import { credentialsEnd, endWarnings } from './warnings/credentials.ts';
import { type World } from './world.ts';

/**
 * `earlier`: what a deployment in progress that an earlier attempt of this run started brings to production.
 * `another`: a deployment in progress that is not this run's, and that the policy does not refuse.
 */
export type Looked = readonly [
  plan: Plan,
  given: Image | null,
  earlier: DescribedTaskDefinition | null,
  another: DeploymentInfo | null,
];

/**
 * Every read that can refuse, side by side; what speaks against the deployment is thrown, all of it together. `kept`: from
 * an earlier look of the same run; an image that it has come to is not looked for again.
 */
export async function look(inputs: DeployInputs, aws: Aws, world: World, kept = nothingKept()): Promise<Looked> {
  kept.seenAt = world.clock.now();
  const end = credentialsEnd(aws, world.env);
  const { facts, faults } = await readAll(inputs, aws, world, { check: checkBuilder, had: kept.image ?? null });
  const marker = markerOf(world.runner.context, inputs.matrix);
  const plan = preflight(inputs, facts, faults, marker, kept.liveAtFirst);
  kept.liveAtFirst ??= plan.target.primary.externalId ?? '';
  const ends = endWarnings(valueOf(await end) ?? null, world.clock.now(), plan.waiting);
  const warnings = [...plan.warnings, ...ends].filter((warning) => !kept.warned.has(warning));
  reportPlan({ ...plan, warnings }, world);
  for (const warning of warnings) kept.warned.add(warning);
  const image = valueOf(facts.image) ?? null;
  const running = valueOf(facts.running);
  const another = anotherOf(running, marker);
  return [plan, image, another === null ? await earlierRevision(running, aws.ecs) : null, another];
}

export interface Read {
  /** One fact more, so that an image that cannot be used is refused together with all else. */
  readonly facts: Facts & { readonly image: Fact<Image | null> };
  /** What speaks against the build, and against the smoke test. */
  readonly faults: readonly Fault[];
}

export interface ReadOptions {
  /** What speaks against building here. */
  readonly check: (source: BuildInputs, docker: DockerPort) => Promise<readonly Fault[]>;
  /** The image that an earlier look has come to. */
  readonly had: Image | null;
}

export async function readAll(inputs: DeployInputs, aws: Aws, world: World, of: ReadOptions): Promise<Read> {
  const { log, runner, signal } = world;
  const docker = createDocker();
  const ports = { aws, readFile: readTextFile, workspace: runner.context.workspace };
  const { source } = inputs;
  const { had, check } = of;
  const imagePorts = { ...world, ecr: aws.ecr, docker };
  const given =
    had === null && source.kind === 'given' ? provideImage(source, null, null, imagePorts) : Promise.resolve(had);
  const repository = readRepository(inputs, aws);
  const existing = had === null ? lookAtExisting(inputs, repository, aws, { ...world, docker }) : Promise.resolve({});
  const [facts, image, found, faults, bash] = await Promise.all([
    readTarget(inputs, ports, log, repository),
    fact(given),
    existing,
    had === null ? lookAtBuild(inputs, existing, { ...world, docker, check }) : [],
    bashFaults(inputs.smokeTest, world.env, ports.workspace),
  ]);
  signal.throwIfAborted();
  return { facts: { ...facts, ...unlessTold(found, faults), image }, faults: [...faults, ...bash] };
}

type FoundExisting = Pick<Facts, 'existing'>;

/** A context or Dockerfile that is not there is told once. */
function unlessTold(found: FoundExisting, faults: readonly Fault[]): FoundExisting {
  const { existing } = found;
  return existing?.state === 'failed' && existing.error instanceof StepError && faults.length > 0 ? {} : found;
}

/** The hash over the build's content is made while AWS answers. */
async function lookAtExisting(
  { source }: DeployInputs,
  repository: ReturnType<typeof readRepository>,
  aws: Aws,
  world: World & { readonly docker: DockerPort },
): Promise<FoundExisting> {
  if (source.kind !== 'build') return {};
  const { env, log, runner, signal } = world;
  const content = contentOf(source, { context: runner.context, env, signal });
  // Told where it is waited for: the commit comes first.
  content.catch(() => undefined);
  const { sha } = await readCommit(source, world);
  const { tags } = imageTags(sha, source.tags, source.repository);
  const ports = { ecr: ecrOf(source.repository, aws.ecr), log, content };
  return { existing: await lookForExisting(source, tags, repository, ports) };
}

/** Docker is asked only where something may be built: a run that reuses starts no process of it. */
async function lookAtBuild(
  { source }: DeployInputs,
  found: Promise<FoundExisting>,
  { runner, docker, check }: World & Pick<ReadOptions, 'check'> & { readonly docker: DockerPort },
): Promise<readonly Fault[]> {
  if (source.kind !== 'build') return [];
  const builder = async (): Promise<readonly Fault[]> => {
    const { existing } = source.existingImage === 'reuse' ? await found : {};
    const reused = existing !== undefined && reuses(source, valueOf(existing) ?? null);
    return reused ? [] : check(source, docker);
  };
  return (await Promise.all([builder(), checkSource(source, { docker, runner })])).flat();
}
