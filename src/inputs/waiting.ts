import { type Reading } from './reading.ts';
import { oneOf, wholeNumber, yesOrNo } from './scalar.ts';
import { type WaitFor, type WaitInputs } from './types.ts';

const ENDS: readonly WaitFor[] = ['none', 'test-ready', 'traffic-shifted', 'completed'];

/** Two days: CodeDeploy API, the longest termination wait of a deployment group is 2880 minutes. */
const LONGEST_MINUTES = 2880;

export function readWaiting(reading: Reading): WaitInputs {
  return {
    until: readEnd(reading),
    marginMinutes: reading.parsed('wait-for-minutes', 30, wholeNumber(0, LONGEST_MINUTES, 'minutes')),
    maxDelaySeconds: reading.parsed('wait-max-delay-seconds', 30, wholeNumber(1, 3600, 'seconds')),
    maxRetries: reading.parsed('max-retries', 8, wholeNumber(0, 50, 'retries')),
  };
}

// `wait-for-service-stability` is the older name of two of the ends.
function readEnd(reading: Reading): WaitFor {
  const end = reading.parsed<WaitFor | null>('wait-for', null, oneOf(ENDS));
  const stable = reading.parsed<boolean | null>('wait-for-service-stability', null, yesOrNo);
  if (stable === null) {
    return end ?? 'traffic-shifted';
  }
  const meant = stable ? 'completed' : 'none';
  if (end !== null && end !== meant) {
    reading.fault(
      'wait-for-service-stability',
      `no value beside 'wait-for: ${end}', which it contradicts: '${String(stable)}' is the same as 'wait-for: ${meant}'`,
    );
  }
  return end ?? meant;
}
