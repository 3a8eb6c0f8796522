/** Which version of the Engine API is spoken. */

export interface Version {
  readonly engine: string;
  /** `1.41`: the newest that the engine speaks, and the oldest. */
  readonly api: string;
  readonly least: string;
  readonly os: string;
}

/** Engine 20.10 speaks the older, engine 28.2 the newer; engine 29 still takes versions from 1.44. */
const OLDEST = '1.41';
const NEWEST = '1.50';

/** Negative where `one` is the older. */
function compare(one: string, other: string): number {
  const [major = 0, minor = 0] = one.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number);
  return major - otherMajor || minor - otherMinor;
}

export function negotiate({ engine, api, least, os }: Version): { version: string } | { reason: string } {
  if (!/^\d+\.\d+$/.test(api)) return { reason: 'it does not tell its API version.' };
  if (os !== '' && os !== 'linux') return { reason: `it runs ${os} containers, and ECS tasks here are Linux ones.` };
  if (compare(api, OLDEST) < 0) return { reason: `its version ${engine} is older than 20.10.` };
  const version = compare(api, NEWEST) < 0 ? api : NEWEST;
  if (least !== '' && compare(version, least) < 0) {
    return { reason: `its version ${engine} takes no API version before ${least}, and this sandbox speaks ${NEWEST}.` };
  }
  return { version };
}
