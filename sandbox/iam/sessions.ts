/** Sessions of roles, as STS hands them out. */
import { type Credentials } from '@aws-sdk/client-sts';
import { type JsonObject } from '../json.ts';
import { isTooDeep } from '../protocol/depth.ts';
import { AwsError, type Sandbox } from '../operation.ts';
import { type Role, type RoleSession } from '../world/iam.ts';
import { isMalformed, readPolicy } from './policy.ts';

/** STS API: AssumeRole, AssumeRoleWithWebIdentity. */
const SHORTEST = 900;
const USUAL = 3_600;
const LONGEST_CHAINED = 3_600;
const LONGEST_POLICY = 2_048;

export interface SessionRequest {
  readonly RoleArn?: string | undefined;
  readonly RoleSessionName?: string | undefined;
  readonly DurationSeconds?: number | undefined;
  readonly Policy?: string | undefined;
  readonly PolicyArns?: readonly unknown[] | undefined;
}

const invalid = (message: string): AwsError => new AwsError('ValidationError', message);

export type SessionWish = Pick<RoleSession, 'sessionName' | 'policy'> & { readonly seconds: number };

/** What can be judged before the role is known. Throws ValidationError or MalformedPolicyDocument. */
export function readWish(request: SessionRequest): SessionWish {
  const { DurationSeconds: seconds = USUAL } = request;
  if (!Number.isInteger(seconds) || seconds < SHORTEST) {
    throw invalid(
      `1 validation error detected: Value '${seconds}' at 'durationSeconds' failed to satisfy constraint: ` +
        `Member must have value greater than or equal to ${SHORTEST}`,
    );
  }
  return { sessionName: sessionName(request.RoleSessionName), policy: sessionPolicy(request), seconds };
}

/** `chained`: asked for by another role's session. Throws ValidationError. */
export function startSession(
  { world, clock, random }: Sandbox,
  role: Role,
  { seconds, ...wish }: SessionWish,
  chained: boolean,
): { readonly session: RoleSession; readonly credentials: Credentials } {
  const pick = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('');
  const session: RoleSession = {
    accessKeyId: `ASIA${pick('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}`,
    roleArn: role.arn,
    ...wish,
    expiresAt: clock.now() + duration(seconds, role, chained) * 1_000,
  };
  world.iam.sessions.set(session.accessKeyId, session);
  const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const credentials = {
    AccessKeyId: session.accessKeyId,
    SecretAccessKey: pick(base64, 40),
    SessionToken: pick(base64, 320),
    Expiration: new Date(session.expiresAt),
  };
  return { session, credentials };
}

function sessionName(given = ''): string {
  if (/^[\w+=,.@-]{2,64}$/.test(given)) return given;
  throw invalid(
    `1 validation error detected: Value ${JSON.stringify(given.slice(0, 100))} at 'roleSessionName' failed to satisfy ` +
      'constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*, of 2 to 64 characters',
  );
}

function duration(seconds: number, role: Role, chained: boolean): number {
  if (seconds > role.maxSessionSeconds) {
    throw invalid('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
  }
  if (!chained || seconds <= LONGEST_CHAINED) return seconds;
  throw invalid('The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.');
}

function sessionPolicy({ Policy: given, PolicyArns: arns = [] }: SessionRequest): JsonObject | null {
  if (arns.length > 0) throw invalid('This sandbox does not emulate PolicyArns: give the session policy as Policy.');
  if (given === undefined) return null;
  const malformed = (why: string): AwsError => new AwsError('MalformedPolicyDocument', why);
  if (given.length > LONGEST_POLICY || isTooDeep(given))
    throw malformed('The policy is too long, or nested too deeply.');
  try {
    const document: unknown = JSON.parse(given);
    readPolicy(document, 'identity');
    return document as JsonObject; // What JSON.parse yields is JSON, and it has just been found to be an object.
  } catch (cause) {
    throw malformed(isMalformed(cause) ? cause.message : 'This policy contains invalid Json');
  }
}
