import { type Clock } from './clock.ts';
import { type HookCommand } from './hooks/command.ts';
import { type TaskMode } from './runtime/choose.ts';
import { type Settings } from './settings.ts';

export interface SandboxOptions {
  /** 0 or absent: a free one. */
  readonly port?: number;
  readonly account?: string;
  readonly region?: string;
  /** The same ids for the same seed and the same calls. */
  readonly seed?: number;
  readonly clock?: Clock;
  /** How much faster than real time, when no clock is given. */
  readonly speed?: number;
  readonly settings?: Partial<Settings>;
  /** What runs tasks; absent: nothing does, they are simulated. */
  readonly tasks?: TaskMode;
  /** What a container is really made of for a definition's image; absent: that image. */
  readonly images?: (reference: string) => string;
  /** `ports`: listeners answer on the loopback; `paper` (the default): they do not. */
  readonly listeners?: 'ports' | 'paper';
  /** Which real port a listener's takes; free ones for the others. */
  readonly listenerPorts?: ReadonlyMap<number, number>;
  /** `auto` runs an image registry where one is installed; `none` leaves it out. */
  readonly registry?: 'auto' | 'none';
  /** Local commands in place of Lambda functions, by their names. Nothing that comes over HTTP can set them. */
  readonly hooks?: ReadonlyMap<string, HookCommand>;
  /** Throttles calls by token buckets, as AWS does. */
  readonly rateLimits?: boolean;
  /** Enforces IAM from the start: the setting `enforceIam`. */
  readonly enforceIam?: boolean;
  readonly log?: (line: string) => void;
}
