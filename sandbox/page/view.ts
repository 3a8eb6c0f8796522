/** The emulated account as the page shows it: a small, bounded part of the world. Changes nothing. */
import { isAdjustable } from '../clock.ts';
import { isInAlarm } from '../cloudwatch/alarm-state.ts';
import { type ListedFault } from '../control/faults.ts';
import { type Sandbox } from '../operation.ts';
import { type Deployment } from '../world/codedeploy.ts';
import { type Service } from '../world/ecs.ts';
import { groupsByService, serviceView } from './service-view.ts';
import { type AlarmView, type ClockView, type LoadView, type ServiceBrief, type View } from './view-types.ts';

export const MOST_SERVICES = 100;
const MOST_ALARMS = 40;
const MOST_FAULTS = 40;

export interface ViewParts {
  readonly faults: readonly ListedFault[];
  readonly load: LoadView | null;
  /** ARN of the service that the page looks at; the newest one where there is no such. */
  readonly serviceArn: string | null;
}

export function clockView({ clock }: Sandbox): ClockView {
  if ('advance' in clock) return { kind: 'stepped', speed: null };
  return { kind: 'real', speed: isAdjustable(clock) ? clock.speed() : null };
}

function briefs(sandbox: Sandbox, services: readonly Service[]): ServiceBrief[] {
  const groups = groupsByService(sandbox);
  const newest = newestStatus(sandbox);
  return services.map(({ arn, name, clusterArn }) => {
    const group = groups.get(arn);
    const deployment = group ? (newest.get(`${group.application}/${group.name}`) ?? null) : null;
    return { arn, name, cluster: clusterArn.split('/').at(-1) ?? '', deployment };
  });
}

/** Application and group to the status of its newest deployment. */
function newestStatus({ world }: Sandbox): Map<string, string> {
  const said = ({ creator, status }: Deployment): string =>
    creator === 'codeDeployRollback' && status === 'Succeeded' ? 'rolled back' : status;
  const all = [...world.codedeploy.deployments.values()];
  return new Map(all.map((deployment) => [`${deployment.application}/${deployment.group}`, said(deployment)]));
}

/** Those that deployment groups watch, that exist, and that were played. */
function alarmViews({ world }: Sandbox): AlarmView[] {
  const watched = [...world.codedeploy.applications.values()]
    .flatMap(({ groups }) => [...groups.values()])
    .flatMap(({ alarms }) => alarms);
  const names = new Set([...watched, ...world.alarms, ...world.cloudwatch.alarms.keys()]);
  return [...names].slice(0, MOST_ALARMS).map((name) => {
    const alarm = world.cloudwatch.alarms.get(name);
    const state = isInAlarm(world, name) ? 'ALARM' : (alarm?.state ?? 'OK');
    return { name, state, reason: alarm && alarm.reason !== '' ? alarm.reason.slice(0, 500) : null };
  });
}

export function project(sandbox: Sandbox, parts: ViewParts): View {
  const { world } = sandbox;
  const services = [...world.ecs.services.values()].filter(({ status }) => status !== 'INACTIVE');
  const chosen = services.find(({ arn }) => arn === parts.serviceArn) ?? services[0];
  return {
    account: world.account,
    region: world.region,
    runtime: sandbox.runtime.kind,
    clock: clockView(sandbox),
    services: briefs(sandbox, services.slice(0, MOST_SERVICES)),
    servicesLeftOut: Math.max(0, services.length - MOST_SERVICES),
    service: chosen ? serviceView(sandbox, chosen) : null,
    alarms: alarmViews(sandbox),
    faults: parts.faults
      .slice(0, MOST_FAULTS)
      .map(({ id, operation, kind, times, hits }) => ({ id, operation, kind, times, hits })),
    load: parts.load,
  };
}
