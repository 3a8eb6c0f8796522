/** The service and the roles of the templates, launched with IAM enforced, and the built step as a job with a role runs it. */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UpdateDeploymentGroupCommand } from '@aws-sdk/client-codedeploy';
import { AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { clearJournal, type Entry, journalOf } from '../../sandbox/iam/journal.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { type Settings } from '../../sandbox/settings.ts';
import { type Role } from '../../sandbox/world/iam.ts';
import { clientsFor, type Clients } from '../../scripts/rehearsal/clients.ts';
import { tokenOf } from '../../scripts/rehearsal/identity.ts';
import { launch, type Outputs, readTemplateFile } from '../../scripts/rehearsal/launch.ts';
import { putManifest } from '../../scripts/rehearsal/manifest.ts';
import { type ActionResult, runAction } from '../../scripts/runner/run-action.ts';

/** No buildx; a push puts nothing there: the image is put there beforehand. */
const DOCKER = `#!/bin/sh
case "$1" in
  version) echo 28.0.0 ;;
  buildx|--debug) echo "docker: 'buildx' is not a docker command." >&2; exit 1 ;;
  push) echo "tag: digest: $FAKE_DIGEST size: 528" ;;
esac
`;

const REPOSITORY = { repository: 'example/shop', ownerId: '1001', repositoryId: '2002', immutable: true };
export const HOOK = 'arn:aws:lambda:eu-west-1:123456789012:function:check';
export const SECRET = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf';
export const PARAMETER = 'arn:aws:ssm:eu-west-1:123456789012:parameter/shop/key';
/** Beside what a trial needs: all that the roles can be given, and shifts without waits. */
const SERVICE = {
  Name: 'shop',
  VpcId: 'vpc-0123456789abcdef0',
  Subnets: 'subnet-0123456789abcdef0,subnet-0123456789abcdef1',
  TrafficShift: 'CodeDeployDefault.ECSAllAtOnce',
  TestListenerCidr: '10.0.0.0/8',
  TerminationWaitMinutes: '0',
  HookFunctionArns: HOOK,
  NotificationEmail: 'team@example.com',
  SecretArns: `${SECRET},${PARAMETER}`,
};
const ROLES = {
  ServiceStack: 'shop',
  Repository: REPOSITORY.repository,
  OwnerId: REPOSITORY.ownerId,
  RepositoryId: REPOSITORY.repositoryId,
  RunTask: 'true',
  TaskLog: 'true',
  Tags: 'true',
  ScanFindings: 'true',
  AlarmOverride: 'true',
  // Of the sandbox's time, which runs ahead.
  MaxSessionDuration: '43200',
};

export type Who = 'plan' | 'deploy' | 'operator';
const jobs = {
  plan: { output: 'PlanRoleArn', context: 'pull_request' },
  deploy: { output: 'DeployRoleArn', context: 'environment:production' },
  operator: { output: 'OperatorRoleArn', context: 'environment:production-operator' },
} as const satisfies Record<Who, object>;

export interface Stage {
  readonly url: string;
  readonly clients: Clients;
  readonly service: Outputs;
  readonly roles: Outputs;
  /** The checked-out repository. */
  readonly folder: string;
  /** Minutes of the group's wait for a promotion, 0 without. */
  ready(minutes: number): Promise<void>;
  /** Runs the step with that role; each time with another content of the image. */
  run(who: Who, inputs: Readonly<Record<string, string>>): Promise<ActionResult>;
  /** By the role's ARN, or by a part of its name. */
  role(name: string): Role;
  /** What IAM was asked since the last look. */
  asked(): readonly Entry[];
  settings(patch: Partial<Settings>): void;
  close(): Promise<void>;
}

export async function launchRoles(speed = 200): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'roles-'));
  await writeFile(join(folder, 'docker'), DOCKER);
  await chmod(join(folder, 'docker'), 0o755);
  const { url, sandbox, close } = await startSandbox({ speed, registry: 'none', enforceIam: true });
  const clients = clientsFor(url);
  const made = async (file: string, stackName: string, parameters: Outputs): Promise<Outputs> =>
    launch(clients.cloudformation, { stackName, template: await readTemplateFile(file), parameters });
  const service = await made('service.yml', 'shop', SERVICE);
  const roles = await made('github-oidc.yml', 'shop-roles', ROLES);
  const { world, clock } = sandbox;
  let runs = 0;
  return {
    url,
    clients,
    service,
    roles,
    folder,
    async ready(minutes) {
      const deploymentReadyOption =
        minutes === 0
          ? ({ actionOnTimeout: 'CONTINUE_DEPLOYMENT' } as const)
          : ({ actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: minutes } as const);
      await clients.codedeploy.send(
        new UpdateDeploymentGroupCommand({
          applicationName: service['Application'],
          currentDeploymentGroupName: service['DeploymentGroup'],
          blueGreenDeploymentConfiguration: { deploymentReadyOption },
        }),
      );
    },
    async run(who, inputs) {
      runs += 1;
      const { output, context } = jobs[who];
      const token = tokenOf({ ...REPOSITORY, context }, clock.now());
      const digest = await putManifest(clients.ecr, service['Repository'] ?? '', `run-${runs}`);
      await writeFile(join(folder, 'Dockerfile'), `FROM scratch\nLABEL run=${runs}\n`);
      return runAction({
        inputs: {
          cluster: service['Cluster'] ?? '',
          service: service['Service'] ?? '',
          'wait-max-delay-seconds': '1',
          ...inputs,
        },
        env: {
          ...(await credentials(url, roles[output] ?? '', token)),
          PATH: `${folder}:${process.env['PATH'] ?? ''}`,
          FAKE_DIGEST: digest,
        },
        workspace: folder,
        post: false,
      });
    },
    role(name) {
      const found = [...world.iam.roles.values()].find((role) => role.name.includes(name));
      if (!found) throw new Error(`There is no role ${name}.`);
      return found;
    },
    asked() {
      const entries = journalOf(world);
      clearJournal(world);
      return entries;
    },
    settings(patch) {
      Object.assign(sandbox.settings, patch);
    },
    async close() {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function credentials(endpoint: string, role: string, token: string): Promise<Record<string, string>> {
  const sts = new STSClient({ endpoint, region: 'eu-west-1', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } });
  const request = { RoleArn: role, RoleSessionName: 'job', WebIdentityToken: token, DurationSeconds: 43_200 };
  const { Credentials: given } = await sts.send(new AssumeRoleWithWebIdentityCommand(request));
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: given?.AccessKeyId ?? '',
    AWS_SECRET_ACCESS_KEY: given?.SecretAccessKey ?? '',
    AWS_SESSION_TOKEN: given?.SessionToken ?? '',
  };
}
