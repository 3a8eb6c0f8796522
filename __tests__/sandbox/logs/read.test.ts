import { describe, expect, test } from '@jest/globals';
import { EventList, eventBytes } from '../../../sandbox/logs/event-list.ts';
import { parseToken, type ReadRequest, readPage } from '../../../sandbox/logs/read.ts';
import { eventId } from '../../../sandbox/logs/store.ts';
import { type LogEvent } from '../../../sandbox/world/logs.ts';

/** Events at 1000, 2000, … with the messages 1, 2, … */
const events = (count: number, message = (index: number) => String(index)): LogEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    id: eventId((index + 1) * 1000, index + 1),
    timestamp: (index + 1) * 1000,
    ingestedAt: 0,
    message: message(index + 1),
  }));

const request = (changes: Partial<ReadRequest> = {}): ReadRequest => ({
  startTime: 0,
  endTime: Infinity,
  limit: 3,
  fromHead: false,
  token: null,
  ...changes,
});

const read = (all: readonly LogEvent[], changes: Partial<ReadRequest> = {}) => {
  const { events: page, forward, backward } = readPage(all, request(changes));
  return { messages: page.map(({ message }) => message), forward: parseToken(forward), backward: parseToken(backward) };
};

describe('a page of a stream', () => {
  test.each<[string, Partial<ReadRequest>, string[]]>([
    ['the last ones', {}, ['5', '6', '7']],
    ['the first ones', { fromHead: true }, ['1', '2', '3']],
    ['from a time on, which is included', { fromHead: true, startTime: 2000 }, ['2', '3', '4']],
    ['until a time, which is not', { endTime: 6000 }, ['3', '4', '5']],
    ['one', { limit: 1 }, ['7']],
    ['more than there are', { limit: 100 }, ['1', '2', '3', '4', '5', '6', '7']],
    ['none in that time', { startTime: 1e6 }, []],
  ])('%s', (_name, changes, messages) => {
    expect(read(events(7), changes).messages).toEqual(messages);
  });

  test('forward to the end, where the same token comes back', () => {
    let page = read(events(7), { fromHead: true });
    const seen = [page.messages];
    for (let count = 0; count < 3; count += 1) {
      page = read(events(7), { token: page.forward });
      seen.push(page.messages);
    }
    expect(seen).toEqual([['1', '2', '3'], ['4', '5', '6'], ['7'], []]);
    expect(read(events(7), { token: page.forward }).forward).toEqual(page.forward);
    expect(read(events(8), { token: page.forward }).messages).toEqual(['8']);
  });

  test('backward to the beginning, where the same token comes back', () => {
    let page = read(events(7));
    const seen = [page.messages];
    for (let count = 0; count < 3; count += 1) {
      page = read(events(7), { token: page.backward });
      seen.push(page.messages);
    }
    expect(seen).toEqual([['5', '6', '7'], ['2', '3', '4'], ['1'], []]);
    expect(read(events(7), { token: page.backward }).backward).toEqual(page.backward);
  });

  test('of an empty stream: its forward token finds what comes later', () => {
    const page = read([]);
    expect(read(events(2), { token: page.forward }).messages).toEqual(['1', '2']);
  });

  test('holds no more than 1 MiB, and one event at least', () => {
    const half = 'x'.repeat(512 * 1024);
    expect(read(events(7, () => half)).messages).toHaveLength(1);
    expect(
      read(
        events(7, (index) => (index === 1 ? half : 'small')),
        { limit: 100 },
      ).messages,
    ).toHaveLength(7);
  });

  test.each(['', 'f/1/s', `f/${'0'.repeat(56)}`, `x/${'0'.repeat(56)}/s`, `f/${'a'.repeat(56)}/s`])(
    '%j is no token',
    (token) => {
      expect(parseToken(token)).toBeNull();
    },
  );
});

describe('a stream', () => {
  test('keeps its events by their times, those of one time by their arrival', () => {
    const list = new EventList();
    const [first, second, third] = events(3);
    for (const event of [second, third, first]) if (event) list.add(event);
    expect(list.all().map(({ message }) => message)).toEqual(['1', '2', '3']);
    expect(list.drop(2)).toBe(eventBytes('1') + eventBytes('2'));
    expect(list.all().map(({ message }) => message)).toEqual(['3']);
  });
});
