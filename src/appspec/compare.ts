import { type TaskSet } from '@aws-sdk/client-ecs';
import { isList, isObject, type Json } from '../json.ts';
import { type AppSpecService } from './appspec.ts';
import { serviceFromTaskSet } from './live.ts';

/** ECS developer guide, "Fargate platform versions": what LATEST stands for, on Linux and on Windows. */
const LATEST: ReadonlySet<string | null> = new Set([null, 'LATEST', '1.4.0', '1.0.0']);

/**
 * Whether a deployment with this AppSpec would end in the task set that is there.
 * - Container and port must be the same; subnets, security groups and providers in any order.
 * - A platform version that is left out is LATEST (AppSpec reference). A task set may tell LATEST by the version that
 *   it stands for, so LATEST equals that one too, but no older one. A version that is pinned equals itself only.
 * - A network that is left out keeps the service's, so it equals any.
 * - A capacity strategy that is left out is none: CodeDeploy takes the provider away.
 * - Hooks run in a deployment, and a task set cannot show that they have: with hooks the answer is always no.
 */
export function appspecEqualsTaskSet(service: AppSpecService, taskSet: TaskSet): boolean {
  const live = serviceFromTaskSet(taskSet);
  return (
    service.hooks.length === 0 &&
    service.containerName === live.containerName &&
    service.containerPort === live.containerPort &&
    samePlatform(service.platformVersion, live.platformVersion) &&
    (service.network === null || unordered(service.network) === unordered(live.network)) &&
    unordered(service.capacityProviders) === unordered(live.capacityProviders)
  );
}

/** What the user should know: this AppSpec file takes away the capacity providers that the service runs on. */
export function capacityWarning(service: AppSpecService, taskSet: TaskSet): string | null {
  const live = serviceFromTaskSet(taskSet);
  if (service.capacityProviders !== null || live.capacityProviders === null) return null;
  return (
    'The AppSpec names no CapacityProviderStrategy, but the service runs on one: CodeDeploy will take it away. ' +
    `To keep it, add to Properties: CapacityProviderStrategy: ${JSON.stringify(live.capacityProviders)}`
  );
}

function samePlatform(asked: string | null, live: string | null): boolean {
  if (asked === live) return true;
  return (asked === null || asked === 'LATEST') && LATEST.has(live);
}

/** A text that is the same for the same members, whatever the order of lists. */
function unordered(value: Json): string {
  if (isList(value)) return `[${value.map(unordered).sort().join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => `${name}:${unordered(member)}`);
  return `{${members.sort().join()}}`;
}
