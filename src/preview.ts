/** The story of a plan: the reads of the other modes, what they come to, and no write. */
import { type PlanInputs } from './inputs/types.ts';
import { unlessAborted } from './ports/signals.ts';
import { previewDeployment } from './preview/deployment.ts';
import { type Previewed } from './preview/output.ts';
import { reportPreview } from './preview/report.ts';
import { previewRollback } from './preview/rollback.ts';
import { rememberWarnings } from './preview/remember.ts';
import { openFor, type World } from './world.ts';

/** Tells what would be done, and does none of it. True where nothing speaks against it. */
export async function preview({ of }: PlanInputs, world: World): Promise<boolean> {
  const { log, signal } = world;
  const aws = await openFor(of.waiting, world.env);
  const listening = rememberWarnings(log);
  const within = { ...world, log: listening.log };
  const read = (): Promise<Previewed> =>
    of.mode === 'rollback' ? previewRollback(of, aws, within) : previewDeployment(of, aws, within);
  const { plan, account } = await log.group('Look', () => unlessAborted(signal, read()));
  await reportPreview({ ...plan, warnings: [...listening.told, ...plan.warnings] }, account, world);
  return plan.result !== 'refused';
}
