/** Why a service that is being launched does not get there: the reasons of its tasks that stopped. */
import { type StackEvent } from '@aws-sdk/client-cloudformation';
import { DescribeTasksCommand, type ECSClient, ListTasksCommand } from '@aws-sdk/client-ecs';
import { setTimeout as sleep } from 'node:timers/promises';

const EVERY_MS = 1_000;

export interface TaskWatch {
  /** Sees the stack's events: a service is watched from its creation until it is complete, or failed. */
  saw(event: StackEvent): void;
  stop(): void;
}

/** `say` gets each reason once. */
export function watchTasks(ecs: ECSClient, say: (reason: string) => void, everyMs = EVERY_MS): TaskWatch {
  const told = new Set<string>();
  let watched: readonly [cluster: string, service: string] | null = null;
  const ends = new AbortController();
  const look = async (): Promise<void> => {
    if (watched === null) return;
    for (const reason of await reasons(ecs, ...watched)) {
      if (!told.has(reason)) say(reason);
      told.add(reason);
    }
  };
  const watch = async (): Promise<void> => {
    while (!ends.signal.aborted) {
      // That it cannot look is told by the launch itself.
      await look().catch(() => undefined);
      await sleep(everyMs, undefined, { signal: ends.signal }).catch(() => undefined);
    }
  };
  void watch();
  return {
    saw: ({ ResourceType, ResourceStatus, PhysicalResourceId }) => {
      if (ResourceType !== 'AWS::ECS::Service') return;
      watched = ResourceStatus === 'CREATE_IN_PROGRESS' ? placeOf(PhysicalResourceId) : null;
    },
    stop: () => {
      ends.abort();
    },
  };
}

/** From `arn:…:service/CLUSTER/SERVICE`. */
function placeOf(arn = ''): readonly [string, string] | null {
  const [, cluster, service] = arn.split('/');
  return cluster === undefined || service === undefined ? null : [cluster, service];
}

async function reasons(ecs: ECSClient, cluster: string, serviceName: string): Promise<readonly string[]> {
  const { taskArns: tasks = [] } = await ecs.send(
    new ListTasksCommand({ cluster, serviceName, desiredStatus: 'STOPPED' }),
  );
  if (tasks.length === 0) return [];
  const described = await ecs.send(new DescribeTasksCommand({ cluster, tasks }));
  return (described.tasks ?? []).map(
    ({ stoppedReason, containers }) =>
      [stoppedReason, ...(containers ?? []).map(({ reason }) => reason)].filter(Boolean).join(': ') || 'no reason told',
  );
}
