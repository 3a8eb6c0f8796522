/** Ids and ARNs in the forms that AWS gives them. `random` yields numbers in [0, 1), as `Math.random` does. */
import { type World } from './world/world.ts';

type Random = () => number;

/** The same sequence for the same seed (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick(random: Random, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('');
}

export const digits = (random: Random, length: number): string => pick(random, '0123456789', length);
export const hex = (random: Random, length: number): string => pick(random, '0123456789abcdef', length);

/** `d-` and nine upper-case letters or digits, as in the CodeDeploy documentation's examples. */
export const deploymentId = (random: Random): string => `d-${pick(random, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', 9)}`;

export const uuid = (random: Random): string => [8, 4, 4, 4, 12].map((length) => hex(random, length)).join('-');

/** `ecs-svc/` and 19 digits. */
export const taskSetId = (random: Random): string => `ecs-svc/9${digits(random, 18)}`;

/** `arn:aws:ecs:eu-west-1:123456789012:cluster/web` for ('ecs', 'cluster/web'). */
export const arn = (world: World, service: string, resource: string): string =>
  `arn:${world.partition}:${service}:${world.region}:${world.account}:${resource}`;
