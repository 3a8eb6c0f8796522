/** What is asked of AWS for a task of its own: ECS, and the log that it writes. */
import { type Failure, type Task } from '@aws-sdk/client-ecs';
import { type JsonObject } from '../../json.ts';

export interface TaskPort {
  /**
   * Sends `body` (ECS API: RunTask) as it is. It should hold a client token: a call whose answer was lost is repeated.
   * Without a task in the answer, `failures` tell why ECS placed none.
   */
  runTask(body: JsonObject): Promise<{ readonly tasks: readonly Task[]; readonly failures: readonly Failure[] }>;
  /** null where ECS knows no such task: not yet, or an hour or more after its end (ECS API: DescribeTasks). */
  describeTask(cluster: string, arn: string): Promise<Task | null>;
  /** Asks its containers to end; ECS kills them after their stop time-out. */
  stopTask(cluster: string, arn: string, reason: string): Promise<void>;
}

export interface LogsPort {
  /** The page at `token`, of null the first, oldest events first. Throws where group or stream are not there. */
  events(of: LogStream, token: string | null): Promise<LogPage>;
}

export interface LogStream {
  /** null: that of the step. */
  readonly region: string | null;
  readonly group: string;
  readonly stream: string;
}

export interface LogPage {
  readonly messages: readonly string[];
  /** The same token again where nothing has followed yet (Logs API: GetLogEvents). */
  readonly next: string | null;
}
