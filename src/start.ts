/** Starts a deployment so that it is found again, whatever becomes of this process. */
import { type Engine, type StartRequest } from './engine/engine.ts';
import { StepError } from './errors.ts';
import { type ControlInputs, type StopPolicy } from './inputs/types.ts';
import { type Clock } from './ports/clock.ts';
import { type Runner } from './ports/runner.ts';
import { rememberDeployment, type Where, whereOf } from './remember.ts';
import { unlessCut } from './stop/grace.ts';
import { type Target } from './target/target.ts';

export interface Starting {
  readonly engine: Engine;
  readonly request: StartRequest;
  readonly target: Target;
  readonly region: string;
  /** Task definition ARNs: what production runs, and what is to be deployed. */
  readonly from: string;
  readonly to: string;
  /** null: never stopped, as a rollback. */
  readonly control: Pick<ControlInputs, 'onCancel'> | null;
}

export interface StartWorld {
  readonly clock: Clock;
  readonly runner: Runner;
  readonly signal: AbortSignal;
}

/** How long a call that is on its way is waited for after a cancel: the rest of the time belongs to the stop. */
const GRACE_MS = 2_000;

/**
 * Resolves to the deployment's id. Throws a `StepError`. All that `post` needs to find
 * the deployment is in the state before CreateDeployment is sent.
 */
export async function start(starting: Starting, world: StartWorld): Promise<string> {
  const { engine, request, target, region, from, to, control } = starting;
  const { marker, appspec } = request;
  const search = { marker, sha256: appspec.sha256, since: world.clock.now() };
  const where = whereOf(target, region);
  const onCancel = control?.onCancel ?? null;
  rememberDeployment(world.runner, { ...where, search, from, to, onCancel });
  const id = await unlessCut(engine.start(request), GRACE_MS, world).catch((error: unknown) => {
    // Given up between two attempts: the answer to the one before was lost, or it was refused.
    if (world.signal.aborted && error === world.signal.reason) return null;
    throw error;
  });
  if (id !== null) return id;
  world.runner.setOutput('result', 'interrupted');
  throw unknownYet(where, onCancel);
}

function unknownYet(where: Where, onCancel: StopPolicy | null): StepError {
  return new StepError({
    tried: 'start the deployment',
    on: `${where.application} / ${where.group}`,
    why: 'the run was cancelled while CreateDeployment was on its way, so whether there is a deployment is not known here',
    repair: `The post phase of this step looks for it and ${onCancel === null ? 'says what became of it: a rollback is not stopped' : 'does with it what `on-cancel` says'}.`,
  });
}
