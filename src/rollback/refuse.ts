import { type Fault, messageOf, RefusalError } from '../errors.ts';
import { revisionName } from '../task-definition/load.ts';
import { type KnownCandidate } from './candidate.ts';
import { candidatesOf } from './candidates.ts';
import { isPlaceholder, statusFaults } from './check.ts';
import { isRetired, type Past, succeeded } from './history.ts';
import { checkImages } from './images.ts';
import { knownCandidate, type Search } from './search.ts';
import { tellCandidate } from './words.ts';

const MOST = 5;
/** The windows of the history that are read for their sake: 90 days, and further only where there is nothing. */
const FAR = 1;

/**
 * Revisions that production could return to, newest first, at most five: deployed with success, not rolled back from, still
 * active, and their images still there. `but`: not these.
 */
export async function listCandidates(search: Search, but: readonly string[]): Promise<readonly KnownCandidate[]> {
  const { current, target } = search;
  const not = new Set([...but, revisionName(target.live.arn)]);
  const listed = new Map<string, KnownCandidate | null>();
  const found = (): readonly KnownCandidate[] => [...listed.values()].filter((one) => one !== null);
  for (let index = 0; ; index += 1) {
    const history = await search.history.window(index);
    if (history === null || (index > FAR && found().length > 0)) return found();
    const counts = (past: Past, revision: string): boolean =>
      !not.has(revision) && !isRetired(past, revision, history, current);
    for await (const candidate of candidatesOf(succeeded(history), search.appspecs, counts)) {
      if (listed.has(candidate.revision)) continue;
      const described = await search.definition(candidate.revision);
      const fits = described !== null && (await isUsable(described.definition, candidate.revision, search));
      listed.set(candidate.revision, fits ? knownCandidate(candidate, described, target) : null);
      if (found().length === MOST) return found();
    }
  }
}

async function isUsable(body: Parameters<typeof isPlaceholder>[0], revision: string, search: Search): Promise<boolean> {
  if (isPlaceholder(body) || statusFaults(body, revision).length > 0) return false;
  return (await checkImages(body, revision, search.aws.ecr)).faults.length === 0;
}

/** All that speaks against it, and what else there is to choose from. */
export async function refusal(
  faults: readonly Fault[],
  search: Search,
  but: readonly string[] = [],
): Promise<RefusalError> {
  const list = await candidatesText(search, but);
  return new RefusalError(
    faults.map((fault, index) => (index < faults.length - 1 ? fault : { ...fault, repair: `${fault.repair} ${list}` })),
  );
}

async function candidatesText(search: Search, but: readonly string[]): Promise<string> {
  try {
    const candidates = await listCandidates(search, but);
    if (candidates.length === 0) return await nothingLeft(search, but);
    return `What there is: ${candidates.map((one) => tellCandidate(one, search.clock.now())).join('; ')}.`;
  } catch (error) {
    // The reason for the refusal stands without the list.
    return `What there is could not be listed: ${messageOf(error)}`;
  }
}

/** Without a candidate: what can still be asked for by name, at one's own judgement. */
async function nothingLeft(search: Search, but: readonly string[]): Promise<string> {
  const history = await wholeHistory(search);
  const not = new Set([...but, revisionName(search.target.live.arn)]);
  const retired: string[] = [];
  const counts = (past: Past, revision: string): boolean =>
    !not.has(revision) && isRetired(past, revision, history, search.current);
  for await (const { revision } of candidatesOf(succeeded(history), search.appspecs, counts)) {
    if (retired.length < MOST) retired.push(revision);
  }
  const found = retired.length === 0 ? [] : [`Rolled back from, so only to be had by name: ${retired.join(', ')}.`];
  const parts = [...found, ...(await foundByFirst(history, new Set([...not, ...retired]), search))];
  return ['No other revision that this group deployed with success is left.', ...parts].join(' ');
}

async function wholeHistory({ history }: Search): Promise<readonly Past[]> {
  let widest: readonly Past[] = [];
  for (let index = 0; ; index += 1) {
    const window = await history.window(index);
    if (window === null) return widest;
    widest = window;
  }
}

/** What a service ran when it was made was brought by no deployment: the description of the first one tells it. */
async function foundByFirst(history: readonly Past[], not: ReadonlySet<string>, search: Search): Promise<string[]> {
  const first = succeeded(history).findLast(({ described }) => described !== null);
  const revision = first?.described?.from;
  if (first === undefined || revision === undefined || not.has(revision)) return [];
  const described = await search.definition(revision);
  if (described === null || !(await isUsable(described.definition, revision, search))) return [];
  return [`Deployment ${first.id}, the first that is known, found ${revision} in production.`];
}
