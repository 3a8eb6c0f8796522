/** Runs the commands of a buildspec's phases and writes the log that CodeBuild writes. */
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildSpec, type Phase } from './build-spec.ts';
import { type CommandStyle } from './execution.ts';

export interface Run {
  readonly folder: string;
  /** For the files of the run itself. */
  readonly place: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly style: CommandStyle;
  readonly log: string[];
}

/** A build that hangs is ended, and told with its log. */
const LIMIT_MS = 300_000;

/** How the shell goes from one command to the next: all of them in the shell that the phases share, or each in its own. */
const STYLES: Readonly<Record<CommandStyle, string>> = {
  'same-shell': 'eval "$command"\n  code=$?',
  tested: 'if eval "$command"; then code=0; else code=$?; fi',
  'own-shell': 'bash -c "$command"\n  code=$?',
};

/** The phase that failed, or null. A failed install or pre_build ends the build; post_build follows a failed build. */
export async function runPhases(spec: BuildSpec, run: Run): Promise<{ readonly failedPhase: string | null }> {
  let failedPhase: string | null = null;
  for (const phase of spec.phases) {
    if (failedPhase !== null && !(phase.name === 'post_build' && failedPhase === 'BUILD')) continue;
    const ended = await runPhase(spec, phase, run);
    const name = phase.name.toUpperCase();
    run.log.push(`[Container] Phase complete: ${name} State: ${ended === null ? 'SUCCEEDED' : 'FAILED'}`);
    if (ended === null) continue;
    run.log.push(`[Container] Phase context status code: COMMAND_EXECUTION_ERROR Message: ${ended}`);
    failedPhase ??= name;
    if (phase.abortOnFailure) break;
  }
  return { failedPhase };
}

/** null, or why it failed. */
async function runPhase(spec: BuildSpec, phase: Phase, run: Run): Promise<string | null> {
  const files = phase.commands.map((_, index) => join(run.place, `${phase.name}-${index}`));
  await Promise.all(phase.commands.map((command, index) => writeFile(files[index] ?? '', command)));
  const driver = `for file in "$@"; do
  command=$(cat "$file")
  ${STYLES[run.style]}
  if [ "$code" -ne 0 ]; then exit "$code"; fi
done`;
  run.log.push(`[Container] Entering phase ${phase.name.toUpperCase()}`);
  const code = await started(spec.shell, ['-c', driver, spec.shell, ...files], run);
  return code === 0 ? null : `Error while executing command. Reason: exit status ${code ?? 'of a signal'}`;
}

async function started(shell: string, args: readonly string[], run: Run): Promise<number | null> {
  const child = spawn(shell, [...args], {
    cwd: run.folder,
    env: { ...run.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LIMIT_MS,
  });
  const closed = new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done));
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.setEncoding('utf8').on('data', (text: string) => {
      const lines = `${rest}${text}`.split('\n');
      rest = lines.pop() ?? '';
      run.log.push(...lines);
    });
    stream.on('end', () => {
      if (rest !== '') run.log.push(rest);
    });
  }
  return closed;
}
