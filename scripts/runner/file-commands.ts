/** Reads a `GITHUB_OUTPUT` or `GITHUB_STATE` file: `name=value` lines and `name<<DELIMITER` blocks. Throws where one has no end. */
export function parseFileCommands(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const block = /^([^=<]+)<<(.+)$/.exec(line);
    if (block?.[1] !== undefined && block[2] !== undefined) {
      const end = lines.indexOf(block[2], at + 1);
      if (end < 0) throw new Error(`the block of ${block[1]} does not end: no line is ${block[2]}`);
      found[block[1]] = lines.slice(at + 1, end).join('\n');
      at = end;
    } else if (line.includes('=')) {
      const split = line.indexOf('=');
      found[line.slice(0, split)] = line.slice(split + 1);
    }
  }
  return found;
}
