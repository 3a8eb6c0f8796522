/** Counts of a target group's targets at a minute's end. */
export interface Hosts {
  readonly healthy: number;
  readonly unhealthy: number;
}

const MINUTES_KEPT = 25 * 60;

/** Samples by the minute. Private, so that a look at the whole world does not list them all. */
export class HostSamples {
  readonly #minutes = new Map<number, ReadonlyMap<string, Hosts>>();

  /** `groups`: target group ARN to its counts. */
  add(minute: number, groups: ReadonlyMap<string, Hosts>): void {
    this.#minutes.set(minute, groups);
    for (const old of this.#minutes.keys()) {
      if (old > minute - MINUTES_KEPT) break;
      this.#minutes.delete(old);
    }
  }

  at(minute: number, targetGroupArn: string): Hosts | null {
    return this.#minutes.get(minute)?.get(targetGroupArn) ?? null;
  }
}
