import { type LogEvent } from '../world/logs.ts';

/** CloudWatch Logs counts 26 bytes for each event beside its message (Logs API: PutLogEvents). */
const EVENT_OVERHEAD = 26;

export const eventBytes = (message: string): number => Buffer.byteLength(message) + EVENT_OVERHEAD;

/** The events of one stream, oldest first. Private, so that a look at the whole world does not list every line. */
export class EventList {
  readonly #events: LogEvent[] = [];
  #bytes = 0;

  all(): readonly LogEvent[] {
    return this.#events;
  }

  /** As CloudWatch Logs counts them. */
  get bytes(): number {
    return this.#bytes;
  }

  add(event: LogEvent): void {
    this.#bytes += eventBytes(event.message);
    this.#events.splice(this.placeOf(event.id), 0, event);
  }

  /** The place of the first event whose id is `id` or comes after it. */
  placeOf(id: string): number {
    let low = 0;
    let high = this.#events.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#events[middle]?.id ?? '') < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Drops the oldest `count` events and tells how many bytes that frees. */
  drop(count: number): number {
    const freed = this.#events.splice(0, count).reduce((sum, { message }) => sum + eventBytes(message), 0);
    this.#bytes -= freed;
    return freed;
  }
}
