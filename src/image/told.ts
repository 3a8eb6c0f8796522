import { type ImagePorts } from './ports.ts';

/** What a Docker command came to, as it told it. */
export interface Told {
  readonly ok: boolean;
  /** The last lines of both outputs, in the order they came. */
  readonly lines: readonly string[];
}

export interface TellOptions {
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly cwd?: string | undefined;
}

const KEPT_LINES = 400;

/**
 * Runs Docker with its output in the log, line by line, where it cannot command the runner.
 * Throws the signal's reason when the run was ended by it.
 */
export async function tell(ports: ImagePorts, args: readonly string[], options: TellOptions): Promise<Told> {
  const lines: string[] = [];
  const onLine = (line: string): void => {
    lines.push(line);
    if (lines.length > KEPT_LINES) lines.shift();
    ports.log.info(line);
  };
  ports.signal?.throwIfAborted();
  const { code } = await ports.log.quoted(() => ports.docker.run(args, { ...options, onLine, signal: ports.signal }));
  ports.signal?.throwIfAborted();
  return { ok: code === 0, lines };
}
