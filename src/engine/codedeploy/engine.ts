import { type CodeDeployPort } from '../../ports/aws/aws.ts';
import { type Clock } from '../../ports/clock.ts';
import { type Log } from '../../ports/log.ts';
import { type Engine, type Look, type Observation, unseen } from '../engine.ts';
import { withDeployment, withTarget } from './observation.ts';
import { startDeployment } from './start.ts';

export interface CodeDeployPorts {
  readonly codedeploy: CodeDeployPort;
  readonly clock: Clock;
  readonly log: Log;
}

export interface CodeDeployTarget {
  readonly application: string;
  readonly group: string;
  /** `<cluster>:<service>`, the id that CodeDeploy gives an ECS target. */
  readonly ecsTarget: string;
}

/** Deployments by CodeDeploy. `random` (numbers in [0, 1)) spreads the pauses between attempts. */
export function codeDeployEngine(
  ports: CodeDeployPorts,
  target: CodeDeployTarget,
  random: () => number = Math.random,
): Engine {
  return {
    start: (request) => startDeployment({ ...ports, random }, request),
    observe: (id, look) => observe(ports.codedeploy, target.ecsTarget, id, look),
    stop: (id) => ports.codedeploy.stopDeployment(id),
    promote: (id, wait) => ports.codedeploy.continueDeployment(id, WAIT_TYPES[wait]),
  };
}

/** CodeDeploy API: DeploymentWaitType. */
const WAIT_TYPES = { ready: 'READY_WAIT', termination: 'TERMINATION_WAIT' } as const;

async function observe(
  codedeploy: CodeDeployPort,
  ecsTarget: string,
  id: string,
  look: Look = { what: 'both', last: null },
): Promise<Observation> {
  const last = look.last ?? unseen(id);
  const [info, target] = await Promise.all([
    look.what === 'target' ? undefined : codedeploy.getDeployment(id, 'none'),
    look.what === 'deployment' ? undefined : codedeploy.getEcsTarget(id, ecsTarget, 'none'),
  ]);
  const seen = target === undefined ? last : withTarget(last, target);
  return info === undefined ? seen : withDeployment(seen, info);
}
