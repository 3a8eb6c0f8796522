/** Which inputs say something in which mode. */
import { INPUT_NAMES, type InputName } from './names.ts';
import { type Reading } from './reading.ts';
import { oneOf } from './scalar.ts';
import { type Mode } from './types.ts';

const MODES: readonly Mode[] = ['deploy', 'plan', 'rollback', 'promote', 'wait'];

/** Of every mode. */
const COMMON: readonly InputName[] = [
  'mode',
  'cluster',
  'service',
  'codedeploy-application',
  'codedeploy-deployment-group',
  'wait-for',
  'wait-for-service-stability',
  'wait-for-minutes',
  'wait-max-delay-seconds',
  'max-retries',
  'matrix',
];

const OF_ROLLBACK: readonly InputName[] = [
  ...COMMON,
  'rollback-to',
  'codedeploy-deployment-id',
  'codedeploy-deployment-config',
  'codedeploy-deployment-description',
  'ignore-alarms',
];
const OF_DEPLOY: readonly InputName[] = INPUT_NAMES.filter(
  (name) => name !== 'rollback-to' && name !== 'codedeploy-deployment-id',
);

const KNOWN: Readonly<Record<Exclude<Mode, 'plan'>, readonly InputName[]>> = {
  deploy: OF_DEPLOY,
  rollback: OF_ROLLBACK,
  promote: [...COMMON, 'codedeploy-deployment-id', 'task-definition', 'on-cancel', 'on-timeout'],
  wait: [...COMMON, 'codedeploy-deployment-id'],
};

export function readMode(reading: Reading): Mode {
  return reading.parsed('mode', 'deploy', oneOf(MODES));
}

/** Inputs that ask for something that the mode does not do. With `rollback-to`, a plan is that of a rollback. */
export function refuseMisplaced(reading: Reading, mode: Mode, ofRollback: boolean): void {
  const known = mode === 'plan' ? (ofRollback ? OF_ROLLBACK : OF_DEPLOY) : KNOWN[mode];
  const where = mode === 'plan' && ofRollback ? "'mode: plan' and 'rollback-to'" : `'mode: ${mode}'`;
  for (const name of INPUT_NAMES) {
    if (!known.includes(name) && reading.asksFor(name))
      reading.fault(name, `no value with ${where}: it has no effect there`);
  }
}
