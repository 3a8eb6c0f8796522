/** What is done to a run that has come to a phase, and what came of it. */
import { isOver } from '../../sandbox/lifecycle/table.ts';
import { type ActionResult } from '../../scripts/runner/run-action.ts';
import { type Deployment } from '../../sandbox/world/codedeploy.ts';
import { until, writesOf } from './account.ts';
import { FAST_STEPS } from './pace.ts';
import { cancel, type StartedRun, startRun } from './runs.ts';
import { FIRST_RUN, OTHER_RUN, type Scene } from './scene.ts';
import { deploymentOf, standsAt } from './stages.ts';
import { imageOf } from './account.ts';
import { type Action } from './table/names.ts';

export interface Seen {
  readonly writes: readonly string[];
  readonly production: string;
  readonly first: ActionResult;
  readonly other: ActionResult | null;
  /** Signals that a cancel needed. */
  readonly signals: readonly NodeJS.Signals[];
}

/** Does it, lets everything end, and tells. `waits`: who acts goes on only when the deployment has come to its own end. */
export async function act(scene: Scene, action: Action, waits: boolean): Promise<Seen> {
  const { first, pace, rig } = scene;
  const { other, signals } = await done(scene, action, waits);
  await scene.release();
  const result = await first.result;
  pace.setSteps(FAST_STEPS);
  const { deployments } = rig.sandbox.world.codedeploy;
  await until('the end of every deployment', () => [...deployments.values()].every(({ phase }) => isOver(phase)));
  return { writes: await writesOf(rig), production: await scene.production(), first: result, other, signals };
}

type Done = Pick<Seen, 'other' | 'signals'>;

async function done(scene: Scene, action: Action, waits: boolean): Promise<Done> {
  const { first } = scene;
  switch (action) {
    case 'cancel':
      return { other: null, signals: await ended(scene, waits, () => cancel(first)) };
    case 'kill':
      return { other: null, signals: await ended(scene, waits, () => sent(first, 'SIGKILL')) };
    case 'timeout':
      return { other: null, signals: await ended(scene, waits, () => sent(first, 'SIGUSR2')) };
    case 'wait':
    case 'finish':
    case 'fail':
    case 'replace':
      return besides(scene, waits, {
        image: imageOf('second'),
        'if-deployment-in-progress': action,
        ...scene.stage.otherInputs,
      });
    case 'rollback':
      return besides(scene, waits, { mode: 'rollback' });
    case 'promote':
      return besides(scene, waits, {
        mode: 'promote',
        'codedeploy-deployment-id': scene.deployment()?.id ?? '',
        ...(scene.stage.at === 'TerminationWait' ? { 'wait-for': 'completed' } : {}),
      });
  }
}

async function sent(run: StartedRun, signal: NodeJS.Signals): Promise<readonly NodeJS.Signals[]> {
  run.signal(signal);
  await run.mainEnded;
  return [signal];
}

/** `post` follows the main process; where it waits for the deployment's own end, time goes on. */
async function ended<T>(scene: Scene, waits: boolean, work: () => Promise<T>): Promise<T> {
  const { first } = scene;
  const worked = await work();
  if (waits) await scene.release();
  await first.result;
  return worked;
}

/** The first run's deployment, and the rollback that CodeDeploy made of it. */
const isOfFirst =
  (own: Deployment | undefined) =>
  ({ id, rollback }: Deployment): boolean =>
    id === own?.id || (own !== undefined && rollback?.triggeringId === own.id);

/** A second run. The first goes on when that has ended, or waits for it. */
async function besides(scene: Scene, waits: boolean, inputs: Readonly<Record<string, string>>): Promise<Done> {
  const { rig } = scene;
  const other = startRun(rig, inputs, { env: { GITHUB_RUN_ID: OTHER_RUN } });
  const own = scene.deployment();
  if (waits) {
    await other.says(
      ...[...rig.sandbox.world.codedeploy.deployments.values()].filter(isOfFirst(own)).map(({ id }) => id),
    );
    await scene.release();
  }
  if (own !== undefined) seesItsEnd(scene, waits);
  const result = await other.result;
  // A first run that had not deployed yet meets the other's deployment, before that has ended.
  if (own === undefined) await meets(scene);
  return { other: result, signals: [] };
}

/**
 * Time is so fast here that the other's deployment could be in production before the first run has looked at the end of
 * its own: that one waits for the look. Not where the first run itself is kept.
 */
function seesItsEnd({ stage, first, pace, rig }: Scene, released: boolean): void {
  if (!released && (stage.call !== undefined || stage.gate !== undefined)) return;
  const { deployments } = rig.sandbox.world.codedeploy;
  const state = { over: false };
  void first.mainEnded.finally(() => {
    state.over = true;
  });
  const others = (): boolean => deploymentOf(deployments.values(), OTHER_RUN)?.phase === 'Created';
  pace.standWhile(() => (!released && standsAt(stage, deployments, FIRST_RUN)) || (!state.over && others()));
}

async function meets(scene: Scene): Promise<void> {
  const { first, pace, rig } = scene;
  const { deployments } = rig.sandbox.world.codedeploy;
  const others = [...deployments.values()].filter(({ phase }) => phase === 'TerminationWait');
  await scene.release();
  if (others.length === 0) return;
  pace.standWhile(() => others.some(({ phase }) => phase === 'TerminationWait'));
  await Promise.any([first.mainEnded, first.says(...others.map(({ id }) => id))]);
}
