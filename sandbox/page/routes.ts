/** What the page's controls ask for, under `/_sandbox/` beside the control API. */
import { isAdjustable } from '../clock.ts';
import { type ControlAnswer, type ControlContext, type ControlRequest } from '../control/control.ts';
import { type Body, Invalid, numberMember, parseBody, refuseUnknown, shown, textMember } from '../control/invalid.ts';
import { killTask } from '../ecs/kill-task.ts';
import { type Sandbox } from '../operation.ts';
import { type Service } from '../world/ecs.ts';
import { type Load } from './load.ts';
import { taskLog } from './logs.ts';
import { apiOf, deploySample } from './sample.ts';
import { groupOfService } from './service-view.ts';

export interface RouteContext extends ControlContext {
  readonly load: Load;
}

interface Request {
  readonly context: RouteContext;
  readonly body: string;
  /** The part of the path that the route leaves open. */
  readonly part: string;
  /** The sandbox's own port: the sample is deployed over its API. */
  readonly port: number;
}

type Handler = (request: Request) => unknown;

/** `*` stands for one part of the path. */
const routes: readonly (readonly [method: string, path: string, Handler])[] = [
  ['POST', 'traffic', startTraffic],
  ['DELETE', 'traffic', ({ context }) => (context.load.stop(), {})],
  ['GET', 'traffic', ({ context }) => ({ traffic: context.load.state() })],
  ['POST', 'sample', deploy],
  ['POST', 'speed', setSpeed],
  ['POST', 'tasks/kill', kill],
  ['GET', 'tasks/*/logs', logs],
];

export const pageRoutes: readonly string[] = routes.map(([method, path]) => `${method} ${path}`);

/** Null where the path is none of the page's. */
export async function answerPageRoute(
  context: RouteContext,
  { method, path, body }: ControlRequest,
  port: number,
): Promise<ControlAnswer | null> {
  for (const [of, pattern, handle] of routes) {
    const found = of === method ? new RegExp(`^${pattern.replace('*', '([^/]{1,100})')}$`).exec(path) : null;
    if (!found) continue;
    try {
      return { status: 200, body: await handle({ context, part: found[1] ?? '', body, port }) };
    } catch (cause) {
      if (cause instanceof Invalid) return { status: cause.status, body: { error: cause.message } };
      throw cause;
    }
  }
  return null;
}

/** The service with the body's `service` (an ARN), or the only one there is. */
function serviceOf({ world }: Sandbox, body: Body): Service {
  const services = [...world.ecs.services.values()].filter(({ status }) => status === 'ACTIVE');
  if (services.length === 0) throw new Invalid('There is no service yet.', 409);
  if (!body.has('service') && services[0] && services.length === 1) return services[0];
  const wanted = textMember(body, 'service');
  const found = services.find(({ arn }) => arn === wanted);
  if (found) return found;
  throw new Invalid(`service must be the ARN of an active service; received ${shown(wanted)}.`);
}

function listenerOf(sandbox: Sandbox, body: Body): string {
  const wanted = textMember(body, 'listener');
  if (wanted !== 'production' && wanted !== 'test') return wanted;
  const group = groupOfService(sandbox, serviceOf(sandbox, body));
  const arn = wanted === 'production' ? group?.prodListenerArn : group?.testListenerArn;
  if (arn) return arn;
  throw new Invalid(`The service has no ${wanted} listener.`, 409);
}

function startTraffic({ context, body }: Request): unknown {
  const members = parseBody(body);
  refuseUnknown(members, ['listener', 'service', 'perSecond', 'seconds']);
  const { sandbox, load } = context;
  const listener = listenerOf(sandbox, members);
  if (!sandbox.world.elb.listeners.has(listener)) {
    throw new Invalid(`listener must be production, test or a listener's ARN; received ${shown(listener)}.`);
  }
  const endpoint = sandbox.balancer.endpoint(listener);
  if (!endpoint) throw new Invalid('This listener has no port here, so nothing can be sent to it.', 409);
  const perSecond = numberMember(members, 'perSecond', 20);
  load.start({ listener, endpoint, perSecond, seconds: numberMember(members, 'seconds', 300) });
  return { traffic: load.state() };
}

async function deploy({ context, body, port }: Request): Promise<unknown> {
  const members = parseBody(body);
  refuseUnknown(members, ['service', 'sample', 'deploymentConfigName']);
  const service = serviceOf(context.sandbox, members);
  const sample = textMember(members, 'sample');
  const config = members.has('deploymentConfigName') ? textMember(members, 'deploymentConfigName') : null;
  return await deploySample(context.sandbox, apiOf(port), { service, sample, config });
}

/** As on the command line: see `speedOf` in arguments.ts. */
const SLOWEST = 0.1;
const FASTEST = 10_000;

function setSpeed({ context, body }: Request): unknown {
  const { clock } = context.sandbox;
  const speed = numberMember(parseBody(body), 'speed', null);
  if (speed === null || speed < SLOWEST || speed > FASTEST) {
    throw new Invalid(`speed must be a number from ${SLOWEST} to ${FASTEST}; received ${shown(speed ?? undefined)}.`);
  }
  if (!isAdjustable(clock)) throw new Invalid('This clock stands still until it is advanced; it has no speed.', 409);
  clock.setSpeed(speed);
  return { speed, now: clock.now() };
}

function kill({ context, body }: Request): unknown {
  const wanted = textMember(parseBody(body), 'task');
  const tasks = [...context.sandbox.world.ecs.tasks.values()];
  const task = tasks.find(({ arn }) => arn === wanted || arn.endsWith(`/${wanted}`));
  if (!task) throw new Invalid(`There is no task ${shown(wanted)}.`, 404);
  if (task.status === 'STOPPED' || !killTask(context.sandbox, task.arn)) {
    throw new Invalid(`Task ${wanted} does not run, so there is nothing to kill.`, 409);
  }
  return { task: task.arn };
}

function logs({ context, part }: Request): unknown {
  return { lines: taskLog(context.sandbox, part) };
}
