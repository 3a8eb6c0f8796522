import { AwsError, type Sandbox } from '../../operation.ts';
import { type Stack } from '../../world/cloudformation.ts';
import { type Output } from '../template/template.ts';
import { exportConflict } from './exports.ts';
import { type Evaluated, madeBy } from './surroundings.ts';

/** Gives the stack its outputs and exports; why it cannot have them, or null. */
export function setOutputs(sandbox: Sandbox, stack: Stack, { evaluation, imports }: Evaluated): string | null {
  let outputs: readonly Output[];
  try {
    outputs = evaluation.outputs(madeBy(stack));
  } catch (cause) {
    if (cause instanceof AwsError) return cause.message;
    throw cause;
  }
  const conflict = exportConflict(sandbox.world, stack, outputs);
  if (conflict !== null) return conflict;
  stack.outputs = outputs;
  stack.imports = new Set(imports);
  return null;
}
