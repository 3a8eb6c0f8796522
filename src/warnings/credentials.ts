import { type Waiting } from '../plan.ts';
import { type Aws } from '../ports/aws/aws.ts';
import { duration } from '../report/duration.ts';
import { type Fact, fact, known } from '../target/fact.ts';
import { expectedMs } from './expected.ts';

/**
 * When the step's credentials end, epoch milliseconds; null where they do not, do not tell, or are renewed by where they
 * come from. Only those of the environment are asked: they are what configure-aws-credentials leaves, and stay as they are.
 */
export function credentialsEnd(
  aws: Pick<Aws, 'credentialsEnd'>,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Fact<number | null>> {
  return env['AWS_ACCESS_KEY_ID'] ? fact(aws.credentialsEnd()) : Promise.resolve(known(null));
}

/** Credentials that end before the wait does: the deployment then goes on, and the step cannot follow it. Epoch milliseconds. */
export function endWarnings(end: number | null, now: number, waiting: Waiting): readonly string[] {
  // A time that is none (an AWS_CREDENTIAL_EXPIRATION that nobody can read) tells nothing.
  if (end === null || !Number.isFinite(end) || waiting.until === 'none' || now + waiting.limitMs <= end) return [];
  const left = end <= now ? 'have ended' : `end in ${duration(end - now)}`;
  const expected = expectedMs(waiting);
  const until =
    now + expected > end
      ? `before the wait is expected to end (${duration(expected)} after the deployment was started, without the start of its tasks)`
      : 'and so can be over before the wait is';
  return [
    `The AWS credentials ${left} (${new Date(end).toISOString().replace(/\.\d+Z$/, 'Z')}), ${until}; the wait takes up to ${duration(waiting.limitMs)}. ` +
      "Without them the step cannot follow the deployment, which goes on by itself. Raise 'role-duration-seconds' of configure-aws-credentials (and the role's maximum session duration), or wait for less ('wait-for').",
  ];
}
