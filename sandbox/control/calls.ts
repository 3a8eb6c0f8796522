/** One AWS call as it was answered. Holds nothing of what was sent or returned. */
export interface CallRecord {
  /** Emulated epoch milliseconds of its arrival. */
  readonly at: number;
  readonly service: string | null;
  readonly operation: string;
  /** HTTP status; 0 where the connection was cut instead of an answer. */
  readonly status: number;
  readonly errorCode: string | null;
  /** The kind of the fault that was played on it. */
  readonly fault: string | null;
}

export interface CallLog {
  add(call: CallRecord): void;
  list(): readonly CallRecord[];
  clear(): void;
}

/** Keeps the newest `limit` calls. */
export function createCallLog(limit = 100_000): CallLog {
  let calls: CallRecord[] = [];
  return {
    add(call) {
      calls.push(call);
      // Trimmed now and then, not at each call: moving a long list for every call would be slow.
      if (calls.length >= limit * 2) calls = calls.slice(-limit);
    },
    list: () => calls.slice(-limit),
    clear() {
      calls = [];
    },
  };
}
