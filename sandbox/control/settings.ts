import { type OpenPoints, readyWaitPlaces } from '../open-points.ts';
import { type Settings } from '../settings.ts';
import { type Body, Invalid, refuseUnknown, shown } from './invalid.ts';
import { taskCourses } from './task-courses.ts';

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

const text: Rule = {
  wanted: 'a string that is not empty',
  holds: (value) => typeof value === 'string' && value !== '' && value.length <= 1_000,
};

const count: Rule = {
  wanted: 'a whole number above 0',
  holds: (value) => Number.isSafeInteger(value) && Number(value) > 0,
};

const orNull = ({ wanted, holds }: Rule): Rule => ({
  wanted: `${wanted}, or null`,
  holds: (value) => value === null || holds(value),
});

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

const openPointRules = {
  queuedMs: duration,
  baking: oneOf('never', 'terminationWait'),
  readyWaitAfter: oneOf(...readyWaitPlaces),
  readyExpiryStatus: oneOf('Stopped', 'Failed'),
  readyExpiryCode: oneOf('TIMEOUT', 'MANUAL_STOP'),
  hookTimeoutCode: oneOf('HOOK_EXECUTION_FAILURE', 'TIMEOUT'),
  stopLeavesGreen: flag,
  stopLeavesBlue: flag,
  stopPendingMs: duration,
  stopDuringRemoval: oneOf('DeploymentAlreadyCompletedException', 'Pending'),
  stopRollbackOmitted: oneOf('group', 'never'),
  continueTypeOmitted: oneOf('READY_WAIT', 'either'),
  earlyTerminationContinue: oneOf(
    'DeploymentIsNotInReadyStateException',
    'InvalidDeploymentStatusException',
    'UnsupportedActionForDeploymentTypeException',
  ),
  rollbackDeploymentEvents: oneOf('AllowTraffic', 'all', 'none'),
  leftoversRemoved: flag,
  taskSetStartedBy: text,
  serviceTaskDefinition: oneOf('swap', 'success', 'never'),
  forceNewDeploymentError: orNull(text),
  appSpecLimitBytes: orNull(count),
  descriptionLimit: count,
  registerTaskDefinitionResource: oneOf('family', '*'),
  keepAlive: oneOf('refused', 'accepted'),
  stackServiceUpdate: oneOf('changes', 'everything'),
} as const satisfies Readonly<Record<keyof OpenPoints, Rule>>;

const rules: Readonly<Record<keyof Settings, Rule>> = {
  createdMs: duration,
  taskStartMs: duration,
  taskHealthyMs: duration,
  installTimeoutMs: duration,
  eventMs: duration,
  drainMs: duration,
  rollbackInfoMs: duration,
  hookTimeoutMs: duration,
  scalingSteadyMs: duration,
  shiftTimeoutMs: duration,
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
  runTaskMs: duration,
  stackResourceMs: interval,
  runTaskCourses: taskCourses,
  runTaskFailures: texts,
  listenerAddresses: oneOf('real', 'aws'),
  enforceIam: flag,
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
  ...openPointRules,
};

/** The settings that are to change. Throws `Invalid` for an unknown name or a wrong value. */
export function settingsPatch(body: Body): Partial<Settings> {
  refuseUnknown(body, Object.keys(rules));
  refuseCommands(body.get('hooks'));
  for (const [name, { wanted, holds }] of Object.entries(rules)) {
    const value = body.get(name);
    if (body.has(name) && !holds(value)) throw new Invalid(`${name} must be ${wanted}; received ${shown(value)}.`);
  }
  return Object.fromEntries(body);
}

/**
 * Any program or page on this machine that gets through to the control API could otherwise have commands run in the name
 * of whoever started the sandbox.
 */
function refuseCommands(hooks: unknown): void {
  if (!isObject(hooks)) return;
  const name = Object.keys(hooks).find((each) => typeof hooks[each] === 'object' && hooks[each] !== null);
  if (name === undefined) return;
  throw new Invalid(
    `hooks: the outcome of ${shown(name)} must be ${outcomes.join(', ')}. A command cannot be set over HTTP, as it ` +
      'would let whoever reaches this port run programs: start the sandbox with --hook NAME=COMMAND instead.',
    403,
  );
}
