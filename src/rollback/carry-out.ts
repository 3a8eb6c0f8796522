import { type LifecycleEvent } from '../engine/engine.ts';
import { type Outcome } from '../events.ts';
import { rememberDeployment, whereOf } from '../remember.ts';
import { reportStart } from '../report/steps.ts';
import { readConfig } from '../target/config.ts';
import { clear } from './clear.ts';
import { CHANGED, type Errand } from './errand.ts';
import { followIt } from './follow-it.ts';
import { type Choice, type RollbackPlan } from './plan.ts';
import { type Deploy } from './prepare.ts';
import { carryOutDeploy } from './start.ts';
import { carryOutStop } from './stop.ts';

export interface Done {
  readonly outcome: Outcome;
  /** What the outcome is about; empty where nothing was stopped or deployed. */
  readonly deployment: {
    readonly id?: string;
    readonly region?: string;
    readonly events?: readonly LifecycleEvent[];
  };
}

/** Does what was decided. `changed`: what is there has to be looked at again. */
export async function carryOut(plan: RollbackPlan, errand: Errand): Promise<Done | typeof CHANGED> {
  const { choice } = plan;
  switch (choice.kind) {
    case 'there':
      return {
        outcome: { result: 'succeeded', note: `${sentence(choice.why)}; nothing was deployed` },
        deployment: {},
      };
    case 'stop': {
      const outcome = await carryOutStop(choice, errand);
      return outcome === CHANGED ? CHANGED : done(outcome, choice.id, errand);
    }
    case 'follow':
      return followRunning(choice, plan, errand);
    case 'deploy':
      return deploy(choice, errand);
  }
}

async function followRunning(
  { id, to, leaves }: Extract<Choice, { readonly kind: 'stop' | 'follow' }>,
  { running }: RollbackPlan,
  errand: Errand,
): Promise<Done> {
  const { aws, target, world } = errand;
  const ways = { search: null, from: leaves.arn, to: to.arn, onCancel: null };
  rememberDeployment(world.runner, { ...whereOf(target, aws.region), ...ways }, id);
  reportStart(id, aws.region, world);
  const own = running?.config ?? null;
  const config = own === null ? target.group.config : await readConfig(own, aws.codedeploy);
  const within = { ...errand, target: { ...target, group: { ...target.group, config } } };
  const goOn = running?.described?.kind === 'rollback';
  const { outcome, events } = await followIt({ id, startedAt: world.clock.now(), to, goOn }, within);
  return done(outcome, id, errand, events);
}

/** Once the way is free, what is there is looked at again before a deployment is started. */
async function deploy(choice: Deploy, errand: Errand): Promise<Done | typeof CHANGED> {
  if (choice.first !== null) {
    const kept = await clear(choice.first, errand);
    return kept === null ? CHANGED : done(kept, choice.first.id, errand);
  }
  const started = await carryOutDeploy(choice, errand);
  return started === CHANGED ? CHANGED : done(started.followed.outcome, started.id, errand, started.followed.events);
}

function done(outcome: Outcome, id: string, { aws }: Errand, events: readonly LifecycleEvent[] = []): Done {
  return { outcome, deployment: { id, region: aws.region, events } };
}

/** A revision's name keeps its small letters. */
function sentence(text: string): string {
  return text.replace(/^d(?=eployment )/, 'D');
}
