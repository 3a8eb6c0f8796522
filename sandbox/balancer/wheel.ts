/** Which of several target groups takes the next request. */

export interface Member {
  readonly TargetGroupArn: string;
  readonly Weight: number;
}

/**
 * Smooth weighted round robin: over any run of as many requests as the weights' sum, each group gets exactly its weight
 * of them, as evenly spread as can be. Weights of 30 and 70 give 30 and 70 of any 100 in a row.
 */
export class Wheel {
  private readonly groups: readonly string[];
  private readonly weights: readonly number[];
  private readonly credit: number[];
  private readonly sum: number;

  constructor(members: readonly Member[]) {
    const served = members.filter(({ Weight }) => Weight > 0);
    this.groups = served.map(({ TargetGroupArn }) => TargetGroupArn);
    this.weights = served.map(({ Weight }) => Weight);
    this.credit = served.map(() => 0);
    this.sum = this.weights.reduce((total, weight) => total + weight, 0);
  }

  /** The ARN of a target group; null where every weight is 0. */
  next(): string | null {
    let best = -1;
    let most = -Infinity;
    for (let index = 0; index < this.groups.length; index += 1) {
      const credit = (this.credit[index] ?? 0) + (this.weights[index] ?? 0);
      this.credit[index] = credit;
      if (credit > most) [best, most] = [index, credit];
    }
    if (best < 0) return null;
    this.credit[best] = most - this.sum;
    return this.groups[best] ?? null;
  }

  /** Whether it turns as one made of these members would: then it can go on in their place. */
  turnsAs(members: readonly Member[]): boolean {
    const served = members.filter(({ Weight }) => Weight > 0);
    return (
      served.length === this.groups.length &&
      served.every((member, at) => member.TargetGroupArn === this.groups[at] && member.Weight === this.weights[at])
    );
  }
}
