import { type ScalingActivity } from '../ports/aws/aws.ts';

/**
 * ECS developer guide, "Blue/Green deployment with CodeDeploy": a service that is not steady within 5 minutes of a
 * scaling event during its deployment fails that deployment.
 */
const STEADY_MS = 5 * 60_000;

/** Application Auto Scaling API: ScalingActivityStatusCode. */
const GOING = new Set(['Pending', 'InProgress']);
const DONE = new Set(['Successful', 'Unfulfilled']);

/** Scaling that is going on or has just been, which can fail a deployment that starts now. `now`: epoch milliseconds. */
export function scalingWarnings(activities: readonly ScalingActivity[], now: number): readonly string[] {
  const found = activities.find(({ status, startedAt, endedAt }) => {
    if (GOING.has(status)) return true;
    const at = endedAt ?? startedAt;
    return DONE.has(status) && at !== null && now - at < STEADY_MS;
  });
  if (found === undefined) return [];
  const at =
    found.startedAt === null ? '' : ` since ${new Date(found.startedAt).toISOString().replace(/\.\d+Z$/, 'Z')}`;
  return [
    `Application Auto Scaling changes the desired count of the service: ${found.description.replace(/\.?$/, '')} (${found.status}${at}). ` +
      'A service that is not steady within 5 min of a scaling event fails its deployment: deploy when it has settled, or suspend scaling while the deployment runs.',
  ];
}
