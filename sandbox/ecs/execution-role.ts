/**
 * What Fargate does under a task's execution role before its containers run: it pulls images, reads secrets and opens
 * log streams. Messages are AWS's as users publish them; how often it tries again is assumed.
 */
import { assumed, mayAs, type ServiceRole } from '../iam/act-as.ts';
import { repositoryArn } from '../iam/actions/ecr.ts';
import { logArn } from '../iam/actions/logs.ts';
import { type Denial, denialText } from '../iam/denial.ts';
import { arn } from '../ids.ts';
import { type JsonObject } from '../json.ts';
import { type LogTarget } from '../logs/awslogs.ts';
import { type Sandbox } from '../operation.ts';
import { registryHost } from '../registry/state.ts';
import { type World } from '../world/world.ts';
import { text } from './containers.ts';
import { definitionsOf, objects } from './describe-containers.ts';

/** The container that is named, and the `stoppedReason` of its task. */
export interface Broken {
  readonly container: string;
  readonly reason: string;
}

export interface Starting {
  /** The definition's body, as the task runs it. */
  readonly body: JsonObject;
  readonly taskArn: string;
  /** By container name. */
  readonly logs: ReadonlyMap<string, LogTarget>;
}

interface Need {
  readonly action: string;
  readonly resource: string;
  readonly container: string;
  readonly reason: (said: string) => string;
}

/** null: it may start. Always so where IAM is not enforced. */
export function mayStart(sandbox: Sandbox, starting: Starting): Broken | null {
  if (!sandbox.settings.enforceIam) return null;
  const [first = ''] = definitionsOf(starting.body).map((container) => text(container['name']));
  const taskRole = roleArn(sandbox.world, starting.body['taskRoleArn']);
  if (taskRole !== null) {
    const reason = untrusted(sandbox, starting, taskRole);
    if (reason !== null) return { container: first, reason };
  }
  const needs = needsOf(sandbox, starting);
  return needs.length === 0 ? null : held(sandbox, starting, needs, first);
}

function held(sandbox: Sandbox, starting: Starting, needs: readonly Need[], first: string): Broken | null {
  const executionRole = roleArn(sandbox.world, starting.body['executionRoleArn']);
  if (executionRole === null) {
    // AWS says so as the definition is registered already.
    const reason =
      'Fargate requires task definition to have execution role ARN to support ECR images, secrets and log driver awslogs.';
    return { container: first, reason };
  }
  const untrustedReason = untrusted(sandbox, starting, executionRole);
  if (untrustedReason !== null) return { container: first, reason: untrustedReason };
  for (const { action, resource, container, reason } of needs) {
    const denial = mayAs(sandbox, asTask(executionRole, starting), { action, resource });
    if (denial) return { container, reason: reason(said(denial)) };
  }
  return null;
}

/** Lines of a driver that may not send them are lost; the task goes on. */
export function mayWrite(sandbox: Sandbox, { body, taskArn, logs }: Starting): ReadonlyMap<string, LogTarget> {
  if (!sandbox.settings.enforceIam) return logs;
  const executionRole = roleArn(sandbox.world, body['executionRoleArn']) ?? '';
  const role = asTask(executionRole, { taskArn });
  const writable = [...logs].filter(([, { group, stream }]) => {
    const asked = { action: 'logs:PutLogEvents', resource: logArn(sandbox.world, group, stream) };
    return mayAs(sandbox, role, asked) === null;
  });
  return new Map(writable);
}

const said = (denial: Denial): string => `AccessDeniedException: ${denialText(denial)}`;

const asTask = (role: string, { taskArn }: Pick<Starting, 'taskArn'>): ServiceRole => ({
  roleArn: role,
  service: 'ecs-tasks.amazonaws.com',
  sessionName: taskArn.slice(taskArn.lastIndexOf('/') + 1),
  source: taskArn,
});

/** ECS API, RegisterTaskDefinition: a role's short name stands for its ARN. */
function roleArn({ partition, account }: World, given: unknown): string | null {
  if (typeof given !== 'string' || given === '') return null;
  return given.startsWith('arn:') ? given : `arn:${partition}:iam::${account}:role/${given}`;
}

function untrusted(sandbox: Sandbox, starting: Starting, role: string): string | null {
  if (assumed(sandbox, asTask(role, starting)) === null) return null;
  return (
    `ECS was unable to assume the role '${role}' that was provided for this task. Please verify that the role being ` +
    'passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.'
  );
}

function needsOf({ world }: Sandbox, { body, logs }: Starting): readonly Need[] {
  const definitions = definitionsOf(body);
  const pulls = definitions.flatMap((container) => pullsOf(world, text(container['name']), text(container['image'])));
  const secrets = definitions.flatMap((container) => secretsOf(world, container));
  const streams = [...logs].flatMap(([container, target]) => streamsOf(world, container, target));
  return [...pulls, ...secrets, ...streams];
}

const REGISTRY_AUTH =
  'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed';

/** Images of ECR; those of other registries are pulled without the role. */
function pullsOf(world: World, container: string, image: string): readonly Need[] {
  const host = image.slice(0, Math.max(0, image.indexOf('/')));
  const own = `${world.account}.dkr.ecr.${world.region}.amazonaws.com`;
  if (host === '' || (host !== own && host !== registryHost(world))) return [];
  const name = image.slice(host.length + 1).replace(/(?::[^:/@]*)?(?:@.*)?$/, '');
  const resource = repositoryArn(world, name);
  const refused = (denied: string): string =>
    `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${image}: ` +
    `unexpected status code 403 Forbidden - Server message: denied: ${denied}`;
  const actions = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchCheckLayerAvailability'];
  return [
    {
      action: 'ecr:GetAuthorizationToken',
      resource: '*',
      container,
      reason: (denied) =>
        `${REGISTRY_AUTH}: unable to retrieve ecr registry auth: service call has been retried 1 time(s): ${denied}`,
    },
    ...actions.map((action) => ({ action, resource, container, reason: refused })),
  ];
}

/** `valueFrom`: a secret's ARN, with a JSON key and a version behind it, or a parameter's name or ARN. */
function secretsOf(world: World, container: JsonObject): readonly Need[] {
  const secrets = objects(container['secrets']);
  return secrets.map((secret): Need => {
    const from = text(secret['valueFrom']);
    const [, , service, , , ...rest] = from.split(':');
    const isSecret = service === 'secretsmanager' && rest[0] === 'secret';
    const parameter = from.startsWith('arn:') ? from : arn(world, 'ssm', `parameter/${from.replace(/^\//, '')}`);
    return {
      action: isSecret ? 'secretsmanager:GetSecretValue' : 'ssm:GetParameters',
      resource: isSecret ? from.split(':').slice(0, 7).join(':') : parameter,
      container: text(container['name']),
      reason: (denied) =>
        `${REGISTRY_AUTH}: unable to retrieve secret${isSecret ? ' from asm' : 's from ssm'}: ` +
        `service call has been retried 1 time(s): ${denied}`,
    };
  });
}

function streamsOf(world: World, container: string, { group, stream, create }: LogTarget): readonly Need[] {
  const refused =
    (what: string) =>
    (denied: string): string =>
      'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: ' +
      `failed to create Cloudwatch log ${what}: ${denied} : exit status 1`;
  const makesGroup = create && !world.logs.groups.has(group);
  return [
    ...(makesGroup
      ? [{ action: 'logs:CreateLogGroup', resource: logArn(world, group), container, reason: refused('group') }]
      : []),
    { action: 'logs:CreateLogStream', resource: logArn(world, group, stream), container, reason: refused('stream') },
  ];
}
