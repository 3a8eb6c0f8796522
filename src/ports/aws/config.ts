/** What every SDK client of this project is made with. */
export interface ClientSettings {
  /** null: as the SDK finds it (AWS_REGION, then the profile). */
  readonly region: string | null;
  /** Retries of one call beyond its first attempt. */
  readonly maxRetries: number;
}

interface ClientConfig {
  readonly maxAttempts: number;
  readonly retryMode: 'standard';
  readonly customUserAgent: string;
  readonly region?: string;
  readonly requestHandler: {
    readonly connectionTimeout: number;
    readonly requestTimeout: number;
    readonly throwOnRequestTimeout: boolean;
  };
}

/** `attempts` overrides the settings, for calls that must not be repeated. */
export function clientConfig(settings: ClientSettings, attempts?: number): ClientConfig {
  return {
    maxAttempts: attempts ?? settings.maxRetries + 1,
    retryMode: 'standard',
    customUserAgent: 'ecs-blue-green',
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true },
    ...(settings.region === null ? {} : { region: settings.region }),
  };
}
