import { type Deployment } from '../../sandbox/world/codedeploy.ts';
import { codeDeployEngine } from '../../src/engine/codedeploy/engine.ts';
import { type DeploymentEvent, type WatchEnd } from '../../src/events.ts';
import { type WaitFor } from '../../src/inputs/types.ts';
import { readConfig } from '../../src/target/config.ts';
import { waitingOf } from '../../src/target/waiting.ts';
import { watch } from '../../src/watch.ts';
import { type Stack } from '../../scripts/rehearsal/stack.ts';
import { seededRandom } from '../../sandbox/ids.ts';
import { type Account, deploy } from './account.ts';
import { type Asked, watchedPort } from './port.ts';
import { readWaiting } from '../../src/inputs/waiting.ts';
import { Reading } from '../../src/inputs/reading.ts';

export interface Watched {
  readonly deployment: Deployment;
  readonly asked: readonly Asked[];
  readonly told: readonly { readonly at: number; readonly event: DeploymentEvent }[];
  readonly end: WatchEnd;
  readonly begunAt: number;
  readonly endedAt: number;
}

export interface WatchCase {
  readonly stack: Stack;
  readonly until: WaitFor;
  /** The watch begins this long after the deployment. */
  readonly phaseMs: number;
  /** What happens to the deployment meanwhile. */
  readonly meanwhile?: (account: Account, deployment: Deployment) => void;
}

/** Deploys, and watches that as the step does with its defaults, to the end. */
export async function watched(account: Account, { stack, until, phaseMs, meanwhile }: WatchCase): Promise<Watched> {
  const { clock } = account;
  const deployment = await deploy(account, stack);
  meanwhile?.(account, deployment);
  await clock.sleep(phaseMs);
  const begunAt = clock.now();
  const asked: Asked[] = [];
  const codedeploy = watchedPort(account, asked);
  const config = await readConfig(stack.deploymentConfig, codedeploy);
  const defaults = readWaiting(new Reading({}));
  const waiting = waitingOf({ ...defaults, until }, { info: infoOf(stack), config });
  const ecsTarget = `${stack.cluster}:${stack.service}`;
  const target = { application: stack.application, group: stack.group, ecsTarget };
  const engine = codeDeployEngine({ codedeploy, clock, log: silent }, target);
  const random = seededRandom(Number.parseInt(deployment.id.slice(2), 36) + phaseMs);
  const watching = watch(engine, deployment.id, { waiting, steps: config.steps, hasTestListener: true, clock, random });
  const told: { at: number; event: DeploymentEvent }[] = [];
  for (;;) {
    const next = await watching.next();
    if (next.done === true) return { deployment, asked, told, begunAt, end: next.value, endedAt: clock.now() };
    told.push({ at: clock.now(), event: next.value });
  }
}

function infoOf({ terminationWaitMinutes }: Stack): Parameters<typeof waitingOf>[1]['info'] {
  return {
    blueGreenDeploymentConfiguration: {
      deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT' },
      terminateBlueInstancesOnDeploymentSuccess: {
        action: 'TERMINATE',
        terminationWaitTimeInMinutes: terminationWaitMinutes,
      },
    },
  };
}

const nothing = (): void => undefined;
const silent = {
  info: nothing,
  debug: nothing,
  warning: nothing,
  error: nothing,
  mask: nothing,
  group: <T>(_heading: string, work: () => Promise<T>): Promise<T> => work(),
  quoted: <T>(work: () => Promise<T>): Promise<T> => work(),
};
