import { posix } from 'node:path';
import { Glob } from './glob.ts';
import { type Pattern } from './pattern.ts';

/** What the patterns say of one path, and what the paths in it start from. */
export interface Verdict {
  readonly ignored: boolean;
  /** For each group of patterns: whether it applied to the path, or to a folder above it. */
  readonly applied: readonly boolean[];
}

/** What is said of the context's own folder. */
export const TOP: Verdict = { ignored: false, applied: [] };

export interface IgnoreRules {
  /** @param path relative to the context, with slashes. @param above the verdict on the folder that it lies in */
  judge(path: string, above: Verdict): Verdict;
  /** Whether something in this ignored folder could be sent all the same. */
  mayReturn(folder: string): boolean;
}

/**
 * The patterns in their order, as BuildKit's walker applies them (moby/patternmatcher, `MatchesUsingParentResults`): a
 * pattern is tried only where it would change the answer, and what applied to a folder applies to all in it.
 */
export function ignoreRules(patterns: readonly Pattern[]): IgnoreRules {
  const groups = grouped(patterns);
  const returns = patterns.filter(({ negated }) => negated).map(({ text }) => text.replace(/\/\*\*$/, ''));
  const bases = returns.map((text) => text.replace(/\/\*$/, ''));
  const anywhere = bases.some((base) => /[*[\]?^\\]/.test(base));
  return {
    judge: (path, above) => {
      let ignored = false;
      const applied = groups.map((group, index) => {
        const applies = above.applied[index] === true || (group.negated === ignored && matchesItself(group, path));
        if (applies) ignored = !group.negated;
        return applies;
      });
      return { ignored, applied };
    },
    mayReturn: (folder) => anywhere || bases.some((base) => `${base}/`.startsWith(`${folder}/`)),
  };
}

/** Patterns that follow one another and are of one kind; together they act as one. */
interface Group {
  readonly negated: boolean;
  /** May match a folder and, apart from that, something in it. */
  readonly deep: boolean;
  readonly glob: Glob;
}

function grouped(patterns: readonly Pattern[]): Group[] {
  const groups: { negated: boolean; deep: boolean; texts: string[] }[] = [];
  for (const { negated, text } of patterns) {
    const deep = /\*\*|\[/.test(text);
    const last = groups.at(-1);
    if (last?.negated === negated && last.deep === deep) last.texts.push(text);
    else groups.push({ negated, deep, texts: [text] });
  }
  return groups.map(({ texts, ...kind }) => ({ ...kind, glob: new Glob(texts) }));
}

/**
 * Whether the path matches, not only a folder above it. Where the library cannot tell, the answer is the one with which
 * more is sent: a file counted in vain costs a build, one forgotten could cost the right image.
 */
function matchesItself({ glob, negated, deep }: Group, path: string): boolean {
  if (!glob.matches(path)) return false;
  const above = posix.dirname(path);
  if (above === '.' || !glob.matches(above)) return true;
  return deep && negated;
}
