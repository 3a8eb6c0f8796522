import { type Balancer } from './balancer/balancer.ts';
import { type Traffic } from './balancer/traffic.ts';
import { type Clock } from './clock.ts';
import { type Caller } from './iam/caller.ts';
import { type HookRunner } from './hooks/runner.ts';
import { type JsonObject } from './json.ts';
import { type TaskRuntime } from './runtime/runtime.ts';
import { type Settings } from './settings.ts';
import { type World } from './world/world.ts';

/** What every operation may use. */
export interface Sandbox {
  readonly world: World;
  readonly clock: Clock;
  readonly settings: Settings;
  /** The same numbers for the same seed: ids are made from these. */
  readonly random: () => number;
  readonly runtime: TaskRuntime;
  readonly balancer: Balancer;
  readonly traffic: Traffic;
  readonly hooks: HookRunner;
  /** For faults of the sandbox itself that no request is there to be told of. */
  readonly log: (line: string) => void;
}

/**
 * One operation of one AWS service.
 *
 * `schema` is the operation's schema as the SDK client exports it (`CreateDeployment$`): the protocol layer checks the
 * request against it, hands `handle` the input in the SDK's shape (times as `Date`), and encodes what comes back.
 */
export interface Operation<Input = unknown, Output = unknown> {
  readonly schema: unknown;
  /**
   * `raw` is the request's JSON as it was sent; unknown members are still in it. `caller`: who asks, where the request
   * came over HTTP. Throws an `AwsError`.
   */
  handle(input: Input, sandbox: Sandbox, raw: JsonObject, caller?: Caller): Output | Promise<Output>;
}

export function operation<Input, Output>(
  schema: unknown,
  handle: Operation<Input, Output>['handle'],
): Operation<Input, Output> {
  return { schema, handle };
}

/**
 * JSON that is sent as it stands, past the schema: for answers with members that the SDK does not know
 * (task definitions). An operation returns it in place of its output.
 */
export class RawAnswer {
  readonly body: JsonObject;
  constructor(body: JsonObject) {
    this.body = body;
  }
}

/** An error as the service answers it. `code` is the modelled name, without a namespace. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}
