/** Before a run may deploy: what else goes on in the group, and what this run does about it. */
import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { backoffMs } from '../backoff.ts';
import { codeDeployEngine } from '../engine/codedeploy/engine.ts';
import { type AnotherActiveError } from '../engine/codedeploy/limit.ts';
import { markerOf } from '../engine/codedeploy/marker.ts';
import { type DeployInputs } from '../inputs/types.ts';
import { type Plan } from '../plan.ts';
import { type Aws } from '../ports/aws/aws.ts';
import { unlessAborted } from '../ports/signals.ts';
import { engineTarget } from '../target/target.ts';
import { type World } from '../world.ts';
import { type Kept } from './kept.ts';
import { settle } from './settle.ts';
import { theirWaits } from './their-waits.ts';
import { treatmentOf } from './treatment.ts';

type Ports = Pick<World, 'clock' | 'log' | 'runner' | 'signal'> & { readonly aws: Aws };
type Wanted = Pick<DeployInputs, 'allowOlder' | 'ifInProgress' | 'matrix' | 'waiting'>;

/** Resolves when the deployment has ended. With `fail` it is a refusal of the look, and never comes here. */
export async function makeWay(
  info: DeploymentInfo,
  inputs: Wanted,
  plan: Plan,
  kept: Kept,
  ports: Ports,
): Promise<void> {
  const { aws, log, runner, signal } = ports;
  const { ifInProgress, matrix } = inputs;
  if (ifInProgress === 'fail') throw new Error('a deployment in progress is a refusal');
  const { treatment, why } = treatmentOf(info, ifInProgress, inputs, markerOf(runner.context, matrix));
  if (why !== null) log.info(why);
  const reading = theirWaits(info, plan.target.group, inputs.waiting, aws.codedeploy);
  const waits = await unlessAborted(signal, reading);
  const engine = codeDeployEngine({ ...ports, codedeploy: aws.codedeploy }, engineTarget(plan.target));
  await settle({ id: info.deploymentId ?? '', info }, treatment, waits, kept, { ...ports, engine });
}

/** So often CreateDeployment may be refused for a deployment that has ended by then. */
const REFUSED_LIMIT = 3;

/**
 * CreateDeployment was refused: another deployment began after the look. It is treated like one that was there before;
 * where it has ended already, what it has brought is news as well. Throws the refusal itself with `fail`.
 */
export async function makeWayAfterAll(
  refused: AnotherActiveError,
  inputs: Wanted,
  plan: Plan,
  kept: Kept,
  ports: Ports,
): Promise<void> {
  const { another } = refused;
  const { log, clock, signal } = ports;
  if (another !== null) {
    if (inputs.ifInProgress === 'fail') throw refused;
    log.info('CodeDeploy runs one deployment of a group at a time, and another one came first.');
    await makeWay(another, inputs, plan, kept, ports);
    return;
  }
  kept.refused += 1;
  if (kept.refused > REFUSED_LIMIT) throw refused;
  const ms = backoffMs(kept.refused, Math.random);
  log.info(`Another deployment came first, and is not there any more: looking again in ${Math.ceil(ms / 1000)} s.`);
  await clock.sleep(ms, signal);
}
