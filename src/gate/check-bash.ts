import { type Fault, messageOf } from '../errors.ts';
import { type SmokeTest } from '../inputs/types.ts';
import { runShell } from '../ports/shell.ts';
import { scrubbed } from './environment.ts';

/** A smoke test that cannot be started is told before anything is built. On Windows it is the bash of Git. */
export async function bashFaults(
  test: SmokeTest | null,
  env: Readonly<Record<string, string | undefined>>,
  workspace: string,
): Promise<readonly Fault[]> {
  if (test === null) return [];
  const options = { env: scrubbed(env), cwd: workspace, onLine: () => undefined, graceMs: () => 0 };
  try {
    const { code } = await runShell(':', { ...options, signal: AbortSignal.timeout(LIMIT_MS) });
    return code === 0 ? [] : [faultOf(`it ended with code ${code ?? 'none'}, although it had nothing to do`)];
  } catch (error) {
    return [faultOf(messageOf(error))];
  }
}

const LIMIT_MS = 20_000;

function faultOf(why: string): Fault {
  return {
    tried: 'find bash, which runs the smoke test',
    on: 'PATH of the runner',
    why,
    repair: "Take a runner or container image that has bash, or leave input 'smoke-test' out.",
  };
}
