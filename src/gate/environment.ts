/** Of AWS's variables, those that hold no credentials and lead to none. */
const KEPT_OF_AWS = new Set(['AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_CA_BUNDLE', 'AWS_PAGER', 'AWS_DEFAULT_OUTPUT']);

/** The step's inputs, its state, and the runner's own tokens (OIDC, caches, artifacts). */
const PREFIXES = ['INPUT_', 'STATE_', 'ACTIONS_'];

/** Files by which a step speaks to the runner: outputs, state, variables and PATH of later steps, the summary. */
const SPEAKING = new Set(['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY']);

/**
 * The environment without what the step itself works with. Names are compared without regard to case, as Windows does.
 * It keeps a command from using them by accident: a process of the same user can still look them up.
 */
export function scrubbed(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined && isHarmless(entry[0])),
  );
}

function isHarmless(given: string): boolean {
  const name = given.toUpperCase();
  if (name.startsWith('AWS_')) return KEPT_OF_AWS.has(name);
  return !SPEAKING.has(name) && !PREFIXES.some((prefix) => name.startsWith(prefix));
}
