import { RefusalError, type Fault } from '../../src/errors.ts';
import { type DeployInputs } from '../../src/inputs/types.ts';
import { type Plan } from '../../src/plan.ts';
import { preflight } from '../../src/target/preflight.ts';
import { readTarget } from '../../src/target/read.ts';
import { fakeAws, recorder, type World } from './fake-aws.ts';

/** Reads and judges a case. */
export async function judge(of: World, inputs: DeployInputs): Promise<Plan> {
  const { aws } = fakeAws(of);
  const readFile = (path: string): Promise<string | null> => Promise.resolve(of.files[path] ?? null);
  return preflight(inputs, await readTarget(inputs, { aws, readFile, workspace: '/workspace' }, recorder().log));
}

/** The refusals of a case; a case that is not refused is an error. */
export async function refusalsOf(of: World, inputs: DeployInputs): Promise<readonly Fault[]> {
  try {
    await judge(of, inputs);
  } catch (error) {
    if (error instanceof RefusalError) return error.refusals;
    throw error;
  }
  throw new Error('nothing was refused');
}
