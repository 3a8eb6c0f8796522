import { findConfig, shiftSteps } from './configs.ts';
import { Fault } from './fault.ts';
import { permitPrimary, permitShift } from './permissions.ts';
import { makePrimary } from './primary.ts';
import { doneSoon, pairOf, type Run, serviceOf } from './run.ts';
import { shiftTraffic } from './traffic.ts';

/** Gives `green` percent of a listener to the replacement. Throws a `Fault` if the listener is gone. */
export function shiftListener(run: Run, listenerArn: string, green: number): void {
  const { world } = run.sandbox;
  const pair = pairOf(run.deployment);
  if (!pair || !world.elb.listeners.has(listenerArn)) {
    throw new Fault(
      'ELASTIC_LOAD_BALANCING_INVALID',
      `The ELB could not be updated due to the following error: listener ${listenerArn} not found`,
    );
  }
  permitShift(run.sandbox, run.deployment, listenerArn, pair);
  shiftTraffic(world, listenerArn, pair, green);
}

/** Points the test listener, if there is one, at the replacement. */
export function shiftTest(run: Run): void {
  const { testListenerArn } = run.deployment.options;
  if (testListenerArn === null) {
    run.send('done');
    return;
  }
  shiftListener(run, testListenerArn, 100);
  doneSoon(run);
}

/** Moves the production traffic by the deployment's configuration; at the end the replacement is PRIMARY. */
export function shiftProduction(run: Run): void {
  const { sandbox, deployment } = run;
  const config = findConfig(sandbox.world, deployment.configName);
  if (!config) throw new Fault('INTERNAL_ERROR', `The deployment configuration ${deployment.configName} is gone.`);
  const take = (green: number): void => {
    shiftListener(run, deployment.options.prodListenerArn, green);
    if (green < 100 || deployment.green === null) return;
    permitPrimary(sandbox, deployment);
    makePrimary(sandbox, serviceOf(sandbox, deployment), deployment.green);
    doneSoon(run);
  };
  for (const { afterMs, green } of shiftSteps(config.routing)) {
    if (afterMs === 0) take(green);
    else
      run.after(afterMs, () => {
        take(green);
      });
  }
}
