/**
 * OpenID Connect tokens. Claims are read, the signature is not verified: the sandbox is no place to prove who someone
 * is, only whether a role's trust policy takes the claims.
 */
import { AwsError } from '../operation.ts';
import { type OidcProvider } from '../world/iam.ts';
import { type World } from '../world/world.ts';
import { type Keys } from './actions/rule.ts';
import { isObject } from './read.ts';

export interface WebIdentity {
  readonly provider: OidcProvider;
  readonly issuer: string;
  readonly audience: string;
  readonly subject: string;
  /** Condition keys, each behind the provider's host: `token.actions.githubusercontent.com:sub`. */
  readonly keys: Keys;
}

/** STS API: WebIdentityToken. */
const LONGEST = 20_000;

/** Of every provider; and what STS has read of GitHub's tokens since 2026 (AWS What's New, January 2026). */
const CLAIMS = ['sub', 'aud', 'amr', 'azp'];
const GITHUB_HOST = 'token.actions.githubusercontent.com';
const GITHUB_CLAIMS = [
  'actor',
  'actor_id',
  'enterprise_id',
  'environment',
  'job_workflow_ref',
  'ref',
  'repository',
  'repository_id',
  'workflow',
];

const invalid = (message: string): AwsError => new AwsError('InvalidIdentityToken', message);

/** `now` in epoch milliseconds. Throws InvalidIdentityToken or ExpiredTokenException. */
export function readWebIdentity(world: World, token: string, now: number): WebIdentity {
  const claims = claimsOf(token);
  const issuer = claim(claims, 'iss');
  const subject = claim(claims, 'sub');
  const expires = claims['exp'];
  if (typeof expires !== 'number') throw invalid('Missing a required claim: exp');
  const host = issuer.replace(/^https:\/\//, '').replace(/\/$/, '');
  const provider = world.iam.providers.get(`arn:${world.partition}:iam::${world.account}:oidc-provider/${host}`);
  if (!provider) throw invalid(`No OpenIDConnect provider found in your account for ${issuer}`);
  const seconds = Math.floor(now / 1_000);
  if (seconds >= expires) {
    throw new AwsError(
      'ExpiredTokenException',
      `Token expired: current date/time ${seconds} must be before the expiration date/time ${expires}`,
    );
  }
  const audience = textsOf(claims['aud']).find((each) => provider.audiences.includes(each));
  if (audience === undefined) throw invalid('Incorrect token audience');
  return { provider, issuer, audience, subject, keys: keysOf(claims, host) };
}

type Claims = Readonly<Record<string, unknown>>;

function claimsOf(token: string): Claims {
  const parts = token.split('.');
  const [header, payload] = [parts[0] ?? '', parts[1] ?? ''].map(decoded);
  if (token.length > LONGEST || parts.length !== 3 || !isObject(header) || !isObject(payload)) {
    throw invalid('The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)');
  }
  return payload;
}

function decoded(part: string): unknown {
  if (!/^[A-Za-z0-9_-]+$/.test(part)) return null;
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

function claim(claims: Claims, name: string): string {
  const value = claims[name];
  if (typeof value === 'string' && value !== '') return value;
  throw invalid(`Missing a required claim: ${name}`);
}

function keysOf(claims: Claims, host: string): Keys {
  const names = host === GITHUB_HOST ? [...CLAIMS, ...GITHUB_CLAIMS] : CLAIMS;
  const known = names.map((name) => [`${host}:${name}`, textsOf(claims[name])] as const);
  return Object.fromEntries(known.filter(([, values]) => values.length > 0));
}

/** Claims are texts, numbers, or lists of them. */
function textsOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((each) => typeof each === 'string' || typeof each === 'number').map(String);
}
