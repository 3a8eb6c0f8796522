import { type Outcome } from '../events.ts';
import { type FollowPorts, type Started } from '../follow.ts';
import { giveUp, judged, stopPorts } from '../give-up.ts';
import { type Aws } from '../ports/aws/aws.ts';
import { isStopped, type Remembered } from '../remember.ts';
import { consoleUrl } from '../report/console.ts';
import { plain } from '../report/plain.ts';
import { lookAfresh } from '../stop/fresh-look.ts';
import { followStopped } from '../stop.ts';
import { isOver } from '../watch/stage.ts';
import { type World } from '../world.ts';
import { findId, openRemembered, pickUp } from './picked-up.ts';
import { report } from './report.ts';

/** The run was cancelled or killed: `on-cancel` is done, or followed where the run itself had time to stop it. */
export async function leftRunning(known: Remembered, world: World): Promise<void> {
  const { log } = world;
  const aws = await openRemembered(known);
  const id = await findId(known, aws, world);
  if (id === null) {
    log.warning(
      `The step ended while it started a deployment of ${known.application} / ${known.group}. There is none: ` +
        `production is as it was.`,
    );
    return;
  }
  const started = pickUp(known, id, aws, world);
  const ports = { ...world, aws };
  await report({ known, id, outcome: await settled(started, known, ports) }, ports);
}

async function settled(started: Started, known: Remembered, ports: FollowPorts): Promise<Outcome> {
  const reason = { kind: 'cancelled', cause: 'the run was cancelled or killed' } as const;
  if (!isStopped(ports.runner)) return giveUp(started, ports, reason, null, known.onCancel ?? 'leave');
  const of = { started, ports, reason };
  return judged(of, await followStopped(stopPorts(of), started.id), null);
}

/** The run ended by an error that it told itself: nothing is stopped, but what goes on is said. */
export async function goesOn(known: Remembered, world: World): Promise<void> {
  const id = world.runner.state('deployment-id');
  // Without one, CreateDeployment was refused: the error told that.
  if (id === '') return;
  const aws: Aws = await openRemembered(known);
  const fresh = await lookAfresh(pickUp(known, id, aws, world), world, null);
  const seen = fresh.kind === 'seen' ? fresh.seen : null;
  if (seen !== null && isOver(seen)) {
    world.log.warning(`Deployment ${id} has ended as ${plain(seen.rawStatus)} since. ${consoleUrl(id, aws.region)}`);
    return;
  }
  const state = seen === null ? '' : ` (${plain(seen.rawStatus)})`;
  world.log.warning(
    `The step ended before deployment ${id}${state} did: it is not stopped and goes on by itself, on AWS. ` +
      `Look at it: ${consoleUrl(id, aws.region)}`,
  );
}
