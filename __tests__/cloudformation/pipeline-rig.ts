/** The pipeline of the template, played against an account of its own: real Git, Docker, registry, AWS CLI and jq. */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { CreateLogGroupCommand, CreateLogStreamCommand, PutLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { type Execution, type PlayedWorld, type StageRun } from '../../scripts/rehearsal/pipeline/execution.ts';
import { type Pipeline } from '../../scripts/rehearsal/pipeline/pipeline.ts';
import { play, replayStage } from '../../scripts/rehearsal/pipeline/play.ts';
import { awsEnvironment, type Clients } from '../../scripts/rehearsal/clients.ts';
import { type Rig, type RigOptions, withRig, writeFiles } from '../e2e/rig.ts';
import { type Opened, opened } from '../opened.ts';
import { has } from './pipeline-answers.ts';
import { pipelineWith } from './pipeline-template.ts';

const run = promisify(execFile);
const venv = resolve(import.meta.dirname, '../../.ci/cache/venv/bin');
const aws = existsSync(join(venv, 'aws')) ? join(venv, 'aws') : has('aws') ? 'aws' : null;

const engine = spawnSync('docker', ['version', '--format', '{{.Server.Version}}'], { timeout: 10_000 });
const noTools = [
  ...(aws === null ? ['the AWS CLI is not here'] : []),
  ...(has('jq') ? [] : ['jq is not here']),
  ...(has('git') ? [] : ['git is not here']),
];
const reason = (missing: readonly string[]): string | null =>
  missing.length === 0 ? null : `left out: ${missing.join(', ')}`;
/** Why no stage can be played that builds no image; null where one can. */
export const leftWithoutBuild = reason(noTools);
/** Why nothing can be built either; null where it can. */
export const left = reason([...noTools, ...(engine.status === 0 ? [] : ['no Docker engine answers'])]);

export const LIMIT_MS = 240_000;

/** Not what is said anywhere else, so that it can be looked for in a log. */
const SECRET_KEY = 'c2VjcmV0LW9mLXRoZS1yZWhlYXJzYWw';

export interface PlayOptions extends RigOptions {
  readonly parameters?: Readonly<Record<string, string>>;
  /** In place of the template as it is. */
  readonly template?: string;
  readonly message?: string;
}

export interface PipelineRig extends Rig {
  readonly pipeline: Pipeline;
  /** A folder outside the source, for what must not be written there. */
  readonly outside: string;
  /** `of`: in place of the rig's own pipeline. */
  play(before?: Execution | null, more?: Partial<PlayedWorld>, of?: Pipeline): Promise<Execution>;
  retry(stage: string, execution: Execution): Promise<StageRun>;
  commit(files: Readonly<Record<string, string>>, message?: string): Promise<string>;
  /** A bash script that `docker push` runs before it pushes. */
  beforePush(script: string): Promise<void>;
  /** What the login got; '' where there was none. */
  password(): Promise<string>;
}

export const SCRATCH = { Dockerfile: 'FROM scratch\nCOPY text /\n', text: 'hello' };

export async function withPipeline(options: PlayOptions, work: (rig: PipelineRig) => Promise<void>): Promise<void> {
  const place = await mkdtemp(join(tmpdir(), 'pipeline-'));
  try {
    const pipeline = pipelineWith(options.parameters, options.template);
    await withRig({ registry: 'auto', ...options, files: {} }, async (rig) => {
      if (rig.registryUrl === null) throw new Error('An engine is there, and no registry could be started for it.');
      const played = await rigOf(rig, pipeline, place);
      await played.commit(options.files ?? SCRATCH, options.message);
      try {
        await work(played);
      } finally {
        await removeImages(rig.registryUrl.replace('http://', ''));
      }
    });
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** The same for several tests, one after the other. */
export const openPipeline = (options: PlayOptions): Promise<Opened<PipelineRig>> =>
  opened((work) => withPipeline(options, work));

async function rigOf(rig: Rig, pipeline: Pipeline, place: string): Promise<PipelineRig> {
  const keys = (): Promise<Record<string, string>> =>
    Promise.resolve({ ...awsEnvironment(rig.url), AWS_SECRET_ACCESS_KEY: SECRET_KEY });
  const bench = await workbench(place, rig.clients, keys);
  const { world } = bench;
  return {
    ...rig,
    ...bench,
    pipeline,
    play: (before = null, more = {}, of = pipeline) => play(of, { ...world, ...more }, before),
    retry: (stage, execution) => replayStage(pipeline, stage, world, execution),
  };
}

export interface Workbench extends Pick<PipelineRig, 'outside' | 'commit' | 'beforePush' | 'password'> {
  readonly world: PlayedWorld;
}

/** A Git repository, the tools that a build has, and folders, all in `place`. */
export async function workbench(
  place: string,
  clients: Clients,
  keys: PlayedWorld['awsEnvironment'],
): Promise<Workbench> {
  const [repository, folder, tools, outside] = ['repository', 'work', 'tools', 'outside'].map((name) =>
    join(place, name),
  );
  if (!repository || !folder || !tools || !outside) throw new Error('unreachable');
  await Promise.all([repository, folder, tools, outside].map((path) => mkdir(path)));
  await run('git', ['init', '--quiet', '--initial-branch=main', repository]);
  await putTools(tools);
  const environment = {
    PATH: [tools, ...(aws === join(venv, 'aws') ? [venv] : []), process.env['PATH'] ?? ''].join(delimiter),
    TOOLS: tools,
    OUTSIDE: outside,
    ...(process.env['DOCKER_HOST'] === undefined ? {} : { DOCKER_HOST: process.env['DOCKER_HOST'] }),
  };
  return {
    world: {
      repository,
      folder,
      environment,
      awsEnvironment: keys,
      approve: () => Promise.reject(new Error('Nobody is asked in this test.')),
      keepLog: (group, stream, lines) => keepLog(clients, group, stream, lines),
    },
    outside,
    commit: (files, message) => commit(repository, files, message),
    beforePush: (script) => writeFile(join(tools, 'before-push'), script),
    password: () => readFile(join(tools, 'password'), 'utf8').catch(() => ''),
  };
}

/** `docker`, that keeps what it is logged in with, and lets a test do something before a push. */
async function putTools(tools: string): Promise<void> {
  const { stdout } = await run('bash', ['-c', 'command -v docker']);
  const docker = `'${stdout.trim()}'`;
  const script = `#!/bin/bash
set -euo pipefail
DOCKER=${docker}
if [ "$1" = login ]; then tee "$TOOLS/password" | "$DOCKER" "$@"; exit; fi
if [ "$1" = push ] && [ -f "$TOOLS/before-push" ]; then . "$TOOLS/before-push" >&2; fi
exec "$DOCKER" "$@"
`;
  await writeFile(join(tools, 'docker'), script);
  await chmod(join(tools, 'docker'), 0o755);
}

const IDENTITY = ['-c', 'user.name=rehearsal', '-c', 'user.email=rehearsal@example.com', '-c', 'commit.gpgsign=false'];

async function commit(
  repository: string,
  files: Readonly<Record<string, string>>,
  message = 'a change',
): Promise<string> {
  await writeFiles(repository, files);
  const git = (...args: string[]) => run('git', ['-C', repository, ...IDENTITY, ...args]);
  await git('add', '--all');
  await git('commit', '--quiet', '--allow-empty', `--message=${message}`);
  return (await git('rev-parse', 'HEAD')).stdout.trim();
}

async function keepLog({ logs }: Clients, group: string, stream: string, lines: readonly string[]): Promise<void> {
  const unlessThere = (fault: Error): void => {
    if (fault.name !== 'ResourceAlreadyExistsException') throw fault;
  };
  const names = { logGroupName: group, logStreamName: stream };
  await logs.send(new CreateLogGroupCommand({ logGroupName: group })).then(() => undefined, unlessThere);
  await logs.send(new CreateLogStreamCommand(names)).then(() => undefined, unlessThere);
  const logEvents = lines.filter((line) => line !== '').map((message) => ({ message, timestamp: Date.now() }));
  await logs.send(new PutLogEventsCommand({ ...names, logEvents }));
}

export async function removeImages(registry: string): Promise<void> {
  const { stdout } = await run('docker', ['image', 'ls', '--format', '{{.Repository}}:{{.Tag}}', `${registry}/*`]);
  const tags = stdout.split('\n').filter((tag) => tag !== '' && !tag.endsWith(':<none>'));
  if (tags.length > 0) await run('docker', ['image', 'rm', '--force', ...tags]);
}

/** `Stage/Action: status`, in order. */
export const course = ({ stages }: Execution): readonly string[] =>
  stages.flatMap(({ name, actions }) => actions.map((each) => `${name}/${each.name}: ${each.status}`));

/** All that the builds of an execution have logged. */
export const logOf = ({ stages }: Pick<Execution, 'stages'>): string =>
  stages.flatMap(({ actions }) => actions.flatMap(({ log }) => log)).join('\n');

export const errorsIn = (log: string): readonly string[] =>
  log.split('\n').filter((line) => line.startsWith('ERROR: '));
export { SECRET_KEY };
