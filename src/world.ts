import { type Aws } from './ports/aws/aws.ts';
import { openAws } from './ports/aws/open.ts';
import { type WaitInputs } from './inputs/types.ts';
import { type Clock } from './ports/clock.ts';
import { type Log } from './ports/log.ts';
import { type Runner } from './ports/runner.ts';

/** The world outside, as far as a run touches it. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly log: Log;
  readonly runner: Runner;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
}

/** AWS as the runner's environment has it, with the retries that were asked for. */
export function openFor({ maxRetries }: Pick<WaitInputs, 'maxRetries'>, env: World['env']): Promise<Aws> {
  return openAws({ region: regionOf(env), maxRetries });
}

function regionOf(env: World['env']): string | null {
  const names = [env['AWS_REGION'], env['AWS_DEFAULT_REGION']];
  return names.find((name) => name !== undefined && name !== '') ?? null;
}
