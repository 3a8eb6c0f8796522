/** Brings production back to a revision that it ran before. */
import { endedBy, unlessCancelled } from './engine/cancellable.ts';
import { codeDeployEngine } from './engine/codedeploy/engine.ts';
import { StepError } from './errors.ts';
import { type Outcome } from './events.ts';
import { type RollbackInputs } from './inputs/types.ts';
import { type Aws } from './ports/aws/aws.ts';
import { unlessAborted } from './ports/signals.ts';
import { forgetDeployment } from './remember.ts';
import { reportOutcome } from './report/outcome.ts';
import { carryOut } from './rollback/carry-out.ts';
import { CHANGED, type Errand } from './rollback/errand.ts';
import { planRollback, type RollbackPlan } from './rollback/plan.ts';
import { reportRollback } from './rollback/report.ts';
import { unlessCut } from './stop/grace.ts';
import { engineTarget } from './target/target.ts';
import { openFor, type World } from './world.ts';

/** How often what is there may change between the look and the deed. */
const ROUNDS = 4;

/** How long calls that are on their way are waited for after a cancel: the runner kills a few seconds later. */
const CUT_MS = 5_500;
const CUT_OFF: Outcome = {
  result: 'interrupted',
  cause: 'the run was cancelled while a call to AWS was on its way; what was begun goes on by itself',
};

/** Throws what ended the run before there was something to judge. */
export async function rollback(inputs: RollbackInputs, world: World): Promise<Outcome> {
  const runAt = world.clock.now();
  const aws = await openFor(inputs.waiting, world.env);
  let asked = inputs;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const plan = await world.log.group('Look', () => unlessAborted(world.signal, planRollback(asked, aws, world)));
    const facts = reportRollback(plan, { ...world, runAt });
    world.signal.throwIfAborted();
    const done = await unlessCut(carryOut(plan, errandOf(asked, plan, aws, world)), CUT_MS, world);
    if (done === null) return reportOutcome(CUT_OFF, facts, world);
    if (done !== CHANGED) return reportOutcome(done.outcome, { ...facts, ...done.deployment }, world);
    forgetDeployment(world.runner);
    asked = pinned(asked, plan);
  }
  throw unsettled(inputs);
}

/** What `previous` or a tag stood for at first is what is asked for until the end, whatever comes in between. */
function pinned(asked: RollbackInputs, { choice }: RollbackPlan): RollbackInputs {
  return asked.deploymentId === null ? { ...asked, to: { kind: 'definition', reference: choice.to.arn } } : asked;
}

function errandOf(inputs: RollbackInputs, { target }: RollbackPlan, aws: Aws, world: World): Errand {
  const { clock, log, signal } = world;
  const codedeploy = unlessCancelled(aws.codedeploy, signal);
  const engine = codeDeployEngine({ codedeploy, clock: endedBy(signal, clock), log }, engineTarget(target));
  return { inputs, target, engine, aws, world };
}

function unsettled({ cluster, service }: RollbackInputs): StepError {
  return new StepError({
    tried: 'roll back',
    on: `${cluster}/${service}`,
    why: `in ${ROUNDS} attempts another deployment began or ended each time`,
    repair:
      'Keep other deployments of this service off (a `concurrency` group in their workflows), and run this job again.',
  });
}
