import { type Sandbox } from '../../operation.ts';
import { type Stack, type StackStatus } from '../../world/cloudformation.ts';
import { recordStack } from './events.ts';

/** One operation on a stack, from its start to its end. */
export interface Run {
  readonly sandbox: Sandbox;
  readonly stack: Stack;
  /** Emulated milliseconds from now, unless the stack is in another operation by then. */
  after(ms: number, task: () => void): void;
  /** Runs it now; whatever it throws ends the stack's operation, never the sandbox. */
  guard(task: () => void): void;
  /** Gives up what is under way; what has begun is waited for. */
  cancel: () => void;
  /** What is done, once that is over, in place of what would follow. */
  instead: (() => void) | null;
}

/** Where an operation stands that is under way. */
const current = new WeakMap<Stack, Run>();

export const runOf = (stack: Stack): Run | undefined => current.get(stack);

/** Begins an operation on the stack; what an earlier one left pending is dropped. */
export function beginRun(sandbox: Sandbox, stack: Stack): Run {
  stack.turn += 1;
  const { turn } = stack;
  const guard = (task: () => void): void => {
    if (stack.turn !== turn) return;
    try {
      task();
    } catch (cause) {
      crash(sandbox, stack, cause);
    }
  };
  const run: Run = {
    sandbox,
    stack,
    after(ms, task) {
      sandbox.clock.after(ms, () => {
        guard(task);
      });
    },
    guard,
    cancel: () => undefined,
    instead: null,
  };
  current.set(stack, run);
  return run;
}

const afterCrash: Readonly<Partial<Record<StackStatus, StackStatus>>> = {
  CREATE_IN_PROGRESS: 'CREATE_FAILED',
  ROLLBACK_IN_PROGRESS: 'ROLLBACK_FAILED',
  DELETE_IN_PROGRESS: 'DELETE_FAILED',
  UPDATE_IN_PROGRESS: 'UPDATE_FAILED',
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: 'UPDATE_COMPLETE',
  UPDATE_ROLLBACK_IN_PROGRESS: 'UPDATE_ROLLBACK_FAILED',
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: 'UPDATE_ROLLBACK_COMPLETE',
};

/** A fault of the sandbox: no stack hangs by it. */
function crash(sandbox: Sandbox, stack: Stack, cause: unknown): void {
  logFault(sandbox, `on stack ${stack.name}`, cause);
  stack.turn += 1;
  const status = afterCrash[stack.status];
  if (status !== undefined) recordStack(sandbox, stack, status, INTERNAL_FAILURE);
}

export const INTERNAL_FAILURE = 'Internal Failure';

export function logFault(sandbox: Sandbox, where: string, cause: unknown): void {
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  sandbox.log(`The sandbox failed ${where}: ${text}`);
}
