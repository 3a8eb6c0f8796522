/** Requests by version over time, ready to be drawn. */
import type { ServiceView, TrafficSecond } from '../view-types.ts';

export interface Series {
  /** `web:3`; empty for requests that no target was asked for. */
  readonly revision: string;
  readonly slot: 'blue' | 'green' | 'other';
  /** More than one revision can have been in a target group: 0 is its newest. */
  readonly age: number;
  /** Requests a second, one value a second, oldest first. */
  readonly rates: readonly number[];
  readonly requests: number;
  readonly refused: number;
  readonly errors: number;
}

export interface Chart {
  readonly series: readonly Series[];
  /** Errors a second, of all versions. */
  readonly errors: readonly number[];
  readonly highest: number;
}

const numberOf = (revision: string): number => Number(/:(\d+)$/.exec(revision)?.[1] ?? 0);

function slotOf(service: ServiceView, revision: string): Series['slot'] {
  const arn = service.groupOf[revision];
  return service.groups.find((group) => group.arn === arn)?.slot ?? 'other';
}

/** `seconds` up to and with the second `until`, `length` of them. */
export function chartOf(
  service: ServiceView,
  seconds: readonly TrafficSecond[],
  { listener, until, length }: { listener: string; until: number; length: number },
): Chart {
  const bySecond = new Map(seconds.map((each) => [each.second, each.listeners[listener] ?? {}]));
  const names = [...new Set([...bySecond.values()].flatMap((counts) => Object.keys(counts)))];
  names.sort((a, b) => numberOf(a) - numberOf(b));
  const times = Array.from({ length }, (_, index) => until - length + 1 + index);
  const at = (second: number, name: string): readonly [number, number, number] =>
    bySecond.get(second)?.[name] ?? [0, 0, 0];
  const sum = (name: string, part: 0 | 1 | 2): number => times.reduce((all, second) => all + at(second, name)[part], 0);
  const series = names.map((revision): Series => {
    const slot = slotOf(service, revision);
    const newer = names.filter((other) => slotOf(service, other) === slot && numberOf(other) > numberOf(revision));
    return {
      revision,
      slot,
      age: newer.length,
      rates: times.map((second) => at(second, revision)[0]),
      requests: sum(revision, 0),
      refused: sum(revision, 1),
      errors: sum(revision, 2),
    };
  });
  const shown = series.filter(({ requests }) => requests > 0);
  const totals = times.map((_, index) => shown.reduce((all, { rates }) => all + (rates[index] ?? 0), 0));
  return {
    series: shown,
    errors: times.map((second) => names.reduce((all, name) => all + at(second, name)[2], 0)),
    highest: Math.max(0, ...totals),
  };
}

/** A round number at or above `value` for the top of an axis. */
export function niceTop(value: number): number {
  if (value <= 5) return 5;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((top) => top >= value) ?? 10 * power;
}

/** Requests a second of a listener over the last three complete seconds, by target group ARN. */
export function ratesByGroup(
  service: ServiceView,
  seconds: readonly TrafficSecond[],
  until: number,
): (listener: string, group: string) => number {
  const recent = seconds.filter(({ second }) => second > until - 3 && second <= until);
  return (listener, group) =>
    recent
      .flatMap((each) => Object.entries(each.listeners[listener] ?? {}))
      .filter(([revision]) => service.groupOf[revision] === group)
      .reduce((all, [, [requests]]) => all + requests, 0) / 3;
}
