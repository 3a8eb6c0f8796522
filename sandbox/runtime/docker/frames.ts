/** What a container wrote: the engine's frames taken apart, and lines made of the bytes. */

export type Source = 'stdout' | 'stderr';

export interface Frame {
  readonly source: Source;
  readonly bytes: Buffer;
}

const HEADER = 8;

/**
 * Takes the chunks of a multiplexed stream and gives the frames' bytes as they come, long before a large frame is whole.
 * Engine API, "Attach to a container": 8 bytes of header, the first the source, the last four the length.
 */
export function demultiplexer(): (chunk: Buffer) => Frame[] {
  let header = Buffer.alloc(0);
  let source: Source = 'stdout';
  let left = 0;
  return (chunk) => {
    const frames: Frame[] = [];
    let rest = chunk;
    while (rest.length > 0) {
      if (left > 0) {
        frames.push({ source, bytes: rest.subarray(0, left) });
        const taken = Math.min(left, rest.length);
        left -= taken;
        rest = rest.subarray(taken);
        continue;
      }
      const missing = HEADER - header.length;
      header = Buffer.concat([header, rest.subarray(0, missing)]);
      rest = rest.subarray(missing);
      if (header.length < HEADER) break;
      source = header[0] === 2 ? 'stderr' : 'stdout';
      left = header.readUInt32BE(4);
      header = Buffer.alloc(0);
    }
    return frames;
  };
}

/** CloudWatch Logs takes events up to this size; a longer line is told in parts. */
export const LONGEST_LINE = 256 * 1024;

export interface Lines {
  push(bytes: Buffer): void;
  /** What is left without a line break. */
  end(): void;
}

const LF = 0x0a;
const CR = 0x0d;

/** Bytes that are no UTF-8 become U+FFFD. A line break may be LF or CR LF. */
export function lineSplitter(tell: (line: string) => void, longest = LONGEST_LINE): Lines {
  let parts: Buffer[] = [];
  let size = 0;
  /** Tells the first bytes of what is held, as many as `lengthOf` says; the others begin the next line. */
  const take = (lengthOf: (line: Buffer) => number): void => {
    const line = Buffer.concat(parts);
    const length = lengthOf(line);
    tell(line.subarray(0, length).toString());
    parts = [line.subarray(length)];
    size = line.length - length;
  };
  const flush = (): void => {
    take((line) => (line.at(-1) === CR ? line.length - 1 : line.length));
    parts = [];
    size = 0;
  };
  const add = (bytes: Buffer): void => {
    let rest = bytes;
    for (let room = longest - size; rest.length > room; room = longest - size) {
      parts.push(rest.subarray(0, room));
      rest = rest.subarray(room);
      take(wholeCharacters);
    }
    // A copy: the chunk that it lies in would be kept alive.
    if (rest.length > 0) parts.push(Buffer.from(rest));
    size += rest.length;
  };
  return {
    push(bytes) {
      let from = 0;
      for (let to = bytes.indexOf(LF); to >= 0; to = bytes.indexOf(LF, from)) {
        add(bytes.subarray(from, to));
        flush();
        from = to + 1;
      }
      add(bytes.subarray(from));
    },
    end: () => {
      if (size > 0) flush();
    },
  };
}

/** Where the last character that is whole ends. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back < bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return lengthOf(byte) > back ? bytes.length - back : bytes.length;
    if (byte < 0x80) break;
  }
  return bytes.length;
}

const lengthOf = (first: number): number => (first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2);
