/** One AWS call as it was answered. Holds nothing of what was sent or returned. */
export interface CallRecord {
  /** Rises with every call, and never comes again in one sandbox. */
  readonly id: number;
  /** Emulated epoch milliseconds of its arrival. */
  readonly at: number;
  readonly service: string | null;
  readonly operation: string;
  /** HTTP status; 0 where the connection was cut instead of an answer. */
  readonly status: number;
  readonly errorCode: string | null;
  /** The kind of the fault that was played on it. */
  readonly fault: string | null;
  /** Real milliseconds from the whole request to the answer. */
  readonly ms: number;
}

/** What was sent and returned, as text; of headers nothing is kept. */
export interface CallBodies {
  readonly request: string;
  readonly answer: string;
}

/** Secrets are masked, and each body is cut to 16 KB. Null for an old call, of which only the record is kept. */
export type WholeCall = CallRecord & { readonly bodies: CallBodies | null };

export interface CallLog {
  add(call: Omit<CallRecord, 'id'>, bodies?: CallBodies): void;
  /** All, or those with a higher id. */
  list(after?: number): readonly CallRecord[];
  find(id: number): WholeCall | undefined;
  clear(): void;
}

export interface CallLogLimits {
  readonly calls: number;
  /** The newest calls that keep their bodies, and the bytes of all bodies together. */
  readonly bodies: number;
  readonly bodyBytes: number;
}

const defaults: CallLogLimits = { calls: 100_000, bodies: 2_000, bodyBytes: 32 * 1024 * 1024 };

/** How far the list grows beyond its limit before it is trimmed. */
const SLACK = 1.25;

const LONGEST_BODY = 16 * 1024;

/** Keeps the newest calls. Ids go on after `clear`. */
export function createCallLog(mask: (body: string) => string, limits: Partial<CallLogLimits> = {}): CallLog {
  const { calls: limit, ...bodyLimits } = { ...defaults, ...limits };
  let calls: CallRecord[] = [];
  let lastId = 0;
  const kept = createKept(bodyLimits);
  const newest = (): readonly CallRecord[] => calls.slice(-limit);
  return {
    add(call, bodies) {
      lastId += 1;
      calls.push({ id: lastId, ...call });
      // Trimmed now and then, not at each call: moving a long list for every call would be slow.
      if (calls.length >= limit * SLACK) calls = calls.slice(-limit);
      if (!bodies) return;
      const { request, answer } = bodies;
      kept.add(lastId, { request: cut(mask(request)), answer: cut(mask(answer)) });
    },
    // Ids are without gaps, so that the place of one follows from the last.
    list: (after) =>
      after === undefined ? newest() : calls.slice(-Math.min(limit, Math.max(0, lastId - after)) || Infinity),
    find(id) {
      const age = lastId - id;
      const call = age < limit ? calls[calls.length - 1 - age] : undefined;
      return call && { ...call, bodies: kept.find(id) };
    },
    clear() {
      calls = [];
      kept.clear();
    },
  };
}

/** A cut text is copied: a slice would keep the whole of it in memory. */
function cut(body: string): string {
  if (body.length <= LONGEST_BODY) return body;
  return `${Buffer.from(body.slice(0, LONGEST_BODY)).toString()}… (${body.length - LONGEST_BODY} more characters)`;
}

interface Kept {
  add(id: number, bodies: CallBodies): void;
  find(id: number): CallBodies | null;
  clear(): void;
}

function createKept({ bodies: most, bodyBytes }: Omit<CallLogLimits, 'calls'>): Kept {
  const kept = new Map<number, CallBodies>();
  let bytes = 0;
  const sizeOf = ({ request, answer }: CallBodies): number => 2 * (request.length + answer.length);
  return {
    add(id, bodies) {
      kept.set(id, bodies);
      bytes += sizeOf(bodies);
      for (const [oldest, old] of kept) {
        if (kept.size <= most && bytes <= bodyBytes) break;
        kept.delete(oldest);
        bytes -= sizeOf(old);
      }
    },
    find: (id) => kept.get(id) ?? null,
    clear() {
      kept.clear();
      bytes = 0;
    },
  };
}
