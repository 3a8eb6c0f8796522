/** Many deployments at once in one account that answers only so many calls a second. */
import { type Figure, median } from '../figure.ts';
import { busiestMinute } from '../waves.ts';
import { type Account, openAccount } from './account.ts';
import { endDelay } from './delays.ts';
import { type Asked } from './port.ts';
import { watched, type Watched } from './watched.ts';

const WATCHERS = 300;
/** They start within this time, evenly. */
const SPREAD_MS = 60_000;
/** AWS publishes no rates for CodeDeploy: assumed. */
const BUCKET = { size: 50, refillPerSecond: 20 };
/** Every tenth is stopped by its alarm. */
const ALARM_EVERY = 10;
const ALARM_AFTER_MS = 150_000;
const assumed = `assumed: a bucket of ${BUCKET.size} calls that gets back ${BUCKET.refillPerSecond} a second`;
const CONFIGS = ['ECSAllAtOnce', 'ECSCanary10Percent5Minutes', 'ECSLinear10PercentEvery1Minutes'];

const bucket = { operation: '*', kind: 'bucket', times: null, after: 0, ms: 0, ...BUCKET } as const;

const configOf = (index: number): string => CONFIGS[index % CONFIGS.length] ?? '';
/** An all-at-once deployment is over by then. */
const isAlarmed = (index: number): boolean => index % ALARM_EVERY === 0 && configOf(index) !== CONFIGS[0];

export async function watchers(): Promise<readonly Figure[]> {
  const free = await watchAll(null);
  const seen = await watchAll(bucket);
  return figuresOf(seen, callsOf(free));
}

async function watchAll(fault: typeof bucket | null): Promise<readonly Watched[]> {
  const services = Array.from({ length: WATCHERS }, (_, index) => ({
    deploymentConfig: `CodeDeployDefault.${configOf(index)}`,
    alarms: isAlarmed(index) ? [`alarm-${index}`] : [],
  }));
  const account = await openAccount(services);
  if (fault !== null) account.faults.add(fault);
  return account.clock.run(Promise.all(services.map((_, index) => watchedLater(account, index))));
}

async function watchedLater(account: Account, index: number): Promise<Watched> {
  const stack = account.stacks[index];
  if (stack === undefined) throw new Error('There is no stack for this watch.');
  await account.clock.sleep((index * SPREAD_MS) / WATCHERS);
  return watched(account, {
    stack,
    until: 'traffic-shifted',
    phaseMs: 500,
    meanwhile: ({ clock, sandbox }, { options }) => {
      clock.after(ALARM_AFTER_MS, () => {
        options.alarms.forEach((name) => sandbox.world.alarms.add(name));
      });
    },
  });
}

function isRight({ end }: Watched, index: number): boolean {
  if (isAlarmed(index)) return end.kind === 'failed' && end.rollback?.status === 'Succeeded';
  return end.kind === 'reached' && end.end === 'traffic-shifted';
}

function callsOf(seen: readonly Watched[]): readonly Asked[] {
  return seen.flatMap((one) => one.asked).toSorted((one, other) => one.at - other.at);
}

const times = (asked: readonly Asked[]): number[] => asked.map(({ at }) => at);

function figuresOf(seen: readonly Watched[], free: readonly Asked[]): readonly Figure[] {
  const asked = callsOf(seen);
  const throttled = asked.filter((call) => call.throttled).length;
  const delays = seen.map(endDelay);
  const [busy, busyFree] = [busiestMinute(times(asked)), busiestMinute(times(free))];
  const wrong = seen.filter((one, at) => !isRight(one, at)).length;
  const figure = (name: string, value: number, unit: string, limit: number | null, note = ''): Figure => {
    return { name, value, unit, limit, note };
  };
  return [
    figure('ended wrong', wrong, `of ${seen.length}`, 0, assumed),
    figure('of them by an alarm', seen.filter((_, at) => isAlarmed(at)).length, '', null),
    figure('throttled calls', (100 * throttled) / asked.length, '%', null, `${throttled} of ${asked.length}`),
    figure('calls in the busiest minute', busy, '', busyFree, 'the limit: as many as without throttling'),
    figure(
      'one watcher, its busiest minute',
      Math.max(...seen.map((one) => busiestMinute(times(one.asked)))),
      '',
      null,
    ),
    figure('end noticed: median', median(delays) / 1000, 's', null),
    figure('end noticed: latest', Math.max(...delays) / 1000, 's', null),
  ];
}
