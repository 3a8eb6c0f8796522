import { createTaskSet, findTaskSet, isSteady } from '../ecs/task-sets.ts';
import { type Deployment } from '../world/codedeploy.ts';
import { type Service, type TaskSet } from '../world/ecs.ts';
import { type World } from '../world/world.ts';
import { type AppSpec, parseAppSpec } from './appspec.ts';
import { findConfig } from './configs.ts';
import { Fault } from './fault.ts';
import { makeRoom } from './leftovers.ts';
import { permitShift, permitTaskSet } from './permissions.ts';
import { type Run, serviceOf } from './run.ts';
import { choosePair } from './target-groups.ts';
import { shiftTraffic } from './traffic.ts';

function primaryOf(service: Service): TaskSet {
  const primary = service.taskSets.find((taskSet) => taskSet.status === 'PRIMARY');
  if (!primary) throw new Fault('INVALID_ECS_SERVICE', `The ECS service ${service.name} has no primary task set.`);
  return primary;
}

function checkContainer(world: World, spec: AppSpec): void {
  const definition = world.ecs.taskDefinitions.get(spec.taskDefinition);
  if (definition?.status !== 'ACTIVE') {
    throw new Fault('ECS_UPDATE_ERROR', `The ECS service cannot be updated: no active ${spec.taskDefinition}.`);
  }
  const containers = definition.body['containerDefinitions'];
  const names: unknown[] = Array.isArray(containers)
    ? containers.map((one: unknown) => (typeof one === 'object' && one !== null && 'name' in one ? one.name : null))
    : [];
  if (names.includes(spec.containerName)) return;
  throw new Fault(
    'ECS_UPDATE_ERROR',
    `The container ${spec.containerName} does not exist in the task definition ${spec.taskDefinition}.`,
  );
}

function createGreen(run: Run, service: Service, blue: TaskSet, spec: AppSpec, targetGroupArn: string): TaskSet {
  return createTaskSet(run.sandbox, service, {
    taskDefinition: spec.taskDefinition,
    loadBalancer: { targetGroupArn, containerName: spec.containerName, containerPort: spec.containerPort },
    network: spec.network ?? blue.network,
    capacityProviders: spec.capacityProviders ?? blue.capacityProviders,
    launchType: spec.capacityProviders ? null : blue.launchType,
    platformVersion: spec.platformVersion ?? (blue.launchType === 'EC2' ? null : 'LATEST'),
    externalId: run.deployment.id,
    status: 'ACTIVE',
  });
}

/** With a gradual shift CodeDeploy has the replacement health-checked before the shift: at weight 0 behind the listener. */
function checksRunEarly(world: World, deployment: Deployment): boolean {
  const routing = findConfig(world, deployment.configName)?.routing;
  return routing !== undefined && routing.type !== 'AllAtOnce';
}

function awaitGreen(run: Run, service: Service, id: string, until: number): void {
  const { clock, settings } = run.sandbox;
  const green = findTaskSet(service, id);
  if (!green) throw new Fault('ECS_UPDATE_ERROR', `The replacement task set ${id} is gone.`);
  if (isSteady(green)) {
    run.send('done');
    return;
  }
  const left = until - clock.now();
  if (left <= 0) {
    const minutes = Math.round(settings.installTimeoutMs / 60_000);
    const message = `The deployment timed out while waiting for the replacement task set to become healthy. This time out period is ${minutes} minutes.`;
    run.send('fail', { code: 'TIMEOUT', message });
    return;
  }
  run.after(Math.min(settings.pollMs, left), () => {
    awaitGreen(run, service, id, until);
  });
}

/** Creates the replacement in the idle target group, and waits until it is steady. */
export function install(run: Run): void {
  const { sandbox, deployment } = run;
  const service = serviceOf(sandbox, deployment);
  const blue = primaryOf(service);
  const spec = parseAppSpec(deployment.revision.content);
  const pair = choosePair(sandbox.world, deployment, blue);
  checkContainer(sandbox.world, spec);
  deployment.blue = blue.id;
  deployment.blueGroup = pair.blue;
  deployment.greenGroup = pair.green;
  makeRoom(sandbox, deployment, service, pair);
  if (checksRunEarly(sandbox.world, deployment)) {
    permitShift(sandbox, deployment, deployment.options.prodListenerArn, pair);
    shiftTraffic(sandbox.world, deployment.options.prodListenerArn, pair, 0);
  }
  permitTaskSet(sandbox, deployment, spec.taskDefinition);
  deployment.green = createGreen(run, service, blue, spec, pair.green).id;
  awaitGreen(run, service, deployment.green, sandbox.clock.now() + sandbox.settings.installTimeoutMs);
}
