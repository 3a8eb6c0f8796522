import { parse } from 'yaml';

import { type CapacityProvider, type NetworkConfiguration } from '../world/ecs.ts';
import { Fault } from './fault.ts';

export const hookEvents = [
  'BeforeInstall',
  'AfterInstall',
  'AfterAllowTestTraffic',
  'BeforeAllowTraffic',
  'AfterAllowTraffic',
] as const;

export interface AppSpec {
  readonly taskDefinition: string;
  readonly containerName: string;
  readonly containerPort: number;
  readonly platformVersion: string | null;
  readonly network: NetworkConfiguration | null;
  readonly capacityProviders: readonly CapacityProvider[] | null;
  /** Lambda function names or ARNs by lifecycle event. */
  readonly hooks: ReadonlyMap<string, string>;
}

function refuse(reason: string): never {
  throw new Fault(
    'INVALID_REVISION',
    `The deployment failed because the AppSpec file that specifies the deployment configuration is missing or has an invalid configuration. ${reason}`,
  );
}

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member by its name in any case: AWS's own pages write `Resources` and `resources`. */
function member(value: unknown, name: string): unknown {
  if (!isMapping(value)) return undefined;
  const key = Object.keys(value).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : value[key];
}

function text(value: unknown, where: string): string {
  if (typeof value !== 'string' || value === '') return refuse(`${where} must be a string that is not empty.`);
  return value;
}

function texts(value: unknown, where: string): string[] {
  if (!Array.isArray(value)) return refuse(`${where} must be a list.`);
  return value.map((item: unknown) => text(item, where));
}

function document(content: string): unknown {
  try {
    // Warnings would go to the process's own output.
    return parse(content, { logLevel: 'error' });
  } catch {
    return refuse('The input AppSpec file is a not well-formed yaml. The template cannot be parsed.');
  }
}

function properties(spec: unknown): unknown {
  const listed = member(spec, 'Resources');
  if (!Array.isArray(listed)) return refuse('Resources must be a list.');
  const resources: unknown[] = listed.flatMap((item: unknown) => (isMapping(item) ? Object.values(item) : [item]));
  if (resources.length !== 1) return refuse('Exactly one target service must be specified.');
  const type = member(resources[0], 'Type');
  if (type !== 'AWS::ECS::Service') return refuse('The resource must have the Type AWS::ECS::Service.');
  return member(resources[0], 'Properties');
}

function network(value: unknown): NetworkConfiguration | null {
  if (value === undefined || value === null) return null;
  const vpc = member(value, 'AwsvpcConfiguration');
  const assignPublicIp = member(vpc, 'AssignPublicIp');
  if (assignPublicIp !== 'ENABLED' && assignPublicIp !== 'DISABLED') {
    return refuse('AssignPublicIp must be ENABLED or DISABLED; Subnets, SecurityGroups and it go together.');
  }
  return {
    awsvpcConfiguration: {
      subnets: texts(member(vpc, 'Subnets'), 'Subnets'),
      securityGroups: texts(member(vpc, 'SecurityGroups'), 'SecurityGroups'),
      assignPublicIp,
    },
  };
}

function count(value: unknown, where: string, most: number): number {
  const number = value ?? 0;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 0 || number > most) {
    return refuse(`${where} must be a whole number from 0 to ${most}.`);
  }
  return number;
}

function capacityProviders(value: unknown): CapacityProvider[] | null {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value)) return refuse('CapacityProviderStrategy must be a list.');
  return value.map((item: unknown) => ({
    capacityProvider: text(member(item, 'CapacityProvider'), 'CapacityProvider'),
    weight: count(member(item, 'Weight'), 'Weight', 1_000),
    base: count(member(item, 'Base'), 'Base', 100_000),
  }));
}

function hooks(value: unknown): Map<string, string> {
  if (value === undefined || value === null) return new Map();
  if (!Array.isArray(value)) return refuse('Hooks must be a list.');
  const entries = value.flatMap((item: unknown) =>
    isMapping(item) ? Object.entries(item) : refuse('A hook must be a mapping.'),
  );
  return new Map(
    entries.map(([name, lambda]) => {
      const event = hookEvents.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
      return [event ?? refuse(`${JSON.stringify(name)} is no lifecycle event that takes a hook.`), text(lambda, name)];
    }),
  );
}

/**
 * Reads an AppSpec file for ECS, YAML or JSON, keys in any case (CodeDeploy User Guide: AppSpec 'resources' and 'hooks').
 * Throws a `Fault` INVALID_REVISION that says what is wrong.
 */
export function parseAppSpec(content: string): AppSpec {
  const spec = document(content);
  const version = member(spec, 'version');
  if (version !== 0 && version !== '0.0') return refuse('The version must be 0.0.');
  const service = properties(spec);
  const balancer = member(service, 'LoadBalancerInfo');
  const port = member(balancer, 'ContainerPort');
  if (typeof port !== 'number' || !Number.isInteger(port)) return refuse('ContainerPort must be a number.');
  const platform = member(service, 'PlatformVersion');
  const taskDefinition = text(member(service, 'TaskDefinition'), 'TaskDefinition');
  if (!/^arn:.+:task-definition\/.+$/.test(taskDefinition)) return refuse('TaskDefinition must be an ARN.');
  return {
    taskDefinition,
    containerName: text(member(balancer, 'ContainerName'), 'ContainerName'),
    containerPort: port,
    platformVersion: platform === undefined || platform === null ? null : text(platform, 'PlatformVersion'),
    network: network(member(service, 'NetworkConfiguration')),
    capacityProviders: capacityProviders(member(service, 'CapacityProviderStrategy')),
    hooks: hooks(member(spec, 'Hooks')),
  };
}
