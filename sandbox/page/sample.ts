/** Deploys the sample's next version as any client would: RegisterTaskDefinition, then CreateDeployment, over the API. */
import { Invalid } from '../control/invalid.ts';
import { isObject, text } from '../ecs/containers.ts';
import { revisions } from '../ecs/task-definitions.ts';
import { type Json, type JsonObject } from '../json.ts';
import { type Sandbox } from '../operation.ts';
import { type Service } from '../world/ecs.ts';
import { catalogue, nextContainer } from './catalogue.ts';
import { groupOfService } from './service-view.ts';
import { type SampleView } from './view-types.ts';

/** Calls an operation of the sandbox over HTTP: `api('AmazonEC2…V20141113.RegisterTaskDefinition', input)`. Throws `Invalid`. */
export type Api = (target: string, input: JsonObject) => Promise<JsonObject>;

export interface SampleOrder {
  readonly service: Service;
  readonly sample: string;
  /** The group's own where it is null. */
  readonly config: string | null;
}

export interface SampleDeployed {
  readonly taskDefinitionArn: string;
  readonly deploymentId: string;
}

const ECS = 'AmazonEC2ContainerServiceV20141113';
const CODEDEPLOY = 'CodeDeploy_20141006';

export function apiOf(port: number): Api {
  return async (target, input) => {
    const answer = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target, authorization: 'sandbox page' },
      body: JSON.stringify(input),
    }).catch((cause: unknown) => {
      throw new Invalid(`${target.split('.').at(-1) ?? target} got no answer: ${String(cause)}.`, 502);
    });
    const parsed = (await answer.json().catch(() => null)) as Json; // JSON and nothing else comes out of it
    const body = isObject(parsed) ? parsed : {};
    if (answer.ok && isObject(parsed)) return body;
    const code = text(body['__type']) || `HTTP ${answer.status}`;
    const message = text(body['message']) || text(body['Message']) || 'the answer cannot be read';
    throw new Invalid(`${target.split('.').at(-1) ?? target} was answered with ${code}: ${message}`, 409);
  };
}

function sampleOf(id: string): SampleView {
  const found = catalogue.find((sample) => sample.id === id);
  if (found) return found;
  const known = catalogue.map((sample) => sample.id).join(', ');
  throw new Invalid(`sample must be one of ${known}; received ${id.slice(0, 100)}.`);
}

/** The next revision of what the service runs. The body in the world is as RegisterTaskDefinition took it. */
function nextRevision(sandbox: Sandbox, service: Service, sample: string, container: string): JsonObject {
  const current = sandbox.world.ecs.taskDefinitions.get(service.taskDefinition);
  const definitions = current?.body['containerDefinitions'];
  if (!current || !Array.isArray(definitions)) throw new Invalid(`${service.name} has no task definition.`, 409);
  // Named as the revision that it becomes: those in between may have failed.
  const newest = revisions(sandbox.world, current.family).at(-1) ?? current;
  const next = { sample, version: newest.revision + 1, kind: sandbox.runtime.kind };
  return {
    ...current.body,
    containerDefinitions: (definitions as readonly Json[]).map((each) =>
      isObject(each) && each['name'] === container ? nextContainer(each, next) : each,
    ),
  };
}

export async function deploySample(sandbox: Sandbox, api: Api, order: SampleOrder): Promise<SampleDeployed> {
  const { service, config } = order;
  const sample = sampleOf(order.sample);
  const group = groupOfService(sandbox, service);
  const primary = service.taskSets.find(({ status }) => status === 'PRIMARY');
  if (!group || !primary) {
    throw new Invalid(`No CodeDeploy deployment group deploys the service ${service.name}.`, 409);
  }
  const { containerName, containerPort } = primary.loadBalancer;
  const registered = await api(
    `${ECS}.RegisterTaskDefinition`,
    nextRevision(sandbox, service, sample.id, containerName),
  );
  const definition = registered['taskDefinition'];
  const arn = isObject(definition) ? text(definition['taskDefinitionArn']) : '';
  const properties = {
    TaskDefinition: arn,
    LoadBalancerInfo: { ContainerName: containerName, ContainerPort: containerPort },
  };
  const content = JSON.stringify({
    version: 0,
    Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties: properties } }],
  });
  const created = await api(`${CODEDEPLOY}.CreateDeployment`, {
    applicationName: group.application,
    deploymentGroupName: group.name,
    description: `From the page: ${sample.label}`,
    revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
    ...(config !== null && { deploymentConfigName: config }),
  });
  return { taskDefinitionArn: arn, deploymentId: text(created['deploymentId']) };
}
