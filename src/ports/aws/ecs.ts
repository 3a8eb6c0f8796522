import {
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  DescribeTasksCommand,
  ECSClient,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  type Task,
} from '@aws-sdk/client-ecs';
import { isObject, type JsonObject } from '../../json.ts';
import { type DescribedTaskDefinition, type EcsPort } from './aws.ts';
import { clientConfig, type ClientSettings } from './config.ts';
import { taskPort } from './ecs-tasks.ts';
import { keepRaw, sendRaw } from './raw.ts';
import { send } from './send.ts';

export function ecsPort(settings: ClientSettings): EcsPort {
  const client = new ECSClient(clientConfig(settings));
  return {
    async describeService(cluster, service) {
      const call = { service: 'ecs', operation: 'DescribeServices', on: `${cluster}/${service}` };
      const command = new DescribeServicesCommand({ cluster, services: [service], include: ['TAGS'] });
      const answer = await send(call, () => client.send(command));
      return answer.services?.[0] ?? null;
    },
    describeTaskDefinition: (reference) => describeTaskDefinition(client, reference),
    registerTaskDefinition: (body) => registerTaskDefinition(client, body),
    stoppedTasks: (cluster, service, limit) => stoppedTasks(client, cluster, service, limit),
    ...taskPort(client),
  };
}

/** When the credentials of the step end, as far as they tell: an access key has no end, and not all sources tell theirs. */
export async function credentialsEnd(): Promise<number | null> {
  const { expiration } = await new ECSClient({}).config.credentials();
  return expiration?.getTime() ?? null;
}

/** The region where no setting names one: AWS_REGION, else the shared configuration's. Rejects where neither does. */
export async function findRegion(): Promise<string> {
  return new ECSClient({}).config.region();
}

async function describeTaskDefinition(client: ECSClient, reference: string): Promise<DescribedTaskDefinition> {
  const call = { service: 'ecs', operation: 'DescribeTaskDefinition', on: reference };
  const command = new DescribeTaskDefinitionCommand({ taskDefinition: reference, include: ['TAGS'] });
  const raw = keepRaw(command);
  return send(call, async () => {
    const answer = await client.send(command);
    const definition = raw()['taskDefinition'];
    if (!isObject(definition)) throw new Error('the answer holds no task definition');
    return { arn: answer.taskDefinition?.taskDefinitionArn ?? reference, definition, tags: answer.tags ?? [] };
  });
}

async function registerTaskDefinition(client: ECSClient, body: JsonObject): Promise<{ readonly arn: string }> {
  const family = typeof body['family'] === 'string' ? body['family'] : '';
  const call = { service: 'ecs', operation: 'RegisterTaskDefinition', on: family };
  const command = new RegisterTaskDefinitionCommand({ family, containerDefinitions: [] });
  sendRaw(command, body);
  return send(call, async () => {
    const arn = (await client.send(command)).taskDefinition?.taskDefinitionArn;
    if (arn === undefined) throw new Error('the answer names no task definition');
    return { arn };
  });
}

/** ECS API: ListTasks and DescribeTasks take at most 100. */
const PAGE = 100;

async function stoppedTasks(client: ECSClient, cluster: string, serviceName: string, limit: number): Promise<Task[]> {
  const on = `${cluster}/${serviceName}`;
  const found: Task[] = [];
  let nextToken: string | undefined;
  do {
    const maxResults = Math.min(PAGE, limit - found.length);
    const list = new ListTasksCommand({ cluster, serviceName, desiredStatus: 'STOPPED', maxResults, nextToken });
    const listed = await send({ service: 'ecs', operation: 'ListTasks', on }, () => client.send(list));
    const tasks = listed.taskArns ?? [];
    if (tasks.length === 0) break;
    const describe = new DescribeTasksCommand({ cluster, tasks });
    const described = await send({ service: 'ecs', operation: 'DescribeTasks', on }, () => client.send(describe));
    found.push(...(described.tasks ?? []));
    nextToken = listed.nextToken;
  } while (nextToken !== undefined && nextToken !== '' && found.length < limit);
  return found.toSorted((a, b) => (b.stoppedAt?.getTime() ?? 0) - (a.stoppedAt?.getTime() ?? 0));
}
