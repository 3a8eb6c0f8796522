/** The service and the roles of the templates, launched with IAM enforced, and the built step as a job with a role runs it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateDeploymentCommand,
  StopDeploymentCommand,
  UpdateDeploymentGroupCommand,
} from '@aws-sdk/client-codedeploy';
import { PutImageCommand } from '@aws-sdk/client-ecr';
import { AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { clearJournal, type Entry, journalOf } from '../../sandbox/iam/journal.ts';
import { startSandbox } from '../../sandbox/server.ts';
import { type Sandbox } from '../../sandbox/operation.ts';
import { defaultSettings, type Settings } from '../../sandbox/settings.ts';
import { isOver } from '../../sandbox/lifecycle/table.ts';
import { type Deployment } from '../../sandbox/world/codedeploy.ts';
import { type Role } from '../../sandbox/world/iam.ts';
import { clientsFor, type Clients } from '../../scripts/rehearsal/clients.ts';
import { tokenOf } from '../../scripts/rehearsal/identity.ts';
import { launch, type Outputs, readTemplateFile } from '../../scripts/rehearsal/launch.ts';
import { putManifest } from '../../scripts/rehearsal/manifest.ts';
import { type ActionResult, type ActionRun, runAction } from '../../scripts/runner/run-action.ts';
import { openRegistry, putDocker } from './roles-registry.ts';

const REPOSITORY = { repository: 'example/shop', ownerId: '1001', repositoryId: '2002', immutable: true };
export const HOOK = 'arn:aws:lambda:eu-west-1:123456789012:function:check';
export const SECRET = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf';
export const PARAMETER = 'arn:aws:ssm:eu-west-1:123456789012:parameter/shop/key';
/** Beside what a trial needs: all that the roles can be given, and shifts without waits. */
const SERVICE = {
  Name: 'shop',
  VpcId: 'vpc-0123456789abcdef0',
  Subnets: 'subnet-0123456789abcdef0,subnet-0123456789abcdef1',
  TrafficShift: 'Linear',
  ShiftPercent: '50',
  ShiftMinutes: '1',
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
  run(who: Who, inputs: Readonly<Record<string, string>>, more?: Partial<ActionRun>): Promise<ActionResult>;
  /** An image for several platforms, as it was pushed some time; its URI. */
  index(): Promise<string>;
  /** By its logical id. */
  role(name: string): Role;
  /** What IAM was asked since the last look. */
  asked(): readonly Entry[];
  settings(patch: Partial<Settings>): void;
  /** Plays a fault of the control API. */
  fault(fault: { readonly operation: string; readonly kind: string; readonly times: number }): Promise<void>;
  /** CodeDeploy deploys anew what it deployed with a hook, past the step; how that ends. */
  deployAgain(): Promise<Deployment>;
  /** Ends what is in progress, and takes back what was set. */
  calm(): Promise<void>;
  readonly sandbox: Sandbox;
  close(): Promise<void>;
}

