import { join, resolve } from 'node:path';
import { type BuildInputs } from '../inputs/types.ts';
import { type RunContext } from '../ports/runner.ts';
import { type BuildCall, sourceLabels } from './arguments.ts';

/** Relative paths start in the workspace; the Dockerfile is the context's where none is named. */
export function buildCall(
  source: BuildInputs,
  context: RunContext,
  rest: Pick<BuildCall, 'buildx' | 'references'>,
): BuildCall {
  const folder = resolve(context.workspace, source.context);
  return {
    ...rest,
    context: folder,
    file: source.file === null ? join(folder, 'Dockerfile') : resolve(context.workspace, source.file),
    target: source.target,
    buildArgs: source.buildArgs,
    labels: sourceLabels(context),
  };
}
