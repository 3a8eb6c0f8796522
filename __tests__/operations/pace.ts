/** Stepped time that goes on by itself, and stands still in the very moment that a test wants to act in. */
import { steppedClock, type SteppedClock } from '../../sandbox/clock.ts';

/** Shorter than any event of a deployment, so that none begins and ends within one step. */
const STEP_MS = 250;
const TICK_MS = 5;

export interface Pace {
  readonly clock: SteppedClock;
  /** Time stands still as long as this is true. Before each step it is asked anew. */
  standWhile(stands: () => boolean): void;
  /** Resolves when time stands still. */
  standing(): Promise<void>;
  /** Nothing holds time any more. */
  release(): void;
  /** Steps of a quarter of a second for each tick of 5 real milliseconds: 1 is about fifty times as fast as AWS. */
  setSteps(steps: number): void;
  close(): void;
}

export const SLOW_STEPS = 1;
export const FAST_STEPS = 60;

export function startPace(): Pace {
  const clock = steppedClock(Date.now());
  let stands = (): boolean => false;
  let steps = FAST_STEPS;
  let waiting: (() => void)[] = [];
  const stood = (): boolean => {
    if (!stands()) return false;
    for (const resume of waiting) resume();
    waiting = [];
    return true;
  };
  const timer = setInterval(() => {
    for (let step = 0; step < steps && !stood(); step += 1) clock.advance(STEP_MS);
  }, TICK_MS);
  return {
    clock,
    standWhile(asked) {
      stands = asked;
    },
    standing: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
      }),
    release() {
      stands = () => false;
    },
    setSteps(wanted) {
      steps = wanted;
    },
    close() {
      clearInterval(timer);
    },
  };
}
