/** Stand-ins for what the image room touches: a log and an ECR in memory, and a `docker` on the PATH that obeys a script. */
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { type BuildInputs } from '../../src/inputs/types.ts';
import { type Fault } from '../../src/errors.ts';
import { checkBuilder, type CheckPorts, checkSource } from '../../src/image/check.ts';
import { type Destination, type ImagePorts } from '../../src/image/ports.ts';
import { type ImageId } from '../../src/ports/aws/aws.ts';
import { AwsCallError } from '../../src/ports/aws/error.ts';
import { type Log } from '../../src/ports/log.ts';
import { createDocker } from '../../src/ports/docker.ts';
import { noOptions } from './options.ts';

export const sha = 'c0ffee'.repeat(6) + 'abcd';
export const digest = `sha256:${'d1'.repeat(32)}`;
export const registry = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
export const destination: Destination = { repositoryUri: `${registry}/shop` };
export const password = 'registry-password-of-the-test';

/** What the fake client does at a call that starts with `on`; the first that fits and is not used up. */
export interface Act {
  readonly on: string;
  readonly code?: number;
  readonly out?: string;
  readonly err?: string;
  /** How often it fits; without it, always. */
  readonly times?: number;
  /** Waits for a signal instead of ending. */
  readonly hang?: boolean;
}

export interface Call {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly input: string;
  /** config.json of its Docker configuration. */
  readonly config: string;
}

export type Images = Readonly<Record<string, string>>;

const FAKE = `#!/usr/bin/env node
const fs = require('fs');
const home = process.env.FAKE_HOME;
const args = process.argv.slice(2);
const line = args.join(' ');
const config = process.env.DOCKER_CONFIG ? fs.readFileSync(process.env.DOCKER_CONFIG + '/config.json', 'utf8') : '';
const input = fs.readFileSync(0, 'utf8');
fs.appendFileSync(home + '/calls', JSON.stringify({ args, env: process.env, input, config }) + '\\n');
const acts = JSON.parse(fs.readFileSync(home + '/acts', 'utf8'));
const act = acts.find((a) => line.startsWith(a.on) && a.times !== 0) ?? {};
if (act.times) {
  act.times -= 1;
  // Whole or not at all: another call may read it at the same time.
  fs.writeFileSync(home + '/acts.' + process.pid, JSON.stringify(acts));
  fs.renameSync(home + '/acts.' + process.pid, home + '/acts');
}
process.stdout.write(act.out ?? '');
process.stderr.write(act.err ?? '');
if (act.hang) setInterval(() => {}, 1000);
else process.exitCode = act.code ?? 0;
`;

/** A version that answers, no buildx, and pushes that tell the digest. */
const READY: readonly Act[] = [
  { on: 'version', out: '20.10.24\n' },
  { on: '--debug buildx inspect', code: 1, err: "docker: 'buildx' is not a docker command.\n" },
  { on: 'buildx version', code: 1, err: "docker: 'buildx' is not a docker command.\n" },
  { on: 'push', out: `The push refers to repository [x]\nlatest: digest: ${digest} size: 528\n` },
];

export async function makeWorld(acts: readonly Act[] = [], images: Images = { [digest]: digest }) {
  const home = await mkdtemp(join(tmpdir(), 'image-test-'));
  const folders = {
    bin: join(home, 'bin'),
    temp: join(home, 'temp'),
    workspace: join(home, 'w'),
    user: join(home, 'user'),
  };
  for (const folder of Object.values(folders)) await mkdir(folder);
  await writeFile(join(home, 'acts'), JSON.stringify([...acts, ...READY]));
  await writeFile(join(home, 'calls'), '');
  await writeFile(join(folders.bin, 'docker'), FAKE);
  await chmod(join(folders.bin, 'docker'), 0o755);
  await writeFile(join(folders.workspace, 'Dockerfile'), 'FROM scratch\n');
  const environment = {
    PATH: [folders.bin, dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter),
    HOME: folders.user,
    FAKE_HOME: home,
  };
  const told: string[] = [];
  const pauses: number[] = [];
  const ports = makePorts({ folders, environment, told, pauses, images });
  const calls = async (): Promise<Call[]> =>
    (await readFile(join(home, 'calls'), 'utf8'))
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Call);
  return { ...folders, environment, ports, told, pauses, calls, remove: () => rm(home, { recursive: true }) };
}

