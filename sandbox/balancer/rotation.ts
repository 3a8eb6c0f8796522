import { type Target } from '../world/elb.ts';

/**
 * Round robin over a group's healthy targets. Where none is healthy, over all that are registered: the load balancer
 * fails open (ELB User Guide for ALB: health checks for target groups). Draining ones get no new requests.
 */
export class Rotation {
  /** By target group ARN: the place of the target that was asked last. */
  private readonly last = new Map<string, number>();

  /** null where nothing is registered, or all of it drains. */
  next(targetGroupArn: string, targets: readonly Target[]): Target | null {
    const last = this.last.get(targetGroupArn) ?? -1;
    const at = placeAfter(last, targets, isHealthy) ?? placeAfter(last, targets, isRegistered);
    if (at === null) return null;
    this.last.set(targetGroupArn, at);
    return targets[at] ?? null;
  }
}

const isHealthy = (target: Target): boolean => target.state === 'healthy';
const isRegistered = (target: Target): boolean => target.state !== 'draining';

function placeAfter(last: number, targets: readonly Target[], fits: (target: Target) => boolean): number | null {
  const count = targets.length;
  for (let step = 1; step <= count; step += 1) {
    const place = (last + step) % count;
    const target = targets[place];
    if (target && fits(target)) return place;
  }
  return null;
}
