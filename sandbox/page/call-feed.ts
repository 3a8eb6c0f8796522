/** The log of AWS calls as a feed: each call has a number, so that a page that was away gets what it missed. */
import { type CallLog, type CallRecord } from '../control/calls.ts';
import { type CallView } from './view-types.ts';

/** The most that are sent at once: the newest. */
export const MOST_CALLS = 200;

/** Members that records have where the log keeps bodies. */
interface Kept {
  readonly id?: string | number;
  readonly ms?: number;
}

export interface CallFeed {
  /** Calls after number `seq`, oldest first; at most the newest `MOST_CALLS`. */
  since(seq: number): CallView[];
  /** The number of the newest call; 0 before the first. */
  newest(): number;
}

export function callFeed(log: CallLog): CallFeed {
  const numbers = new WeakMap<CallRecord, number>();
  let count = 0;
  /** Numbers the calls that came since the last look, and gives all. */
  const look = (): readonly CallRecord[] => {
    const calls = log.list();
    let known = calls.length;
    while (known > 0 && !numbers.has(calls[known - 1] ?? missing)) known -= 1;
    for (const call of calls.slice(known)) numbers.set(call, (count += 1));
    return calls;
  };
  return {
    since: (seq) =>
      look()
        .slice(-MOST_CALLS)
        .map((call) => view(call, numbers.get(call) ?? 0))
        .filter((call) => call.seq > seq),
    newest: () => {
      look();
      return count;
    },
  };
}

const missing: CallRecord = { at: 0, service: null, operation: '', status: 0, errorCode: null, fault: null };

function view(call: CallRecord & Kept, seq: number): CallView {
  return {
    seq,
    ref: call.id === undefined ? null : String(call.id),
    at: call.at,
    service: call.service,
    operation: call.operation,
    status: call.status,
    errorCode: call.errorCode,
    fault: call.fault,
    ms: call.ms ?? null,
  };
}