export async function launchRoles(speed = 200): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'roles-'));
  await putDocker(folder);
  const running = await startSandbox({ speed, registry: 'none', enforceIam: true });
  const { url, sandbox } = running;
  const registry = await openRegistry(sandbox);
  const clients = clientsFor(url);
  const launched = async (file: string, stackName: string, parameters: Outputs): Promise<Outputs> =>
    launch(clients.cloudformation, { stackName, template: await readTemplateFile(file), parameters });
  const service = await launched('service.yml', 'shop', SERVICE);
  const roles = await launched('github-oidc.yml', 'shop-roles', ROLES);
  const { world, clock } = sandbox;
  const files = taskFiles(service);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), JSON.stringify(text));
  const usual = { ...defaultSettings, ...sandbox.settings, ...SCANNED };
  Object.assign(sandbox.settings, usual);
  let runs = 0;
  const made: { index?: Promise<string> } = {};
  const stage: Stage = {
    sandbox,
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
    async run(who, inputs, more = {}) {
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
          FAKE_REGISTRY: registry.host,
        },
        workspace: folder,
        post: false,
        ...more,
      });
    },
    index: () => (made.index ??= putIndex(clients, service)),
    role(name) {
      const found = [...world.iam.roles.values()].find((role) => role.name.includes(`-${name}-`));
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
    async fault(fault) {
      await fetch(`${url}/_sandbox/faults`, { method: 'POST', body: JSON.stringify(fault) });
    },
    async deployAgain() {
      const last = [...world.codedeploy.deployments.values()].findLast(
        ({ status, revision }) => status === 'Succeeded' && revision.content.includes(HOOK),
      );
      const { deploymentId = '' } = await clients.codedeploy.send(
        new CreateDeploymentCommand({
          applicationName: service['Application'],
          deploymentGroupName: service['DeploymentGroup'],
          revision: {
            revisionType: 'AppSpecContent',
            appSpecContent: { content: last?.revision.content },
          },
        }),
      );
      const deployment = world.codedeploy.deployments.get(deploymentId);
      if (!deployment) throw new Error(`There is no deployment ${deploymentId}.`);
      while (!isOver(deployment.phase)) await sleep(10);
      return deployment;
    },
    async calm() {
      Object.assign(sandbox.settings, usual);
      await fetch(`${url}/_sandbox/faults`, { method: 'DELETE' });
      for (const { id, phase, creator } of world.codedeploy.deployments.values()) {
        if (creator !== 'user' || phase === 'RemoveBlue' || isOver(phase)) continue;
        await clients.codedeploy.send(new StopDeploymentCommand({ deploymentId: id, autoRollbackEnabled: true }));
      }
      const busy = () => [...world.codedeploy.deployments.values()].some(({ phase }) => !isOver(phase));
      while (busy()) await sleep(10);
      await stage.ready(0);
      clearJournal(world);
    },
    async close() {
      await running.close();
      registry.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return stage;
}

async function putIndex({ ecr }: Clients, service: Outputs): Promise<string> {
  const { Repository: repositoryName = '', RepositoryUri: uri = '' } = service;
  const digest = await putManifest(ecr, repositoryName, 'platform');
  const platform = { os: 'linux', architecture: 'amd64' };
  const one = { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest, size: 528, platform };
  const imageManifestMediaType = 'application/vnd.oci.image.index.v1+json';
  const imageManifest = JSON.stringify({ schemaVersion: 2, mediaType: imageManifestMediaType, manifests: [one] });
  await ecr.send(new PutImageCommand({ repositoryName, imageManifest, imageManifestMediaType, imageTag: 'index' }));
  return `${uri}:index`;
}

const SCANNED = { imageScans: { '*': { kind: 'basic', status: 'COMPLETE', findings: [] } } } as const;

/** A definition with tags, secrets and a log, and an AppSpec with a hook. */
const taskFiles = (service: Outputs) => ({
  'taskdef.json': {
    family: service['Family'],
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    taskRoleArn: service['TaskRoleArn'],
    executionRoleArn: service['ExecutionRoleArn'],
    tags: [{ key: 'team', value: 'shop' }],
    containerDefinitions: [
      {
        name: 'app',
        image: 'none',
        essential: true,
        portMappings: [{ containerPort: 8080 }],
        secrets: [
          { name: 'DB', valueFrom: SECRET },
          { name: 'KEY', valueFrom: PARAMETER },
        ],
        logConfiguration: {
          logDriver: 'awslogs',
          options: {
            'awslogs-group': service['LogGroup'],
            'awslogs-region': 'eu-west-1',
            'awslogs-stream-prefix': 'app',
          },
        },
      },
    ],
  },
  'appspec.json': {
    version: 0,
    Resources: [
      {
        TargetService: {
          Type: 'AWS::ECS::Service',
          Properties: {
            TaskDefinition: '<TASK_DEFINITION>',
            LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 8080 },
          },
        },
      },
    ],
    Hooks: [{ AfterInstall: HOOK }],
  },
});

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
