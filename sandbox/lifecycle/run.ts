import { type Sandbox } from '../operation.ts';
import { findService } from '../ecs/services.ts';
import { type Deployment } from '../world/codedeploy.ts';
import { type Service } from '../world/ecs.ts';
import { type FaultCode, Fault } from './fault.ts';
import { type Signal } from './table.ts';
import { type Pair } from './traffic.ts';

export interface Cause {
  readonly code: FaultCode;
  readonly message: string;
}

/** What a step of a deployment works with. */
export interface Run {
  readonly sandbox: Sandbox;
  readonly deployment: Deployment;
  /** Runs `task` in `ms` emulated milliseconds, unless the deployment has left its phase by then. */
  after(ms: number, task: () => void): void;
  /** Moves the deployment on, by the table. */
  send(signal: Signal, cause?: Cause): void;
}

/** The deployment's service. Throws a `Fault` if it is gone. */
export function serviceOf(sandbox: Sandbox, deployment: Deployment): Service {
  const { cluster, service } = deployment.options;
  const found = findService(sandbox.world, cluster, service);
  if (found?.status !== 'ACTIVE') {
    throw new Fault('INVALID_ECS_SERVICE', `The ECS service ${service} in cluster ${cluster} is not active.`);
  }
  return found;
}

/** The deployment's target groups, once they are chosen. */
export function pairOf(deployment: Deployment): Pair | null {
  const { blueGroup, greenGroup } = deployment;
  return blueGroup !== null && greenGroup !== null ? { blue: blueGroup, green: greenGroup } : null;
}

/** Goes on by itself after the time that an event without work takes. */
export function doneSoon(run: Run): void {
  run.after(run.sandbox.settings.eventMs, () => {
    run.send('done');
  });
}
