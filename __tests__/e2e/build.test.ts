/** Build and push with a stand-in for the Docker client, which says and does what a test needs. */
import { type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  annotations,
  commandsIn,
  errorsOf,
  LIMIT_MS,
  putImage,
  type Rig,
  type RigOptions,
  type Run,
  withRig,
  writeFiles,
} from './rig.ts';

const SHA = '0123456789abcdef0123456789abcdef01234567';
const ECR = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop-web';

/** Notes its arguments, its standard input and its configuration beside itself. */
const CLIENT = `#!/bin/sh
here=$(dirname "$0")
printf '%s\\n' "$*" >> "$here/arguments"
[ "$1" = --debug ] && shift
case "$1" in
  version) [ -n "$FAKE_NO_ENGINE" ] && { echo 'Cannot connect to the Docker daemon' >&2; exit 1; }; echo 28.0.0 ;;
  buildx)
    [ -n "$FAKE_BUILDX" ] || { echo "docker: 'buildx' is not a docker command." >&2; exit 1; }
    [ "$2" = version ] && { echo 'github.com/docker/buildx v0.30.1 abcdef'; exit 0; }
    [ "$2" = inspect ] && { printf 'Name:   default\\nDriver: docker\\n'; exit 0; }
    while [ $# -gt 0 ]; do
      [ "$1" = --metadata-file ] && printf '{"containerimage.digest":"%s"}' "$FAKE_DIGEST" > "$2"
      shift
    done
    echo building ;;
  login) cat > "$here/stdin"; ls -ld "$DOCKER_CONFIG" > "$here/mode"; echo 'Login Succeeded' ;;
  build)
    echo 'Step 1/1 : RUN make'
    echo '::error::from the build'
    echo '::set-output name=result::succeeded'
    echo '  ::add-path::/evil' >&2
    [ -n "$FAKE_HANG" ] && { echo $$ > "$here/pid"; echo hanging; exec sleep 60; }
    exit "\${FAKE_BUILD:-0}" ;;
  push)
    [ -n "$FAKE_PUSH" ] && { echo "$FAKE_PUSH" >&2; exit 1; }
    echo "tag: digest: $FAKE_DIGEST size: 528" ;;
  image) echo null ;;
esac
`;

interface Docker {
  readonly folder: string;
  /** The command lines it got, without what only asks for its version. */
  calls(): Promise<readonly string[]>;
  noted(name: string): Promise<string>;
}

interface Built {
  readonly rig: Rig;
  readonly docker: Docker;
  readonly digest: string;
  readonly run: (
    inputs?: Readonly<Record<string, string>>,
    fake?: Readonly<Record<string, string>>,
    more?: Run,
  ) => ReturnType<Rig['run']>;
}