interface Parts {
  readonly folders: { readonly temp: string; readonly workspace: string };
  readonly environment: NodeJS.ProcessEnv;
  readonly told: string[];
  readonly pauses: number[];
  readonly images: Images;
}

function makePorts({ folders, environment, told, pauses, images }: Parts): ImagePorts {
  return {
    docker: createDocker(environment),
    log: makeLog(told),
    clock: { now: () => 0, sleep: (ms) => Promise.resolve(void pauses.push(ms)) },
    ecr: makeEcr(images),
    runner: {
      context: { ...CONTEXT, temp: folders.temp, workspace: folders.workspace },
      saveState: (name, value) => void told.push(`state ${name}=${value}`),
    },
  };
}

const CONTEXT = {
  repository: 'owner/shop',
  runId: '1',
  runAttempt: '1',
  job: 'deploy',
  sha,
  actor: 'someone',
  serverUrl: 'https://github.com',
};

export function makeLog(told: string[]): Log {
  const line = (level: string) => (text: string) => void told.push(`${level} ${text}`);
  return {
    info: line('info'),
    debug: line('debug'),
    warning: line('warning'),
    error: line('error'),
    mask: line('mask'),
    group: (_heading, work) => work(),
    quoted: async (work) => {
      told.push('quoted');
      const answer = await work();
      told.push('unquoted');
      return answer;
    },
  };
}

/** `images`: tag or digest to digest, in the repository `shop`. */
export function makeEcr(images: Images): ImagePorts['ecr'] {
  const find = (id: ImageId): string | undefined => images['tag' in id ? id.tag : id.digest];
  const tagsOf = (imageDigest: string): string[] =>
    Object.keys(images).filter((name) => images[name] === imageDigest && name !== imageDigest);
  const describe = (id: ImageId) => {
    const imageDigest = find(id);
    return imageDigest === undefined ? null : { imageDigest, imageTags: tagsOf(imageDigest) };
  };
  const port: ImagePorts['ecr'] = {
    at: () => port,
    describeRepository: (name) =>
      name === 'shop'
        ? Promise.resolve({ repositoryName: name, repositoryUri: `${registry}/${name}` })
        : Promise.reject(ecrError('missing', 'RepositoryNotFoundException', name)),
    describeImage: (_repository, id) => Promise.resolve(describe(id)),
    describeImages: (_repository, ids) => {
      const found = ids.map(describe);
      return Promise.resolve(found.includes(null) ? null : found.filter((one) => one !== null));
    },
    manifests: (_repository, ids) =>
      Promise.resolve(
        ids.flatMap((id) => {
          const found = find(id);
          const tag = 'tag' in id ? id.tag : null;
          return found === undefined ? [] : [{ digest: found, tag, manifest: '{}', mediaType: '' }];
        }),
      ),
    tagImage: () => Promise.resolve('tagged'),
    scanFindings: () => Promise.resolve(null),
    authorization: () => Promise.resolve({ user: 'AWS', password, endpoint: `https://${registry}` }),
  };
  return port;
}

export const ecrError = (kind: 'missing' | 'denied', code: string, on: string): AwsCallError =>
  new AwsCallError({ service: 'ecr', operation: 'DescribeImages', on }, { kind, code, message: 'no' });

export const buildSource = (changes: Partial<BuildInputs> = {}): BuildInputs & { readonly kind: 'build' } => ({
  kind: 'build',
  repository: 'shop',
  context: '.',
  file: null,
  target: null,
  buildArgs: new Map(),
  tags: [],
  ...noOptions,
  ...changes,
});

/** What speaks against a build before it is tried, where nothing can be reused. */
export async function checkBuild(source: BuildInputs, ports: CheckPorts): Promise<Fault[]> {
  return (await Promise.all([checkBuilder(source, ports.docker), checkSource(source, ports)])).flat();
}
