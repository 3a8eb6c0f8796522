/** ECS API, ServiceDeploymentCircuitBreaker: half the desired count, at least 3 and at most 200. */
const SHARE = 0.5;
const LEAST = 3;
const MOST = 200;

/** At how many failed tasks a deployment is given up; null: never. `given`: the input, null where it is not set. */
export function failureLimit(given: number | null, desired: number): number | null {
  if (given === 0) return null;
  return given ?? Math.min(MOST, Math.max(LEAST, Math.ceil(desired * SHARE)));
}