async function withDocker(options: RigOptions, work: (built: Built) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'docker-'));
  const noted = (name: string): Promise<string> => readFile(join(folder, name), 'utf8').catch(() => '');
  const calls = async (): Promise<readonly string[]> =>
    (await noted('arguments'))
      .split('\n')
      .filter((line) => line !== '' && !/^(?:version|(?:--debug )?buildx (?:version|inspect))/.test(line));
  try {
    await writeFiles(folder, { docker: CLIENT });
    await chmod(join(folder, 'docker'), 0o755);
    await withRig({ files: { Dockerfile: 'FROM scratch\nRUN make\n' }, ...options }, async (rig) => {
      const digest = await putImage(rig, 'built');
      await rig.forget();
      const path = `${folder}:${process.env['PATH'] ?? ''}`;
      const run: Built['run'] = (inputs = {}, fake = {}, more = {}) =>
        rig.run(
          { repository: 'shop-web', ...inputs },
          { ...more, env: { PATH: path, FAKE_DIGEST: digest, ...fake, ...more.env } },
        );
      await work({ rig, docker: { folder, calls, noted }, digest, run });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe('a build', () => {
  test.concurrent(
    'is tagged with the commit, pushed and deployed by digest; the log-in never shows',
    () =>
      withDocker({}, async ({ rig, docker, digest, run }) => {
        const { exitCode, output, outputs, state } = await run({ tags: 'latest', 'build-args': 'TOKEN=tell-no-one' });
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect(outputs).toMatchObject({
          result: 'succeeded',
          image: `${ECR}@${digest}`,
          'image-tag': SHA,
          'image-digest': digest,
        });
        expect((await rig.live()).image).toBe(`${ECR}@${digest}`);
        const [login, build, ...pushes] = await docker.calls();
        expect(login).toMatch(/^login --username AWS --password-stdin 123456789012\.dkr\.ecr/);
        expect(build).toMatch(/^build .*--build-arg TOKEN .*--tag \S+shop-web:0123456789abcdef/);
        expect(pushes).toEqual([`push ${ECR}:${SHA}`, `push ${ECR}:latest`]);
        const token = await docker.noted('stdin');
        expect(token.length).toBeGreaterThan(10);
        expect(output).toContain(`::add-mask::${token}`);
        const unmasked = output.split('\n').filter((line) => !line.startsWith('::add-mask::'));
        expect(unmasked.join('\n')).not.toContain(token);
        expect(JSON.stringify([await docker.noted('arguments'), outputs])).not.toContain(token);
        expect(`${output}${await docker.noted('arguments')}`).not.toContain('tell-no-one');
        expect(await docker.noted('mode')).toMatch(/^drwx------/);
        expect(existsSync(state['docker-config'] ?? 'none')).toBe(false);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'goes by buildx where the client has it',
    () =>
      withDocker({}, async ({ docker, run }) => {
        const { exitCode } = await run({ 'wait-for': 'none' }, { FAKE_BUILDX: '1' });
        expect(exitCode).toBe(0);
        expect((await docker.calls())[1]).toMatch(/^buildx build .*--metadata-file/);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'what Docker prints stands between ::stop-commands:: and its end',
    () =>
      withDocker({}, async ({ run }) => {
        const { output } = await run({ 'wait-for': 'none' });
        expect(output).toContain('::error::from the build'.replace('::', ': :'));
        expect(output).toMatch(/^::stop-commands::[0-9a-f-]{36}$/m);
        const commands = commandsIn(output).filter((line) => !/^::(?:group|endgroup|add-mask|debug)/.test(line));
        expect(commands).toEqual([]);
      }),
    LIMIT_MS,
  );

  const container = (name: string) => ({
    name,
    image: `registry.example.com/${name}:v1`,
    essential: name === 'app',
    ...(name === 'app' ? { portMappings: [{ containerPort: 8080 }] } : {}),
  });
  const three = { stack: { definition: { containerDefinitions: ['app', 'worker', 'proxy'].map(container) } } };
  const imagesIn = (rig: Rig): readonly string[] =>
    (rig.body('web:2')['containerDefinitions'] as { image: string }[]).map(({ image }) => image);
  const [app, worker, proxy] = ['app', 'worker', 'proxy'].map((name) => container(name).image);

  test.concurrent.each([
    ['app=built\nworker=built', true, true],
    ['worker=built', false, true],
    ['', true, false],
  ])(
    'goes to the containers that `images` names as `built`: %j',
    (images, toApp, toWorker) =>
      withDocker(three, async ({ rig, digest, run }) => {
        const { exitCode } = await run({ images, 'wait-for': 'none' });
        expect(exitCode).toBe(0);
        const built = `${ECR}@${digest}`;
        expect(imagesIn(rig)).toEqual([toApp ? built : app, toWorker ? built : worker, proxy]);
      }),
    LIMIT_MS,
  );

  const IMMUTABLE = `tag invalid: The image tag '${SHA}' already exists and cannot be overwritten because the tag is immutable.`;

  test.concurrent(
    'of a commit that another run pushed meanwhile, with other content: red, since its tag cannot be moved',
    () =>
      withDocker(three, async ({ rig, run }) => {
        await putImage(rig, SHA, 'earlier');
        await rig.forget();
        const { exitCode, output } = await run({ images: 'worker=built' }, { FAKE_PUSH: IMMUTABLE });
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toContain('another run gave the tag to sha256:');
        expect(await rig.writes()).toEqual([]);
      }),
    LIMIT_MS,
  );
});

interface Fails {
  readonly name: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly fake?: Readonly<Record<string, string>>;
  readonly rig?: RigOptions;
  readonly says: readonly string[];
  readonly calls: readonly RegExp[];
}

const fails: readonly Fails[] = [
  {
    name: 'the build fails: its instruction and last lines',
    fake: { FAKE_BUILD: '7' },
    says: ['Could not build the image', 'RUN make', 'docker build` on your machine fails in the same way'],
    calls: [/^login/, /^build/],
  },
  {
    name: 'the push is denied: the statement to add',
    fake: { FAKE_PUSH: 'denied: User: arn:aws:sts::123456789012:assumed-role/deploy is not authorized to perform' },
    says: ['Could not push the image', '"ecr:PutImage"', '"ecr:GetAuthorizationToken"', 'repository/shop-web'],
    calls: [/^login/, /^build/, /^push/],
  },
  {
    name: 'no Dockerfile',
    rig: { files: {} },
    says: ['Could not find the Dockerfile', "Set 'file'"],
    calls: [],
  },
  {
    name: 'no context',
    inputs: { context: 'nowhere' },
    says: ['Could not find the build context', "Set 'context'"],
    calls: [],
  },
  {
    name: 'no engine',
    fake: { FAKE_NO_ENGINE: '1' },
    says: ['no Docker engine answers', 'Cannot connect to the Docker daemon', "give 'image' instead"],
    calls: [],
  },
  {
    name: 'no Docker client',
    fake: { PATH: '/nonexistent' },
    says: ['there is no docker on the PATH'],
    calls: [],
  },
  {
    name: 'no such repository: before the build',
    inputs: { repository: 'shop-wbe' },
    says: ['aws ecr create-repository --repository-name shop-wbe'],
    calls: [],
  },
  {
    name: 'the log-in token is denied',
    rig: { faults: [{ operation: 'GetAuthorizationToken', kind: 'denied' }] },
    says: ['"ecr:GetAuthorizationToken"'],
    calls: [],
  },
];

describe('red, and no revision is registered', () => {
  test.concurrent.each(fails)(
    '$name',
    ({ inputs = {}, fake = {}, rig: options = {}, says, calls }) =>
      withDocker(options, async ({ rig, docker, run }) => {
        const { exitCode, output, postOutput } = await run(inputs, fake);
        expect(exitCode).toBe(1);
        for (const words of says) expect(errorsOf(output)).toContain(words);
        const made = await docker.calls();
        expect(made).toHaveLength(calls.length);
        for (const [index, pattern] of calls.entries()) expect(made[index]).toMatch(pattern);
        expect(await rig.writes()).toEqual([]);
        expect(postOutput).toBe('');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'a build error that looks like a command stays text in the annotation',
    () =>
      withDocker({}, async ({ run }) => {
        const { output } = await run({}, { FAKE_BUILD: '1' });
        expect(annotations('error', output)).toHaveLength(1);
        expect(errorsOf(output)).toContain('::error::from the build');
      }),
    LIMIT_MS,
  );
});

describe('cancelled or killed during the build', () => {
  /** Sends the signal when the build hangs. */
  const during = (signal: NodeJS.Signals): Run => {
    let child: ChildProcess | null = null;
    return {
      onStart: (started) => {
        child = started;
      },
      onOutput: (text) => {
        if (text.includes('hanging')) child?.kill(signal);
      },
    };
  };

  test.concurrent(
    'SIGINT ends the build, removes the log-in, and starts nothing',
    () =>
      withDocker({}, async ({ rig, docker, run }) => {
        const temp = join(docker.folder, 'temp');
        await writeFiles(temp, { '.keep': '' });
        const { exitCode, output, postOutput } = await run(
          {},
          { FAKE_HANG: '1', RUNNER_TEMP: temp },
          { ...during('SIGINT'), post: false },
        );
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toContain('No deployment was started');
        expect(postOutput).toBe('');
        expect(await readdir(temp)).toEqual(['.keep']);
        expect(isAlive(Number(await docker.noted('pid')))).toBe(false);
        expect(await rig.writes()).toEqual([]);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'SIGKILL leaves the log-in behind, and post removes it',
    () =>
      withDocker({}, async ({ rig, docker, run }) => {
        const temp = join(docker.folder, 'temp');
        await writeFiles(temp, { '.keep': '' });
        const fake = { FAKE_HANG: '1', RUNNER_TEMP: temp };
        const killed = await run({}, fake, { ...during('SIGKILL'), post: false });
        endProcess(await docker.noted('pid'));
        expect(killed.exitCode).toBeNull();
        const left = (await readdir(temp)).filter((name) => name !== '.keep');
        expect(left).toHaveLength(1);
        expect(killed.state['docker-config']).toBe(join(temp, left[0] ?? ''));
        const again = await run({}, fake, during('SIGKILL'));
        endProcess(await docker.noted('pid'));
        expect(again.postExitCode).toBe(0);
        expect((await readdir(temp)).filter((name) => name !== '.keep')).toEqual(left);
        expect(await rig.writes()).toEqual([]);
      }),
    LIMIT_MS,
  );
});

/** Not the process group of the test, which an empty id would mean. */
function endProcess(noted: string): void {
  const pid = Number(noted);
  if (!(pid > 1)) throw new Error('the build never began');
  process.kill(pid);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
