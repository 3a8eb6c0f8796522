/** Runs that are ended from outside, at a moment that their own log tells. */
import { type ChildProcess } from 'node:child_process';
import { type ActionRun } from '../../scripts/runner/run-action.ts';
import { type Rig } from './rig.ts';

type Hooks = Required<Pick<ActionRun, 'onStart' | 'onOutput'>>;

/** Sends the signal as soon as the log matches; `before`: done right before that. */
export function signalled(signal: NodeJS.Signals, pattern: RegExp, before?: () => Promise<void>): Hooks {
  return whenTold(pattern, async (child) => {
    await before?.();
    child.kill(signal);
  });
}

/** Does `work` with the main process, once, as soon as the log matches. */
export function whenTold(pattern: RegExp, work: (child: ChildProcess) => unknown): Hooks {
  let child: ChildProcess | null = null;
  let told = '';
  let done = false;
  return {
    onStart: (started) => {
      child = started;
    },
    onOutput: (text) => {
      told += text;
      if (done || child === null || !pattern.test(told)) return;
      done = true;
      void work(child);
    },
  };
}

/** Sends the signal when the first fault has met a call. */
export function signalledAtFault(signal: NodeJS.Signals, rig: Rig): Pick<ActionRun, 'onStart'> {
  return {
    onStart: (child) => {
      void rig.faultMet().then(() => child.kill(signal));
    },
  };
}

export const unended = ({ sandbox }: Rig): readonly string[] =>
  [...sandbox.world.codedeploy.deployments.values()].filter((each) => each.completedAt === null).map(({ id }) => id);

/** The deployment is there, and its replacement never starts, where `taskStartMs` is endless. */
export const INSTALLING = /deployment InProgress|deployment Created/;
export const CANARY = /green 10 %/;
export const READY = /deployment Ready/;
export const SHIFTED = /AfterAllowTraffic[^\n]*: done/;

/** Where each phase can be held as long as a test needs. */
export const ENDLESS = { taskStartMs: 1e9 } as const;
