/** One emulated account and a repository whose workflows run against it; a stand-in builds the images. */
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { GetDeploymentCommand } from '@aws-sdk/client-codedeploy';
import { services } from '../../../sandbox/protocol/services.ts';
import { awsEnvironment } from '../../../scripts/rehearsal/clients.ts';
import { runWorkflow } from '../../../scripts/runner/workflow/run-workflow.ts';
import { type Event } from '../../../scripts/runner/workflow/triggers.ts';
import { type RoleRequest, type WorkflowRun, type World } from '../../../scripts/runner/workflow/world.ts';
import { putImage, type Rig, type RigOptions, withRig, writeFiles } from '../../e2e/rig.ts';

/** The time that several runs in a row may take on a busy machine. */
export const LIMIT_MS = 240_000;

export const ROLE = 'arn:aws:iam::123456789012:role/deploy';
export const PLAN_ROLE = 'arn:aws:iam::123456789012:role/plan';
export const PUSH: Event = { name: 'push', branch: 'main' };

/** No buildx; a push puts nothing there: the image is put there by `commit`. */
const CLIENT = `#!/bin/sh
case "$1" in
  version) echo 28.0.0 ;;
  buildx|--debug) echo "docker: 'buildx' is not a docker command." >&2; exit 1 ;;
  push) echo "tag: digest: $FAKE_DIGEST size: 528" ;;
esac
`;

/** A commit on main, and the image that its build makes. */
export interface Commit {
  readonly sha: string;
  readonly digest: string;
  /** A tag that someone has given that image. */
  readonly tag: string;
}

export interface Stage {
  readonly rig: Rig;
  /** The roles that were asked for, oldest first. */
  readonly roles: readonly RoleRequest[];
  /** Commits other content, from which the next runs start. */
  readonly commit: (tag: string) => Promise<Commit>;
  readonly run: (file: string, event: Event, more?: Partial<World>) => Promise<WorkflowRun>;
  /** Commits, deploys with deploy.yml, and waits until the deployment is over. */
  readonly deployed: (tag: string) => Promise<Commit>;
  /** Resolves when the deployment has this status. */
  readonly reached: (deploymentId: string, status: string) => Promise<void>;
}

export const example = (name: string): string => resolve(import.meta.dirname, '../../../examples/workflows', name);

/** What was called, as IAM names it. */
export async function actionsCalled({ rig }: Stage): Promise<readonly string[]> {
  const calls = (await rig.callRecords()).map(
    ({ service, operation }) => `${services.find(({ name }) => name === service)?.iamPrefix ?? '?'}:${operation}`,
  );
  return [...new Set(calls)];
}

/** What docs/permissions.md lets a role do that only plans. */
export function planActions(): ReadonlySet<string> {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/permissions.md'), 'utf8');
  const policy = /## A role that only plans.*?```json\n(.*?)```/s.exec(page)?.[1] ?? '';
  const { Statement } = JSON.parse(policy) as { Statement: readonly { readonly Action: string | readonly string[] }[] };
  return new Set(Statement.flatMap(({ Action }) => Action));
}

export async function onStage(options: RigOptions, work: (stage: Stage) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'docker-'));
  try {
    await writeFiles(folder, { docker: CLIENT });
    await chmod(join(folder, 'docker'), 0o755);
    await withRig({ files: { Dockerfile: 'FROM scratch\nCOPY app /\n' }, ...options }, (rig) =>
      work(stageOf(rig, `${folder}:${process.env['PATH'] ?? ''}`)),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function stageOf(rig: Rig, PATH: string): Stage {
  const roles: RoleRequest[] = [];
  let runs = 0;
  let last: Commit = { sha: '0'.repeat(40), digest: '', tag: '' };
  const assume = (request: RoleRequest): Readonly<Record<string, string>> => {
    roles.push(request);
    return awsEnvironment(rig.url, request.region);
  };
  const run: Stage['run'] = (file, event, more = {}) => {
    runs += 1;
    return runWorkflow(file, {
      event,
      repositoryFolder: rig.workspace,
      vars: { AWS_ROLE_ARN: ROLE, AWS_PLAN_ROLE_ARN: PLAN_ROLE, AWS_REGION: 'eu-west-1' },
      environments: { production: {}, 'production-candidate': {}, 'production-operator': {}, 'staging-operator': {} },
      assume,
      facts: { sha: last.sha, runId: String(7_000_000_000 + runs) },
      env: { PATH, FAKE_DIGEST: last.digest },
      inputs: { 'wait-max-delay-seconds': '1' },
      ...more,
    });
  };
  const commit: Stage['commit'] = async (tag) => {
    await writeFiles(rig.workspace, { app: tag });
    const sha = tag.charCodeAt(0).toString(16).repeat(20);
    last = { sha, tag, digest: await putImage(rig, tag) };
    return last;
  };
  const reached: Stage['reached'] = async (deploymentId, status) => {
    for (;;) {
      const { deploymentInfo } = await rig.clients.codedeploy.send(new GetDeploymentCommand({ deploymentId }));
      if (deploymentInfo?.status === status) return;
      await sleep(20);
    }
  };
  const deployed: Stage['deployed'] = async (tag) => {
    const made = await commit(tag);
    const { result, jobs } = await run(example('deploy.yml'), PUSH);
    const step = jobs['deploy']?.steps.at(-1);
    if (result !== 'success') throw new Error(`the deployment of ${tag}: ${step?.output ?? 'no step ran'}`);
    await reached(step?.outputs['codedeploy-deployment-id'] ?? '', 'Succeeded');
    await rig.steady();
    return made;
  };
  return { rig, roles, commit, run, deployed, reached };
}
