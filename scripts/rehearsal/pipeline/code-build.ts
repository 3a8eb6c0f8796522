/** A CodeBuild action: the project's buildspec, run in one shell on the input artifact; its output artifact. */
import { cp, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type BuildSpec, readBuildSpec } from './build-spec.ts';
import { type ActionEnd, failed, type PlayedAction } from './execution.ts';
import { type Action, PipelineFault, type Project } from './pipeline.ts';
import { runPhases } from './shell.ts';

export async function playCodeBuild(action: Action, played: PlayedAction): Promise<ActionEnd> {
  const { world, pipeline } = played;
  const name = action.configuration['ProjectName'] ?? '';
  const project = pipeline.projects.get(name);
  if (project === undefined) return failed(`Project cannot be found: ${name}`);
  const log: string[] = [];
  const place = await mkdtemp(join(world.folder, 'build-'));
  try {
    return await build(action, project, played, place, log);
  } catch (fault) {
    if (!(fault instanceof PipelineFault)) throw fault;
    return failed(fault.message, [...log, fault.message]);
  } finally {
    await rm(place, { recursive: true, force: true });
    if (project.logGroup !== null) await world.keepLog?.(project.logGroup, project.logStream ?? name, log);
  }
}

async function build(
  action: Action,
  project: Project,
  played: PlayedAction,
  place: string,
  log: string[],
): Promise<ActionEnd> {
  const { world, artifacts, commit } = played;
  const spec = readBuildSpec(project.buildSpec);
  const source = join(place, 'src');
  await cp(artifacts.get(primaryInput(action)) ?? '', source, { recursive: true, verbatimSymlinks: true });
  await mkdir(join(place, 'home'));
  const account = await world.awsEnvironment({
    roleArn: project.roleArn,
    service: 'codebuild',
    resource: `project/${project.name}`,
  });
  const environment = {
    ...world.environment,
    ...account,
    // CodeBuild user guide, "Environment variables in build environments": both.
    AWS_DEFAULT_REGION: account['AWS_REGION'] ?? '',
    ...project.environment,
    HOME: join(place, 'home'),
    CODEBUILD_SRC_DIR: source,
    CODEBUILD_RESOLVED_SOURCE_VERSION: commit,
    CODEBUILD_BUILD_ID: `${project.name}:played`,
    CODEBUILD_INITIATOR: `codepipeline/${played.pipeline.name}`,
  };
  // Without privileged mode, the build container has no Docker engine.
  if (!project.privileged) Object.assign(environment, { DOCKER_HOST: 'unix:///nonexistent/docker.sock' });
  const end = await runPhases(spec, { folder: source, place, environment, style: world.commands ?? 'same-shell', log });
  if (end.failedPhase !== null) return failed(`Build terminated with state: FAILED (${end.failedPhase})`, log);
  const outputs = await upload(action, spec, source, played, log);
  return { status: 'Succeeded', summary: 'Build terminated with state: SUCCEEDED', log, outputs };
}

/** The one input; PrimarySource where there are several (CodePipeline user guide). */
function primaryInput({ name, inputs, configuration }: Action): string {
  const [only, second] = inputs;
  const primary = second === undefined ? only : configuration['PrimarySource'];
  if (primary === undefined) throw new PipelineFault(`The action ${name} has several inputs and no PrimarySource.`);
  return primary;
}

async function upload(
  action: Action,
  { files }: BuildSpec,
  source: string,
  { folderFor }: PlayedAction,
  log: string[],
): Promise<ReadonlyMap<string, string>> {
  const [artifact, second] = action.outputs;
  if (second !== undefined) throw new PipelineFault('Secondary artifacts are not played here.');
  if (artifact === undefined) return new Map();
  const folder = await folderFor(artifact);
  for (const file of files) {
    const there = await stat(join(source, file)).catch(() => null);
    if (there === null) {
      throw new PipelineFault(`CLIENT_ERROR in UPLOAD_ARTIFACTS: no matching artifact paths found: ${file}`);
    }
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(join(source, file), join(folder, file));
  }
  log.push(
    `[Container] Found ${files.length} file(s)`,
    '[Container] Phase complete: UPLOAD_ARTIFACTS State: SUCCEEDED',
  );
  return new Map([[artifact, folder]]);
}
