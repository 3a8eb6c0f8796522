/** The command of a hook, as `--hook NAME=COMMAND` gives it. */

export interface HookCommand {
  /** The program and its arguments. No shell reads them. */
  readonly command: readonly [string, ...string[]];
  /** Real milliseconds until it is ended and has Failed. */
  readonly timeoutMs: number;
}

/** AWS Lambda's own longest time-out (Lambda Developer Guide: quotas). */
const LONGEST_RUN_MS = 15 * 60_000;

/** Anything that only a shell would understand. */
const SHELL = /["'`$|&;<>(){}*?~\\#]/;

const forms =
  'give words without quotes (NAME=./check.sh --fast), a JSON list (NAME=["bash","-c","…"]), ' +
  'or {"command": […], "timeoutMs": N}';

/** Throws an `Error` whose message says what is wrong with which option. */
export function parseHook(option: string): readonly [name: string, command: HookCommand] {
  const at = option.indexOf('=');
  const name = option.slice(0, Math.max(0, at)).trim();
  const text = option.slice(at + 1).trim();
  const refuse = (why: string): never => {
    throw new Error(`--hook ${JSON.stringify(option.slice(0, 200))}: ${why}; ${forms}.`);
  };
  if (!/^[A-Za-z0-9_-]{1,140}$/.test(name)) return refuse("it must begin with a Lambda function's name and =");
  if (text === '') return refuse('there is no command');
  if (!/^[[{]/.test(text)) {
    if (SHELL.test(text)) return refuse('no shell reads the command, so quotes and the like have no meaning');
    return [name, { command: checked(text.split(/\s+/), refuse), timeoutMs: LONGEST_RUN_MS }];
  }
  const parsed = parsedJson(text, refuse);
  if (Array.isArray(parsed)) return [name, { command: checked(parsed, refuse), timeoutMs: LONGEST_RUN_MS }];
  const members = new Map<string, unknown>(Object.entries(Object(parsed) as object));
  const timeoutMs = members.get('timeoutMs') ?? LONGEST_RUN_MS;
  if (typeof timeoutMs !== 'number' || !(timeoutMs > 0 && timeoutMs <= LONGEST_RUN_MS)) {
    return refuse(`timeoutMs must be a number above 0 and at most ${LONGEST_RUN_MS}`);
  }
  return [name, { command: checked(members.get('command'), refuse), timeoutMs }];
}

function parsedJson(text: string, refuse: (why: string) => never): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse('it begins like JSON and is not');
  }
}

function checked(words: unknown, refuse: (why: string) => never): readonly [string, ...string[]] {
  if (!Array.isArray(words)) return refuse('the command must be a list');
  const texts: unknown[] = words;
  const [program, ...rest] = texts.filter((word): word is string => typeof word === 'string' && !word.includes('\0'));
  if (program === undefined || program === '' || rest.length + 1 < texts.length) {
    return refuse('the command must be a list of strings, a program first');
  }
  return [program, ...rest];
}
