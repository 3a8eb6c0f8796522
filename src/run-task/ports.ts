import { type JsonObject } from '../json.ts';
import { type LogsPort, type TaskPort } from '../ports/aws/task-port.ts';
import { type World } from '../world.ts';
import { type Revision } from '../task-definition/definition.ts';

/** What a task before the deployment touches. */
export interface Ports extends Pick<World, 'clock' | 'log' | 'runner' | 'signal'> {
  readonly aws: { readonly ecs: TaskPort; readonly logs: LogsPort };
}

/** The task that is run, and how long it may take. */
export interface Work {
  readonly cluster: string;
  readonly revision: Pick<Revision, 'arn' | 'name'>;
  /** The revision's body, as it was sent. */
  readonly body: JsonObject;
  /** Containers that the inputs change for this task. */
  readonly overridden: readonly string[];
  readonly limitMs: number;
  /** The longest pause between two looks. */
  readonly maxDelayMs: number;
}

export const idOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

/** For the reader of an error. */
export const placeOf = ({ cluster, revision }: Work, arn: string): string =>
  `task ${idOf(arn)} of ${revision.name} in cluster ${cluster}`;
