/** How lifecycle hooks are run that are more than an outcome: as commands on this machine, in place of Lambda functions. */

export interface HookCall {
  readonly deploymentId: string;
  readonly executionId: string;
}

export interface HookResult {
  readonly status: 'Succeeded' | 'Failed';
  /** The end of what it wrote, at most 4 KB. */
  readonly logTail: string;
}

export interface HookRunner {
  has(functionName: string): boolean;
  /** Never rejects: a command that cannot be started has Failed, and the log says why. */
  run(functionName: string, call: HookCall): Promise<HookResult>;
  /** Ends the command of that execution, if it still runs. */
  stop(executionId: string): void;
  /** Ends all that it started, and waits for it. */
  close(): Promise<void>;
}

export const noHooks: HookRunner = {
  has: () => false,
  run: () => Promise.resolve({ status: 'Succeeded', logTail: '' }),
  stop: () => undefined,
  close: () => Promise.resolve(),
};
