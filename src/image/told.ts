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
  /** Secrets that a build could print: they stand as `***` in the log and in what is told. */
  readonly hide?: readonly string[] | undefined;
}

const KEPT_LINES = 400;

/**
 * Runs Docker with its output in the log, line by line, where it cannot command the runner.
 * Throws the signal's reason when the run was ended by it.
 */
export async function tell(ports: ImagePorts, args: readonly string[], options: TellOptions): Promise<Told> {
  const lines: string[] = [];
  const { hide = [], ...process } = options;
  const hidden = hiding(hide);
  const onLine = (raw: string): void => {
    const line = hidden(raw);
    lines.push(line);
    if (lines.length > KEPT_LINES) lines.shift();
    ports.log.info(line);
  };
  ports.signal?.throwIfAborted();
  const { code } = await ports.log.quoted(() => ports.docker.run(args, { ...process, onLine, signal: ports.signal }));
  ports.signal?.throwIfAborted();
  return { ok: code === 0, lines };
}

/** Lines of a secret that are shorter say nothing by themselves: `}`, `---`. */
const SHORTEST = 4;

/** Replaces each secret, and each line of one that has several. The longest first: one may hold another. */
export function hiding(secrets: readonly string[]): (line: string) => string {
  const texts = secrets
    .flatMap((secret) =>
      secret.split(/\r\n|\r|\n/).map((text) => ({ text: text.trim(), whole: !/[\r\n]/.test(secret) })),
    )
    .filter(({ text, whole }) => text !== '' && (whole || text.length >= SHORTEST))
    .map(({ text }) => text)
    .sort((one, other) => other.length - one.length);
  return (line) => texts.reduce((shown, text) => shown.replaceAll(text, '***'), line);
}
