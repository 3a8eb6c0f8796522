import { type Settings } from '../settings.ts';
import { type Body, Invalid, refuseUnknown, shown } from './invalid.ts';

interface Rule {
  readonly wanted: string;
  readonly holds: (value: unknown) => boolean;
}

const duration: Rule = {
  wanted: 'a number of milliseconds, 0 or more',
  holds: (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0,
};

const interval: Rule = {
  wanted: 'a number of milliseconds above 0',
  holds: (value) => typeof value === 'number' && Number.isFinite(value) && value > 0,
};

const flag: Rule = { wanted: 'true or false', holds: (value) => typeof value === 'boolean' };

const oneOf = (...allowed: readonly unknown[]): Rule => ({
  wanted: allowed.join(' or '),
  holds: (value) => allowed.includes(value),
});

const texts: Rule = {
  wanted: 'a list of strings that are not empty',
  holds: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== ''),
};

const outcomes: readonly unknown[] = ['Succeeded', 'Failed', 'silent'];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isScan = (value: unknown): boolean =>
  isObject(value) &&
  (value['kind'] === 'basic' || value['kind'] === 'enhanced') &&
  typeof value['status'] === 'string' &&
  (value['afterMs'] === undefined || duration.holds(value['afterMs'])) &&
  Array.isArray(value['findings']) &&
  value['findings'].every(
    (one) => isObject(one) && typeof one['name'] === 'string' && typeof one['severity'] === 'string',
  );

const rules: Readonly<Record<keyof Settings, Rule>> = {
  createdMs: duration,
  taskStartMs: duration,
  taskHealthyMs: duration,
  installTimeoutMs: duration,
  eventMs: duration,
  drainMs: duration,
  rollbackInfoMs: duration,
  hookTimeoutMs: duration,
  pollMs: interval,
  alarmStatus: oneOf('Failed', 'Stopped'),
  deadGreenPasses: flag,
  terminationWaitFlag: flag,
  eventsWithoutTestRoute: oneOf('six', 'skipped'),
  unhealthyImages: texts,
  crashingImages: texts,
  lateCrashingImages: texts,
  lateCrashMs: duration,
  flakyImages: texts,
  hooks: {
    wanted: `an object of function name to ${outcomes.join(', ')}`,
    holds: (value) =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.values(value).every((outcome) => outcomes.includes(outcome)),
  },
  imageScans: {
    wanted: "an object of digest, tag or '*' to {kind: 'basic' or 'enhanced', status, findings, afterMs}",
    holds: (value) => isObject(value) && Object.values(value).every(isScan),
  },
};

/** The settings that are to change. Throws `Invalid` for an unknown name or a wrong value. */
export function settingsPatch(body: Body): Partial<Settings> {
  refuseUnknown(body, Object.keys(rules));
  for (const [name, { wanted, holds }] of Object.entries(rules)) {
    const value = body.get(name);
    if (body.has(name) && !holds(value)) throw new Invalid(`${name} must be ${wanted}; received ${shown(value)}.`);
  }
  return Object.fromEntries(body);
}
