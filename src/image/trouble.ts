/** Why Docker failed, as far as it decides what to say or do next. */
export type Trouble = 'disk' | 'immutable' | 'missing' | 'login' | 'denied' | 'network' | 'other';

/** In this order: the first that matches is it. Wordings of Docker, BuildKit, ECR and Go's network library. */
const SIGNS: readonly (readonly [Trouble, RegExp])[] = [
  ['disk', /no space left on device|disk quota exceeded/i],
  ['immutable', /tag is immutable|immutable tag|cannot be overwritten because|ImageTagAlreadyExists/i],
  ['missing', /name unknown|repository with name .* does not exist|RepositoryNotFound/i],
  ['login', /no basic auth credentials|authorization token has expired|authentication required|401 Unauthorized/i],
  ['denied', /not authorized to perform|\bdenied\b|403 Forbidden/i],
  [
    'network',
    /i\/o timeout|timeout exceeded|handshake timeout|connection (?:refused|reset)|broken pipe|no such host|no route to host|network is unreachable|name resolution|unexpected EOF|: EOF$|server misbehaving|request canceled|use of closed network connection|toomanyrequests|Rate exceeded|too many requests|(?:status|code)[^\n]*\b(?:429|5\d\d)\b|\b50[0234] (?:Internal|Bad|Service|Gateway)/im,
  ],
];

export function troubleOf(lines: readonly string[]): Trouble {
  const text = lines.slice(-40).join('\n');
  return SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? 'other';
}

/** buildx's words for what failed once the image was built: BuildKit's own push, and the one by the engine. */
const PUSH = /^ERROR: .*\bfailed to push\b|^ > pushing \S+ with docker:$/;

/** Whether a build that pushes came to its push, and failed there. */
export function pushFailed(lines: readonly string[]): boolean {
  return lines.slice(-40).some((line) => PUSH.test(line));
}

/** The tag of the repository that a push ended at; null where the output names none. */
export function refusedTag(lines: readonly string[], repositoryUri: string): string | null {
  const named = lines.flatMap((line) => {
    const reference = /^ERROR: .*\bfailed to push (\S+?): |^ > pushing (\S+) with docker:$/.exec(line);
    return reference?.[1] ?? reference?.[2] ?? [];
  });
  const last = named.findLast((reference) => reference.startsWith(`${repositoryUri}:`));
  return last === undefined ? null : last.slice(repositoryUri.length + 1);
}

/**
 * The Dockerfile instruction that a build stopped at; null where the output names none.
 * BuildKit marks it in an excerpt of the Dockerfile (`3 | >>> RUN make`) or heads its log with it
 * (` > [build 2/4] RUN make:`); the classic builder says `Step 2/4 : RUN make` before it.
 */
export function failingInstruction(lines: readonly string[]): string | null {
  const signs = [/^\s*\d+ \| >>> (.+)$/, /^ > \[(?:[^\]]*)\] (.+):$/, /^Step \d+\/\d+ : (.+)$/];
  for (const sign of signs) {
    const found = lines.findLast((line) => sign.test(line));
    const instruction = sign.exec(found ?? '')?.[1];
    if (instruction !== undefined) return instruction.trim();
  }
  return null;
}

/** The end of an output, for an error. Blank lines are left out. */
export function lastLines(lines: readonly string[], count: number): string {
  const kept = lines.filter((line) => line.trim() !== '').slice(-count);
  return kept.length === 0 ? '(Docker printed nothing)' : kept.map((line) => `  ${line}`).join('\n');
}
