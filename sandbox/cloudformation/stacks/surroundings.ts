import { type Sandbox } from '../../operation.ts';
import { type Launch, type Stack } from '../../world/cloudformation.ts';
import { evaluate, type Evaluation } from '../template/evaluate.ts';
import { type Made, type Surroundings } from '../template/template.ts';
import { Exports } from './exports.ts';

export type Place = Pick<Stack, 'name' | 'id'>;

export const surroundingsOf = ({ world }: Sandbox, place: Place, exports: Exports): Surroundings => ({
  account: world.account,
  region: world.region,
  partition: world.partition,
  stackName: place.name,
  stackId: place.id,
  exports,
});

export interface Evaluated {
  readonly evaluation: Evaluation;
  /** Exports that its properties and outputs were resolved with so far. */
  readonly imports: ReadonlySet<string>;
}

/** The launch's template with its values, in the account as it is now. */
export function evaluateLaunch(
  sandbox: Sandbox,
  place: Place,
  launch: Pick<Launch, 'template' | 'parameters'>,
): Evaluated {
  const exports = new Exports(sandbox.world);
  const evaluation = evaluate(launch.template, launch.parameters, surroundingsOf(sandbox, place, exports));
  return { evaluation, imports: exports.used };
}

/** What the stack's resources are now. */
export const madeBy =
  (stack: Stack) =>
  (logicalId: string): Made | undefined =>
    stack.resources.get(logicalId)?.made ?? undefined;
