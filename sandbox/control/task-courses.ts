/** Whether a value is one for the setting `runTaskCourses`. */

/** The longest text, and the most lines, that anyone plays. */
const LONGEST = 10_000;
const MOST_LINES = 10_000;

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '' && value.length <= LONGEST;
const isLine = (value: unknown): boolean => typeof value === 'string' && value.length <= LONGEST;
const isMs = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isExitCode = (value: unknown): boolean =>
  value === null || (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 255);

/** Every member is one that `rules` knows, and holds. */
const fits = (value: unknown, rules: Readonly<Record<string, (member: unknown) => boolean>>): boolean =>
  isMembers(value) && Object.entries(value).every(([name, member]) => rules[name]?.(member) === true);

const isEnd = (value: unknown): boolean =>
  isMembers(value) &&
  'exitCode' in value &&
  fits(value, {
    exitCode: isExitCode,
    reason: isText,
    lines: (lines) => Array.isArray(lines) && lines.length <= MOST_LINES && lines.every(isLine),
  });

const isCourse = (value: unknown): boolean =>
  fits(value, {
    afterMs: isMs,
    neverStarts: isText,
    containers: (ends) => isMembers(ends) && Object.values(ends).every(isEnd),
  });

export const taskCourses = {
  wanted: "an object of family or '*' to {afterMs, neverStarts, containers: {name: {exitCode, reason, lines}}}",
  holds: (value: unknown): boolean => isMembers(value) && Object.values(value).every(isCourse),
};
