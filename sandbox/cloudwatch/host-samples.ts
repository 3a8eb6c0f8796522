/** Counts of a target group's targets at a minute's end. */
export interface Hosts {
  readonly healthy: number;
  readonly unhealthy: number;
}

/** Minutes in a row, both included, in which the counts were the same. */
interface Run {
  readonly from: number;
  to: number;
  readonly hosts: Hosts;
}

const MINUTES_KEPT = 25 * 60;

/** Samples by the minute, kept as runs: counts seldom change. */
export class HostSamples {
  readonly #runs = new Map<string, Run[]>();

  /** `groups`: target group ARN to its counts. Minutes come in their order. */
  add(minute: number, groups: ReadonlyMap<string, Hosts>): void {
    for (const [arn, hosts] of groups) {
      const runs = this.#runs.get(arn) ?? [];
      this.#runs.set(arn, runs);
      const last = runs.at(-1);
      const same =
        last?.to === minute - 1 && last.hosts.healthy === hosts.healthy && last.hosts.unhealthy === hosts.unhealthy;
      if (same) last.to = minute;
      else runs.push({ from: minute, to: minute, hosts });
    }
    for (const [arn, runs] of this.#runs) {
      while ((runs[0]?.to ?? minute) <= minute - MINUTES_KEPT) runs.shift();
      if (runs.length === 0) this.#runs.delete(arn);
    }
  }

  at(minute: number, targetGroupArn: string): Hosts | null {
    const run = this.#runs.get(targetGroupArn)?.findLast(({ from }) => from <= minute);
    return run && minute <= run.to ? run.hosts : null;
  }
}
