import { type EventList } from '../logs/event-list.ts';

export interface LogsWorld {
  /** By group name. */
  readonly groups: Map<string, LogGroup>;
  /** Of all events in all streams, as CloudWatch Logs counts it. */
  bytes: number;
  /** Events taken in so far; part of each one's id. */
  count: number;
}

export interface LogGroup {
  readonly arn: string;
  readonly name: string;
  readonly createdAt: number;
  readonly tags: Map<string, string>;
  /** Days after which events are no longer read; null for never. */
  retentionDays: number | null;
  /** Shown only. */
  kmsKeyId?: string | null;
  /** By stream name. */
  readonly streams: Map<string, LogStream>;
}

export interface LogStream {
  readonly arn: string;
  readonly name: string;
  readonly createdAt: number;
  lastIngestionAt: number | null;
  readonly events: EventList;
}

export interface LogEvent {
  /** 56 digits, as in FilterLogEvents; sorts by time, then by arrival. */
  readonly id: string;
  readonly timestamp: number;
  readonly ingestedAt: number;
  readonly message: string;
}

export const createLogs = (): LogsWorld => ({ groups: new Map(), bytes: 0, count: 0 });
