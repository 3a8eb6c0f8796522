import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { demultiplexer, lineSplitter } from '../../../../sandbox/runtime/docker/frames.ts';

function frame(source: 1 | 2, payload: string | Buffer): Buffer {
  const bytes = Buffer.from(payload);
  const header = Buffer.alloc(8);
  header[0] = source;
  header.writeUInt32BE(bytes.length, 4);
  return Buffer.concat([header, bytes]);
}

/** Cut at the given places, which may be anywhere. */
function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const ends = [...new Set(places.map((place) => place % (bytes.length + 1)))].toSorted((a, b) => a - b);
  return [...ends, bytes.length].map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}

const join = (chunks: readonly Buffer[], source: string): string => {
  const split = demultiplexer();
  const frames = chunks.flatMap((chunk) => split(chunk));
  return Buffer.concat(frames.filter((one) => one.source === source).map(({ bytes }) => bytes)).toString();
};

describe('the engine’s frames', () => {
  test('are told apart however the stream is cut', () => {
    const stream = Buffer.concat([frame(1, 'one\n'), frame(2, 'fault\n'), frame(1, ''), frame(1, 'två\n')]);
    fc.assert(
      fc.property(fc.array(fc.nat(200)), (places) => {
        const chunks = cut(stream, places);
        expect(join(chunks, 'stdout')).toBe('one\ntvå\n');
        expect(join(chunks, 'stderr')).toBe('fault\n');
      }),
    );
  });

  test('a large one is passed on before it is whole', () => {
    const split = demultiplexer();
    const whole = frame(1, 'x'.repeat(1_000));
    expect(split(whole.subarray(0, 108)).map(({ bytes }) => bytes.length)).toEqual([100]);
  });
});

function linesOf(chunks: readonly Buffer[], longest?: number): string[] {
  const lines: string[] = [];
  const splitter = lineSplitter((line) => lines.push(line), longest);
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
  return lines;
}

describe('lines', () => {
  test.each<[string, string | Buffer, string[]]>([
    ['none', '', []],
    ['with and without a break', 'one\ntwo', ['one', 'two']],
    ['empty ones', '\n\n', ['', '']],
    ['CR LF', 'one\r\ntwo\r\n', ['one', 'two']],
    ['a CR within', 'one\rtwo\n', ['one\rtwo']],
    ['bytes that are no UTF-8', Buffer.from([0x61, 0xff, 0x62, 0x0a]), ['a\u{fffd}b']],
    ['a NUL', 'a\0b\n', ['a\0b']],
  ])('%s', (_name, text, lines) => {
    expect(linesOf([Buffer.from(text)])).toEqual(lines);
  });

  test('are the same however the bytes are cut', () => {
    const text = 'grün\n\n日本語 line\nlast';
    fc.assert(
      fc.property(fc.array(fc.nat(100)), (places) => {
        expect(linesOf(cut(Buffer.from(text), places))).toEqual(text.split('\n'));
      }),
    );
  });

  test('a long one comes in parts, without a character broken', () => {
    const lines = linesOf([Buffer.from(`${'日'.repeat(7)}\nend`)], 8);
    expect(lines).toEqual(['日日', '日日', '日日', '日', 'end']);
  });

  test('one that is exactly as long as may be is not broken', () => {
    expect(linesOf([Buffer.from('12345678\n')], 8)).toEqual(['12345678']);
  });

  test('an endless line does not pile up', () => {
    let told = 0;
    const splitter = lineSplitter((line) => (told += line.length), 1_024);
    for (let chunk = 0; chunk < 100; chunk++) splitter.push(Buffer.alloc(1_000, 0x61));
    expect(told).toBeGreaterThan(98_000);
  });

  test('bytes that never make a character come in parts, too', () => {
    expect(linesOf([Buffer.alloc(20, 0x80)], 8).join('')).toBe('\u{fffd}'.repeat(20));
  });
});
