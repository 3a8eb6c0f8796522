import { join, resolve } from 'node:path';
import { type BuildInputs } from '../inputs/types.ts';
import { type RunContext } from '../ports/runner.ts';
import { type BuildCall, sourceLabels } from './arguments.ts';
import { sourceKind } from './content/source.ts';

/** What a build reads: paths are absolute, relative ones start in the workspace; what Docker fetches stays as it is. */
export interface BuildPlaces {
  readonly context: string;
  /** The context's own `Dockerfile` where none is named; null: that of a remote context. */
  readonly file: string | null;
  readonly buildContexts: ReadonlyMap<string, string>;
  readonly secretFiles: ReadonlyMap<string, string>;
}

export function buildPlaces(source: BuildInputs, workspace: string): BuildPlaces {
  const place = (text: string): string => (sourceKind(text) === 'local' ? resolve(workspace, text) : text);
  const context = place(source.context);
  const remote = sourceKind(source.context) !== 'local';
  const named = source.file === null || remote ? source.file : resolve(workspace, source.file);
  return {
    context,
    file: named ?? (remote ? null : join(context, 'Dockerfile')),
    buildContexts: mapped(source.buildContexts, place),
    secretFiles: mapped(source.secretFiles, (path) => resolve(workspace, path)),
  };
}

function mapped(map: ReadonlyMap<string, string>, change: (value: string) => string): ReadonlyMap<string, string> {
  return new Map(Array.from(map, ([name, value]) => [name, change(value)]));
}

/**
 * The build as it is called. The user's labels go before those for source and revision.
 * @param commit what the image is made from; empty where it is not known
 */
export function buildCall(
  source: BuildInputs,
  context: RunContext,
  commit: string,
  rest: Pick<BuildCall, 'buildx' | 'references' | 'metadataFile'>,
): BuildCall {
  return {
    ...source,
    ...buildPlaces(source, context.workspace),
    ...rest,
    labels: new Map([...sourceLabels({ ...context, sha: commit }), ...source.labels]),
  };
}
