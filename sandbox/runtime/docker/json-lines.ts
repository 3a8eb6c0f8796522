import { type Readable } from 'node:stream';
import { type Json } from '../../json.ts';
import { parseJson } from './json-path.ts';

/** JSON values as the engine streams them, one in each line; a line that is none is passed over. */
export async function* jsonLines(stream: Readable): AsyncGenerator<Json> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) continue;
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield* parsed(line);
  }
  yield* parsed(rest);
}

function parsed(line: string): Json[] {
  const value = parseJson(line);
  return value === undefined ? [] : [value];
}
