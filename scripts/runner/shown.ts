/** A run's output as a person reads it on GitHub: headings for groups, words for annotations, no debug lines. */
export function shown(line: string): string | null {
  const command = /^::([a-z-]+)(?: [^:]*)?::(.*)$/s.exec(line);
  if (command === null) return `  ${line}`;
  const [, name = '', value = ''] = command;
  const text = decode(value);
  if (name === 'group') return `  ▸ ${text}`;
  if (name === 'error' || name === 'warning')
    return `  ${name === 'error' ? '✗' : '!'} ${text.replaceAll('\n', '\n    ')}`;
  return null;
}

function decode(value: string): string {
  return value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

/** Turns pieces of output into whole lines, each as `shown` has it; between `stop-commands` and its end as it is. */
export function showLines(write: (text: string) => void): (piece: string) => void {
  let rest = '';
  let stopped: string | null = null;
  return (piece) => {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const ends = stopped !== null && line === `::${stopped}::`;
      const text = stopped === null || ends ? shown(line) : `  ${line}`;
      if (ends) stopped = null;
      else stopped ??= /^::stop-commands::(.+)$/.exec(line)?.[1] ?? null;
      if (text !== null && !ends) write(`${text}\n`);
    }
  };
}
