/**
 * Why a container did not run, or ended, in the words of ECS.
 *
 * Sources: Amazon ECS developer guide, "CannotPullContainer task errors" and "Stopped tasks error messages", for the names;
 * messages of tasks on Fargate platform 1.4 as users report them (aws/amazon-ecs-agent issues 2954 and 3526) for the rest.
 * How often ECS says that it tried again is assumed.
 */

/** ECS cuts a container's reason off at this many characters (ECS API: Container.reason). */
const LONGEST = 1_024;

const cut = (reason: string): string => (reason.length <= LONGEST ? reason : `${reason.slice(0, LONGEST - 3)}...`);

const MANIFEST = 'pull image manifest has been retried';

const missing =
  /manifest (?:for .* )?(?:unknown|not found)|not found: (?:manifest|name)|name unknown|NAME_UNKNOWN|does not exist in the registry/i;
const limited = /toomanyrequests|too many requests|\b429\b/i;
const denied = /denied|unauthorized|no basic auth|authentication required|authorization failed|forbidden|\b40[13]\b/i;
const platform = /no matching manifest for ([\w/.]+)/i;
const invalid = /invalid reference format|must be lowercase/i;

/** `reference` is the definition's, `said` the engine's text about what was really pulled. */
export function cannotPull(reference: string, said: string): string {
  const unresolved = (times: number, why: string): string =>
    `${MANIFEST} ${times} time(s): failed to resolve ref ${reference}: ${why}`;
  return cut(`CannotPullContainerError: ${pullFault(reference, said, unresolved)}`);
}

function pullFault(reference: string, said: string, unresolved: (times: number, why: string) => string): string {
  const [, wanted] = platform.exec(said) ?? [];
  if (wanted !== undefined) {
    return `${MANIFEST} 7 time(s): image Manifest does not contain descriptor matching platform '${wanted}'`;
  }
  if (invalid.test(said)) return `invalid reference format: ${reference}`;
  if (limited.test(said)) {
    return `inspect image has been retried 5 time(s): httpReadSeeker: failed open: unexpected status code 429 Too Many Requests - Server message: ${said}`;
  }
  // Docker Hub's refusal names both; where access is the cause cannot be told, so its own text stays.
  if (denied.test(said))
    return unresolved(1, `pull access denied, repository does not exist or may require authorization: ${said}`);
  if (missing.test(said)) return unresolved(1, `${reference}: not found`);
  return unresolved(5, `failed to do request: ${said}`);
}

const RUNTIME = 'ResourceInitializationError: failed to create new container runtime task';

export function cannotStart(said: string): string {
  const ran = /OCI runtime|shim task|exec format error/i.test(said);
  return cut(`CannotStartContainerError: ${ran ? `${RUNTIME}: ${said}` : `Error response from daemon: ${said}`}`);
}

export const cannotCreate = (said: string): string =>
  cut(`CannotCreateContainerError: Error response from daemon: ${said}`);

export const noNetwork = (said: string): string =>
  cut(`ResourceInitializationError: unable to set up the task's network: ${said}`);

/** The engine no longer answers, or lost the container: ECS's agent says so in its own words. */
export const notInspected =
  'CannotInspectContainerError: Could not inspect the container: it was removed from the engine';

export interface End {
  readonly exitCode: number | null;
  readonly outOfMemory: boolean;
}

const KILLED = 137;

/** null for an end that needs no reason: the exit code says it. */
export function exitReason({ exitCode, outOfMemory }: End): string | null {
  if (exitCode === null) return notInspected;
  // A child that was killed for memory ends its container only if the container ends with it.
  return outOfMemory && exitCode === KILLED ? 'OutOfMemoryError: Container killed due to memory usage' : null;
}
