import { createHash } from 'node:crypto';
import { elementsOf, isObject, type Json, type JsonObject } from '../json.ts';
import { type AppSpec, type AppSpecService, type AppSpecSource } from './appspec.ts';
import { findKey, setKey } from './keys.ts';

/**
 * The AppSpec that deploys `taskDefinitionArn`: JSON, the same text for the same input, with the SHA-256 of exactly
 * that text. From a file, only TaskDefinition is replaced (under the spelling that the file has); everything else stays.
 */
export function renderAppSpec(source: AppSpecSource, taskDefinitionArn: string): AppSpec {
  const document =
    source.kind === 'file'
      ? withTaskDefinition(source.document, taskDefinitionArn)
      : fromService(source.service, taskDefinitionArn);
  const content = JSON.stringify(document);
  return { content, sha256: createHash('sha256').update(content, 'utf8').digest('hex') };
}

function withTaskDefinition(document: JsonObject, arn: string): JsonObject {
  const resources = elementsOf(findKey(document, 'Resources')?.value).map((entry): Json => {
    if (!isObject(entry)) return entry;
    return Object.fromEntries(Object.entries(entry).map(([name, resource]) => [name, inResource(resource, arn)]));
  });
  return setKey(document, 'Resources', resources);
}

function inResource(resource: Json, arn: string): Json {
  const properties = findKey(resource, 'Properties')?.value;
  if (!isObject(resource) || !isObject(properties)) return resource;
  return setKey(resource, 'Properties', setKey(properties, 'TaskDefinition', arn));
}

/**
 * CodeDeploy takes the capacity provider away from a service whose AppSpec names none, so it is always named where the
 * task set has one. The launch type has no place in an AppSpec.
 */
function fromService(service: AppSpecService, arn: string): JsonObject {
  const { containerName, containerPort, platformVersion, network, capacityProviders, hooks } = service;
  const Properties: JsonObject = {
    TaskDefinition: arn,
    LoadBalancerInfo: { ContainerName: containerName, ContainerPort: containerPort },
    ...(platformVersion === null ? {} : { PlatformVersion: platformVersion }),
    ...(network === null ? {} : { NetworkConfiguration: network }),
    ...(capacityProviders === null ? {} : { CapacityProviderStrategy: capacityProviders }),
  };
  return {
    version: 0.0,
    Resources: [{ TargetService: { Type: 'AWS::ECS::Service', Properties } }],
    ...(hooks.length === 0 ? {} : { Hooks: hooks.map(([event, fn]) => ({ [event]: fn })) }),
  };
}
