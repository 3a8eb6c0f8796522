import { ConfiguredRetryStrategy } from '@smithy/core/retry';
import { backoffMs } from '../../backoff.ts';

/** What every SDK client of this project is made with. */
export interface ClientSettings {
  /** null: as the SDK finds it (AWS_REGION, then the profile). */
  readonly region: string | null;
  /** Retries of one call beyond its first attempt. */
  readonly maxRetries: number;
}

interface ClientConfig {
  readonly retryStrategy: ConfiguredRetryStrategy;
  readonly customUserAgent: string;
  readonly region?: string;
  readonly requestHandler: {
    readonly connectionTimeout: number;
    readonly requestTimeout: number;
    readonly throwOnRequestTimeout: boolean;
  };
}

/** Before retry number `retry`, the first being 1: half a second to a second, then doubling. */
export const retryDelayMs = (retry: number, random = Math.random): number => backoffMs(retry - 1, random);

/**
 * `attempts` overrides the settings, for calls that must not be repeated.
 *
 * The SDK's own waits between attempts are random from zero on: where many runs share a token bucket, eight of them can be
 * over in a few seconds, before the bucket has anything to give.
 */
export function clientConfig(settings: ClientSettings, attempts?: number): ClientConfig {
  return {
    retryStrategy: new ConfiguredRetryStrategy(attempts ?? settings.maxRetries + 1, (retry) => retryDelayMs(retry)),
    customUserAgent: 'ecs-blue-green',
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true },
    ...(settings.region === null ? {} : { region: settings.region }),
  };
}
