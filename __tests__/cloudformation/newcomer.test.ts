/**
 * From nothing to the first deployment by what the stacks say alone: the workflow of their outputs, run as GitHub would,
 * with the roles of their outputs, and IAM enforced.
 */
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type RunningSandbox, startSandbox } from '../../sandbox/server.ts';
import { type DemoWorld, launchWorld, REPOSITORY } from '../../scripts/demo/world.ts';
import { clientsFor, type Clients } from '../../scripts/rehearsal/clients.ts';
import { assumeRole, tokenOf } from '../../scripts/rehearsal/identity.ts';
import { readLive } from '../../scripts/rehearsal/live.ts';
import { putManifest } from '../../scripts/rehearsal/manifest.ts';
import { runWorkflow } from '../../scripts/runner/workflow/run-workflow.ts';
import { type RoleRequest, type WorkflowRun } from '../../scripts/runner/workflow/world.ts';

const run = promisify(execFile);
const LIMIT_MS = 120_000;
/** No buildx; a push puts nothing there: the image is put there beforehand. */
const DOCKER = `#!/bin/sh
case "$1" in
  version) echo 28.0.0 ;;
  buildx|--debug) echo "docker: 'buildx' is not a docker command." >&2; exit 1 ;;
  push) echo "tag: digest: $FAKE_DIGEST size: 528" ;;
esac
`;

let sandbox: RunningSandbox;
let clients: Clients;
let world: DemoWorld;
let folder: string;
let PATH: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'newcomer-'));
  PATH = `${folder}:${process.env['PATH'] ?? ''}`;
  for (const [name, text] of Object.entries({ docker: DOCKER, gh: GH })) {
    await writeFile(join(folder, name), text);
    await chmod(join(folder, name), 0o755);
  }
  await writeFile(join(folder, 'Dockerfile'), 'FROM scratch\nCOPY docker /\n');
  sandbox = await startSandbox({ speed: 200, registry: 'none', enforceIam: true });
  clients = clientsFor(sandbox.url);
  world = await launchWorld(clients, { endpoint: sandbox.url, now }, () => undefined, new AbortController().signal);
}, LIMIT_MS);

afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true, force: true });
});

/** Of the account: it runs faster than the machine's. */
const now = (): number => sandbox.sandbox.clock.now();

/** What stands in for GitHub's own program: `gh variable set NAME --body VALUE [--env ENVIRONMENT]` notes what it is given. */
const GH = `#!/bin/sh
[ "$1 $2 $4" = "variable set --body" ] || exit 2
echo "\${7:-every} $3 $5" >>"\${0%/*}/variables"
`;

/** Pastes what the stack of the roles gives, and tells the variables of an environment, or of every one. */
async function variables(environment: string): Promise<Record<string, string>> {
  await rm(join(folder, 'variables'), { force: true });
  await run('sh', ['-euc', world.outputs.roles['Variables'] ?? 'exit 1'], { env: { PATH } });
  const lines = (await readFile(join(folder, 'variables'), 'utf8')).split('\n').map((line) => line.split(' '));
  return Object.fromEntries(
    lines.flatMap(([of, name = '', value = '']) => (of === environment ? [[name, value] as const] : [])),
  );
}

/** As aws-actions/configure-aws-credentials asks: by a token that names the environment of the job. */
const assume = ({ role, region, environment }: RoleRequest): Promise<Record<string, string>> =>
  assumeRole(sandbox.url, {
    role,
    region,
    token: tokenOf({ ...REPOSITORY, immutable: true, context: `environment:${environment ?? 'none'}` }, now()),
  });

async function pushed(digest: string): Promise<WorkflowRun> {
  const file = join(folder, 'deploy.yml');
  await writeFile(file, world.outputs.service['Workflow'] ?? '');
  return runWorkflow(file, {
    event: { name: 'push', branch: 'main' },
    repositoryFolder: folder,
    vars: await variables('every'),
    environments: { production: { vars: await variables('production') } },
    assume,
    env: { PATH, FAKE_DIGEST: digest },
    inputs: { 'wait-max-delay-seconds': '1' },
  });
}

test('a new service runs its placeholder, behind its listener', async () => {
  const live = await readLive(clients, world);
  expect(live).toMatchObject({ revision: 'shop:1', running: 2, traffic: { [live.targetGroup]: 100 } });
  expect(live.image).toMatch(/^public\.ecr\.aws\//);
});

test(
  'the first push takes production to its commit, without what belonged to the placeholder',
  async () => {
    const digest = await putManifest(clients.ecr, world.repository, 'first');
    const { result, jobs } = await pushed(digest);
    const output = Object.values(jobs)
      .flatMap(({ steps }) => steps.map((step) => step.output))
      .join('');
    expect(output).not.toMatch(/^::error/m);
    expect(result).toBe('success');
    const live = await readLive(clients, world);
    expect(live).toMatchObject({
      revision: 'shop:2',
      image: expect.stringContaining(digest),
      traffic: { [live.targetGroup]: 100 },
    });
    expect(output).toContain('ecs-blue-green.bootstrap');
  },
  LIMIT_MS,
);
