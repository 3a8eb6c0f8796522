import {
  type DeploymentInfo,
  type ECSTarget,
  type ECSTaskSet,
  type Diagnostics,
  type LifecycleEvent as AwsEvent,
} from '@aws-sdk/client-codedeploy';
import { type DeploymentStatus, type LifecycleEvent, type Observation, type ObservedTaskSet } from '../engine.ts';

const STATUSES: readonly DeploymentStatus[] = [
  'Created',
  'Queued',
  'InProgress',
  'Baking',
  'Succeeded',
  'Failed',
  'Stopped',
  'Ready',
];

const EVENT_STATUSES: readonly LifecycleEvent['status'][] = ['Pending', 'InProgress', 'Succeeded', 'Failed', 'Skipped'];

/** `last` with what GetDeployment said. */
export function withDeployment(last: Observation, info: DeploymentInfo): Observation {
  const rawStatus = info.status ?? 'Unknown';
  const { errorInformation: error, rollbackInfo: rollback } = info;
  return {
    ...last,
    status: STATUSES.find((status) => status === rawStatus) ?? 'Unknown',
    rawStatus,
    createdAt: info.createTime?.getTime() ?? null,
    completedAt: info.completeTime?.getTime() ?? null,
    error: error?.code === undefined ? null : { code: error.code, message: error.message ?? '' },
    rollback: rollback === undefined ? null : rollbackOf(last.id, rollback),
    creator: info.creator ?? null,
    takesBack: takenBackBy(last.id, rollback?.rollbackTriggeringDeploymentId),
  };
}

/** A rollback may name itself, or the deployment that it takes back: only another deployment's id is a rollback of ours. */
function rollbackOf(id: string, info: NonNullable<DeploymentInfo['rollbackInfo']>): Observation['rollback'] {
  const other = info.rollbackDeploymentId;
  const deploymentId = other === undefined || other === '' || other === id ? null : other;
  const message = info.rollbackMessage ?? null;
  return deploymentId === null && message === null ? null : { deploymentId, message };
}

/** A rollback names the deployment that it takes back; that one may name itself. */
function takenBackBy(id: string, triggering: string | undefined): string | null {
  return triggering === undefined || triggering === '' || triggering === id ? null : triggering;
}

/** `last` with what GetDeploymentTarget said; null: the deployment has no target yet. */
export function withTarget(last: Observation, target: ECSTarget | null): Observation {
  if (target === null) return last;
  return {
    ...last,
    targetStatus: target.status ?? null,
    events: (target.lifecycleEvents ?? []).map(eventOf),
    taskSets: taskSetsOf(target.taskSetsInfo ?? [], last.taskSets),
  };
}

function eventOf(event: AwsEvent): LifecycleEvent {
  return {
    name: event.lifecycleEventName ?? 'Unknown',
    status: EVENT_STATUSES.find((status) => status === event.status) ?? 'Unknown',
    startedAt: event.startTime?.getTime() ?? null,
    endedAt: event.endTime?.getTime() ?? null,
    diagnostics: event.diagnostics === undefined ? null : diagnosticsOf(event.diagnostics),
  };
}

function diagnosticsOf(diagnostics: Diagnostics): string | null {
  const { errorCode, scriptName, message, logTail } = diagnostics;
  if (errorCode === 'Success') return null;
  const parts = [errorCode, scriptName, message, logTail].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? null : parts.join(': ');
}

/**
 * The task sets, original first. CodeDeploy's labels are optional (AWS's own sample answer has none): without them a set
 * keeps the color that it had in the last look, and a first look goes by age.
 */
export function taskSetsOf(sets: readonly ECSTaskSet[], last: readonly ObservedTaskSet[]): readonly ObservedTaskSet[] {
  const known = sets.map((set) => labelOf(set) ?? last.find((other) => other.id === set.identifer)?.color);
  const blue = known.includes('blue') || last.length > 0 ? known.indexOf('blue') : original(sets, known);
  return sets
    .map((set, index) => taskSetOf(set, index === blue ? 'blue' : 'green'))
    .sort((one, other) => one.color.localeCompare(other.color));
}

type Color = ObservedTaskSet['color'];

function labelOf(set: ECSTaskSet): Color | undefined {
  if (set.taskSetLabel === 'Blue') return 'blue';
  return set.taskSetLabel === 'Green' ? 'green' : undefined;
}

function original(sets: readonly ECSTaskSet[], known: readonly (Color | undefined)[]): number {
  const green = known.indexOf('green');
  return green < 0 ? oldest(sets) : sets.findIndex((_, index) => index !== green);
}

/** Identifiers end in a number that falls with time (`ecs-svc/9223370493425779968`): the older set has the greater one. */
function oldest(sets: readonly ECSTaskSet[]): number {
  if (sets.length < 2) return 0;
  const ages = sets.map((set) => /\/(\d{19})$/.exec(set.identifer ?? '')?.[1] ?? '');
  const [first = '', second = ''] = ages;
  if (first !== '' && second !== '' && first !== second) return first > second ? 0 : 1;
  const draining = sets.findIndex((set) => set.status === 'DRAINING');
  return Math.max(draining, 0);
}

function taskSetOf(set: ECSTaskSet, color: 'blue' | 'green'): ObservedTaskSet {
  return {
    id: set.identifer ?? '',
    color,
    status: set.status ?? '',
    weight: set.trafficWeight ?? 0,
    desired: set.desiredCount ?? 0,
    running: set.runningCount ?? 0,
    pending: set.pendingCount ?? 0,
    targetGroup: set.targetGroup?.name ?? null,
  };
}
