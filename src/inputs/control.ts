import { type Reading } from './reading.ts';
import { oneOf, wholeNumber } from './scalar.ts';
import { type ControlInputs, type InProgressPolicy, type SmokeTest, type StopPolicy } from './types.ts';

const POLICIES: readonly StopPolicy[] = ['rollback', 'rollback-always', 'leave'];
const IN_PROGRESS: readonly InProgressPolicy[] = ['wait', 'finish', 'fail', 'replace'];

/** A service of the largest desired count that ECS has (5000 tasks) can lose all of them once. */
const MOST_FAILURES = 10_000;

export function readControl(reading: Reading): ControlInputs {
  return {
    onCancel: reading.parsed('on-cancel', 'rollback', oneOf(POLICIES)),
    onTimeout: reading.parsed('on-timeout', 'rollback', oneOf(POLICIES)),
    maxTaskFailures: reading.parsed<number | null>('max-task-failures', null, wholeNumber(0, MOST_FAILURES, 'tasks')),
  };
}

export function readInProgress(reading: Reading): InProgressPolicy {
  return reading.parsed('if-deployment-in-progress', 'wait', oneOf(IN_PROGRESS));
}

/** CodeDeploy API: a deployment group waits for ContinueDeployment at most two days. */
const MOST_MINUTES = 2880;

export function readSmokeTest(reading: Reading): SmokeTest | null {
  const minutes = reading.parsed('smoke-test-minutes', 10, wholeNumber(1, MOST_MINUTES, 'minutes'));
  if (!reading.asksFor('smoke-test')) {
    if (reading.asksFor('smoke-test-minutes')) {
      reading.fault('smoke-test-minutes', "no value without 'smoke-test', which says what to run");
    }
    return null;
  }
  const end = reading.text('wait-for');
  if (end === 'test-ready' || end === 'none') {
    reading.fault('smoke-test', `no value together with 'wait-for: ${end}', with which the step ends before the test`);
  }
  return { command: reading.raw('smoke-test'), minutes };
}
