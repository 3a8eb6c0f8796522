import { codeDeployEngine } from '../engine/codedeploy/engine.ts';
import { findOurs, isOfThisRun, type Wanted } from '../engine/codedeploy/ours.ts';
import { CLOCK_SKEW_MS } from '../engine/codedeploy/start.ts';
import { type Started } from '../follow.ts';
import { type Aws, type CodeDeployPort } from '../ports/aws/aws.ts';
import { openAws } from '../ports/aws/open.ts';
import { type Remembered } from '../remember.ts';
import { hasEnded } from '../target/running.ts';
import { type World } from '../world.ts';

const RETRIES = 3;

export function openRemembered({ region }: Remembered): Promise<Aws> {
  return openAws({ region, maxRetries: RETRIES });
}

/** A call that was on its way when the process ended may be carried out a moment later. */
const LOOKS_MS = [0, 2_000, 3_000, 5_000, 5_000];

/** The deployment's id, from the state or by the marker; null where there is none. Throws a `StepError`. */
export async function findId(known: Remembered, aws: Aws, { runner, clock, log }: World): Promise<string | null> {
  const id = runner.state('deployment-id');
  if (id !== '') return id;
  const { search, application, group } = known;
  if (search === null) return null;
  const ports = { codedeploy: aws.codedeploy, clock, log, random: Math.random };
  const wanted = { application, group, marker: search.marker, appspec: { sha256: search.sha256 } };
  for (const pauseMs of LOOKS_MS) {
    await clock.sleep(pauseMs);
    const own = await findOurs(ports, wanted, search.since - CLOCK_SKEW_MS);
    const found = own ?? (await findAdopted(aws.codedeploy, wanted));
    if (found !== null) return found;
  }
  return null;
}

/** One of an earlier attempt, which the run was about to go on with: CreateDeployment was refused for it. */
async function findAdopted(codedeploy: CodeDeployPort, wanted: Wanted): Promise<string | null> {
  const { lastAttemptedDeployment } = await codedeploy.getDeploymentGroup(wanted.application, wanted.group);
  const id = lastAttemptedDeployment?.deploymentId;
  if (id === undefined) return null;
  const info = await codedeploy.getDeployment(id);
  return !hasEnded(info.status) && isOfThisRun(info, wanted) ? id : null;
}

/** How long `post` waits for a deployment that it does not stop: not at all. */
const NO_WAIT = { until: 'traffic-shifted', readyMs: 0, shiftMs: 0, terminationMs: 0, limitMs: 0 } as const;
const MAX_DELAY_MS = 5_000;

export function pickUp(known: Remembered, id: string, aws: Aws, { clock, log }: World): Started {
  const { application, group, ecsTarget, cluster, service, to, onCancel } = known;
  const engine = codeDeployEngine({ codedeploy: aws.codedeploy, clock, log }, { application, group, ecsTarget });
  return {
    ...{ id, engine, cluster, service, asked: to, steps: [], hasTestListener: false },
    startedAt: known.search?.since ?? clock.now(),
    waiting: { ...NO_WAIT, maxDelayMs: MAX_DELAY_MS },
    control: onCancel === null ? null : { onCancel, onTimeout: 'leave', maxTaskFailures: 0 },
  };
}
