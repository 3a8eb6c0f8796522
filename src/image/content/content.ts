import { resolve } from 'node:path';
import { StepError } from '../../errors.ts';
import { ownIgnoreFile, readIfThere, recordContext } from './context-record.ts';
import { shownPath } from './fault.ts';
import { Frame } from './frame.ts';
import { NoIdentity } from './no-identity.ts';
import { createPace, type Pace } from './pace.ts';
import { shownSource, sourceKind } from './source.ts';

/** All that decides what a build makes, as far as it can be known before. Secrets are no part of it. */
export interface ContentBuild {
  /** Absolute path of a folder, or what Docker would fetch. */
  readonly context: string;
  /** Absolute path of the Dockerfile. */
  readonly file: string;
  readonly target: string | null;
  readonly buildArgs: ReadonlyMap<string, string>;
  /** Empty: `defaultPlatform`. */
  readonly platforms: readonly string[];
  /** Name → folder (relative ones start in the working directory, as for buildx) or reference. */
  readonly buildContexts: ReadonlyMap<string, string>;
  /** The labels that the user gave, without those that the project adds. */
  readonly labels: ReadonlyMap<string, string>;
  /** What the builder builds for where no platform is asked for: `linux/amd64`. */
  readonly defaultPlatform: string;
  /** Without buildx: the classic builder knows no `<Dockerfile>.dockerignore`. */
  readonly buildx: boolean;
}

export interface ContentPorts {
  /** Ends the hashing; what is thrown is then the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Made of the signal where it is not given. */
  readonly pace?: Pace | undefined;
}

export type ContentTag = { readonly tag: string } | { readonly none: string };

/** Changed whenever what is hashed, or how, changes: tags of an older scheme are then never taken for new ones. */
const SCHEME = 'ecs-blue-green content 1';

/**
 * A tag that is the same for builds of the same content: the context as Docker would send it, the Dockerfile, and what
 * is given to the build. `none` tells why there is no such tag: something of the build could change unseen.
 * What the Dockerfile itself fetches (base images, `ADD` of a URL, packages) is not looked at.
 * @throws StepError when something that Docker would send cannot be read
 */
export async function contentTag(build: ContentBuild, ports: ContentPorts = {}): Promise<ContentTag> {
  ports.signal?.throwIfAborted();
  try {
    const frame = new Frame();
    recordGiven(frame, build);
    await recordFolders(frame, build, ports.pace ?? createPace(ports.signal));
    return { tag: `content-${frame.digest().slice(0, 32)}` };
  } catch (error) {
    if (error instanceof NoIdentity) return { none: error.message };
    throw error;
  }
}

function recordGiven(frame: Frame, build: ContentBuild): void {
  const { target, buildArgs, labels } = build;
  const platforms = build.platforms.length === 0 ? [build.defaultPlatform] : build.platforms;
  frame.record(SCHEME);
  frame.record('platforms', ...[...new Set(platforms)].sort());
  frame.record('target', ...(target === null ? [] : [target]));
  for (const [name, value] of byName(buildArgs)) frame.record('argument', name, value);
  for (const [name, value] of byName(labels)) frame.record('label', name, value);
}

async function recordFolders(frame: Frame, build: ContentBuild, pace: Pace): Promise<void> {
  const { context, buildContexts, file } = build;
  for (const text of [context, ...buildContexts.values()]) {
    if (sourceKind(text) === 'remote') throw new NoIdentity(`the content of ${shownSource(text)} can change unseen`);
  }
  if (sourceKind(context) === 'pinned') throw new NoIdentity(`${shownSource(context)} is not a folder`);
  frame.record('dockerfile', dockerfile(file));
  frame.record('context');
  await recordContext(frame, context, ignoreFile(build), pace);
  for (const [name, text] of byName(buildContexts)) {
    const pinned = sourceKind(text) === 'pinned';
    frame.record('build context', name, pinned ? text : '');
    if (!pinned) await recordContext(frame, resolve(text), ownIgnoreFile(resolve(text)), pace);
  }
}

function dockerfile(path: string): Buffer {
  const found = readIfThere(path);
  if (found !== null) return found;
  const repair = "Set 'file' to the path of the Dockerfile, relative to the workspace.";
  throw new StepError({ tried: 'find the Dockerfile', on: shownPath(path), why: 'there is nothing.', repair });
}

/** BuildKit: the one beside the Dockerfile goes before that of the context (dockerui, `ReadEntrypoint`). */
function ignoreFile({ buildx, file, context }: ContentBuild): string | null {
  const beside = buildx ? readIfThere(`${file}.dockerignore`) : null;
  return beside === null ? ownIgnoreFile(context) : beside.toString('utf8');
}

function byName(map: ReadonlyMap<string, string>): [string, string][] {
  return [...map].sort(([one], [other]) => (one < other ? -1 : 1));
}
