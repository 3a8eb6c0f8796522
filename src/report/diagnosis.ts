import { type Service, type Task } from '@aws-sdk/client-ecs';
import { type Observation } from '../engine/engine.ts';
import { messageOf } from '../errors.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { type EcsPort } from '../ports/aws/aws.ts';
import { hintFor } from './hints.ts';
import { permissionFor } from './permission.ts';
import { plain } from './plain.ts';
import { isOfGreen, taskLines } from './stopped-tasks.ts';

export interface DiagnosisOf {
  readonly cluster: string;
  readonly service: string;
  readonly last: Observation;
  /** ARN of the definition that was asked for. */
  readonly asked: string;
  /** Epoch milliseconds, AWS's clock: earlier service events are of earlier deployments. */
  readonly since: number;
}

export interface Diagnosis {
  /** One line: what went wrong, and what is known to repair it. */
  readonly cause: string;
  /** All that was found, for a group in the log. */
  readonly lines: readonly string[];
}

const STOPPED_TASKS = 10;
const SERVICE_EVENTS = 10;

/** Why a deployment failed, as far as AWS tells. Never throws: what cannot be read becomes a line that says so. */
export async function diagnose(ecs: EcsPort, of: DiagnosisOf): Promise<Diagnosis> {
  const [tasks, service] = await Promise.all([
    attempt('stopped tasks', () => ecs.stoppedTasks(of.cluster, of.service, STOPPED_TASKS)),
    attempt('service events', () => ecs.describeService(of.cluster, of.service)),
  ]);
  const stopped = tasks.ok ? taskLines(tasks.value.filter((task: Task) => isOfGreen(task, of))) : [];
  const events = service.ok ? eventLines(service.value, of.since) : [];
  const own = ownLines(of.last);
  const unread = [tasks, service].flatMap((part) => (part.ok ? [] : [part.line]));
  return { cause: rootCause(own, stopped, events), lines: [...own, ...stopped, ...events, ...unread].map(plain) };
}

/** What the deployment itself says: its error, then its failed lifecycle events. */
function ownLines({ error, events, rollback }: Observation): readonly string[] {
  const failed = events.filter(({ status }) => status === 'Failed');
  return [
    ...(error === null ? [] : [`${error.code}: ${error.message}`]),
    ...failed.map(({ name, diagnostics }) => `${name} failed${diagnostics === null ? '' : `: ${diagnostics}`}`),
    ...[rollback?.message ?? ''].filter((text) => text !== '').map((text) => `Rollback: ${text}`),
  ];
}

function eventLines(service: Service | null, since: number): readonly string[] {
  const recent = (service?.events ?? []).filter(({ createdAt }) => (createdAt?.getTime() ?? since) >= since);
  return recent.slice(0, SERVICE_EVENTS).map(({ message }) => `Service event: ${message ?? ''}`);
}

/** The first line with a known cause, the most telling source first; CodeDeploy's own error in front of it. */
function rootCause(own: readonly string[], stopped: readonly string[], events: readonly string[]): string {
  const [first = 'the deployment failed, and AWS gives no cause'] = [...own, ...stopped, ...events];
  const telling = [...stopped, ...unhappy(events), ...own].find((text) => hintFor(text) !== null);
  if (telling === undefined) return plain(first);
  const hint = hintFor(telling) ?? '';
  return plain(telling === first ? `${first} → ${hint}` : `${first} (${telling}) → ${hint}`);
}

/** Service events that tell of trouble: most are about the normal course of things. */
function unhappy(events: readonly string[]): readonly string[] {
  return events.filter((text) => /unable|unhealthy|health check|error|denied|fail|insufficient/i.test(text));
}

type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly line: string };

async function attempt<T>(what: string, read: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await read() };
  } catch (error) {
    const permission = error instanceof AwsCallError && error.kind === 'denied' ? ` ${permissionFor(error)}` : '';
    return { ok: false, line: `The ${what} could not be read: ${messageOf(error)}${permission}` };
  }
}
