/** What a job's log comes to: standard output read as the GitHub runner reads it. */

export interface Command {
  readonly name: string;
  readonly data: string;
}

export interface Read {
  readonly commands: readonly Command[];
  /** Lines that are shown as they are. */
  readonly shown: readonly string[];
}

/** Runs `work` with standard output caught. */
export async function caught(work: () => unknown): Promise<string> {
  const usual = process.stdout.write.bind(process.stdout);
  let text = '';
  process.stdout.write = (piece: string): boolean => {
    text += piece;
    return true;
  };
  try {
    await work();
  } finally {
    process.stdout.write = usual;
  }
  return text;
}

/** White space as .NET's TrimStart has it, which counts U+0085. */
const BLANK = /^[\s\u0085]*/u;

/**
 * The runner's own rules (actions/runner, ActionCommand and ActionCommandManager): lines end at CR, LF or both; `::name
 * …::data` after white space, or `##[name …]data` anywhere; between `stop-commands` and its token nothing is a command.
 */
export function readLog(output: string): Read {
  const commands: Command[] = [];
  const shown: string[] = [];
  let token: string | null = null;
  for (const line of output.split(/\r\n|\r|\n/)) {
    const found = commandIn(line, token);
    if (found === null) shown.push(line);
    else if (token !== null) token = null;
    else if (found.name === 'stop-commands') token = found.data;
    if (found !== null) commands.push(found);
  }
  return { commands, shown };
}

function commandIn(line: string, token: string | null): Command | null {
  const modern = /^::([^\s:]+)(?: .*?)?::(.*)$/su.exec(line.replace(BLANK, ''));
  const old = /##\[([^\]\s]+)[^\]]*\](.*)$/su.exec(line);
  const [, name, data = ''] = modern ?? old ?? [];
  if (name === undefined || (token !== null && name !== token)) return null;
  return { name, data: data.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%') };
}
