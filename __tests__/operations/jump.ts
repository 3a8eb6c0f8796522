/**
 * Loaded into the step's process before it starts: on SIGUSR2 its clock jumps a month ahead, so that every time limit has
 * passed. Timers of less than a minute go on: requests that are under way do not time out by it.
 */
const MONTH_MS = 30 * 24 * 60 * 60_000;
const LONG_MS = 60_000;

const now = Date.now.bind(Date);
const timeout = globalThis.setTimeout;
let ahead = 0;
const pending = new Map<NodeJS.Timeout, () => void>();

Date.now = () => now() + ahead;

const patched = (work: (...given: unknown[]) => void, ms = 0, ...given: unknown[]): NodeJS.Timeout => {
  if (ms < LONG_MS) return timeout(work, ms, ...given);
  const run = (): void => {
    pending.delete(timer);
    clearTimeout(timer);
    work(...given);
  };
  const timer = timeout(run, ms);
  pending.set(timer, run);
  return timer;
};
globalThis.setTimeout = Object.assign(patched, timeout);

const clear = globalThis.clearTimeout;
globalThis.clearTimeout = (timer) => {
  if (typeof timer === 'object') pending.delete(timer);
  clear(timer);
};

process.on('SIGUSR2', () => {
  ahead += MONTH_MS;
  for (const run of [...pending.values()]) run();
});
