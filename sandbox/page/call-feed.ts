/** The log of AWS calls as the page is sent it: a page that was away gets what it missed. */
import { type CallLog, type CallRecord } from '../control/calls.ts';
import { type CallView } from './view-types.ts';

/** The most that are sent at once: the newest. */
export const MOST_CALLS = 200;

export interface CallFeed {
  /** Calls after the one with that id, oldest first; at most the newest `MOST_CALLS`. */
  since(id: number): CallView[];
}

export const callFeed = (log: CallLog): CallFeed => ({
  since: (id) => log.list(id).slice(-MOST_CALLS).map(view),
});

const view = ({ id, at, service, operation, status, errorCode, fault, ms }: CallRecord): CallView => ({
  id,
  at,
  service,
  operation,
  status,
  errorCode,
  fault,
  ms,
});
