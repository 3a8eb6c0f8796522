/** The `/_sandbox/` API: looks into the emulated account and plays faults on it. No AWS client calls it. */
import { type Clock, type SteppedClock } from '../clock.ts';
import { type Sandbox } from '../operation.ts';
import { type Settings } from '../settings.ts';
import { type CallLog } from './calls.ts';
import { faultSpec } from './fault-spec.ts';
import { type Faults } from './faults.ts';
import { Invalid, numberMember, parseBody, shown, textMember } from './invalid.ts';
import { settingsPatch } from './settings.ts';
import { dumpWorld } from './world.ts';

export interface ControlContext {
  readonly sandbox: Sandbox;
  readonly registryUrl: string | null;
  readonly faults: Faults;
  readonly calls: CallLog;
  /** Names of every emulated operation. */
  readonly operationNames: ReadonlySet<string>;
  changeSettings(patch: Partial<Settings>): void;
}

export interface ControlAnswer {
  readonly status: number;
  readonly body: unknown;
}

type Handler = (context: ControlContext, body: string) => unknown;

const routes: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['GET health', health],
  ['GET world', ({ sandbox }) => dumpWorld(sandbox)],
  ['POST advance', advance],
  ['GET settings', ({ sandbox }) => sandbox.settings],
  ['PATCH settings', changeSettings],
  ['POST alarms', setAlarm],
  ['GET calls', ({ calls }) => ({ calls: calls.list() })],
  ['DELETE calls', ({ calls }) => (calls.clear(), {})],
  ['GET faults', ({ faults }) => ({ faults: faults.list() })],
  ['POST faults', (context, body) => ({ id: context.faults.add(faultSpec(parseBody(body), context.operationNames)) })],
  ['DELETE faults', ({ faults }) => (faults.clear(), {})],
]);

/** Answers `METHOD /_sandbox/<path>`. */
export function answerControl(context: ControlContext, method: string, path: string, body: string): ControlAnswer {
  const handler = routes.get(`${method} ${path}`);
  if (!handler) {
    const known = [...routes.keys()].map((route) => route.replace(' ', ' /_sandbox/')).join(', ');
    return {
      status: 404,
      body: { error: `There is no ${method} /_sandbox/${path.slice(0, 100)}. There are: ${known}.` },
    };
  }
  try {
    return { status: 200, body: handler(context, body) };
  } catch (cause) {
    if (cause instanceof Invalid) return { status: cause.status, body: { error: cause.message } };
    throw cause;
  }
}

function health({ sandbox, registryUrl }: ControlContext): unknown {
  const { account, region } = sandbox.world;
  const clock = isStepped(sandbox.clock) ? 'stepped' : 'real';
  const listeners = [...sandbox.world.elb.listeners.values()].map(({ arn, port }) => ({
    arn,
    port,
    url: urlOf(sandbox, arn),
  }));
  return { status: 'ok', account, region, registryUrl, clock, now: sandbox.clock.now(), listeners };
}

/** Where a listener answers; null where it has no port. */
function urlOf({ balancer }: Sandbox, listenerArn: string): string | null {
  const endpoint = balancer.endpoint(listenerArn);
  return endpoint && `http://${endpoint.host}:${endpoint.port}`;
}

const isStepped = (clock: Clock): clock is SteppedClock => 'advance' in clock;

/** A step this long has every wait behind it that AWS knows (two days for a ready or termination wait). */
const LONGEST_STEP_MS = 30 * 24 * 60 * 60_000;

function advance({ sandbox }: ControlContext, body: string): unknown {
  const ms = numberMember(parseBody(body), 'ms', null);
  if (ms === null || ms > LONGEST_STEP_MS) throw new Invalid(`ms must be a number from 0 to ${LONGEST_STEP_MS}.`);
  if (!isStepped(sandbox.clock)) {
    throw new Invalid('This sandbox runs on real time, which cannot be moved; start it with --stepped for that.', 409);
  }
  sandbox.clock.advance(ms);
  return { now: sandbox.clock.now() };
}

function changeSettings(context: ControlContext, body: string): unknown {
  context.changeSettings(settingsPatch(parseBody(body)));
  return context.sandbox.settings;
}

function setAlarm({ sandbox }: ControlContext, body: string): unknown {
  const members = parseBody(body);
  const name = textMember(members, 'name');
  const state = members.get('state');
  if (state === 'ALARM') sandbox.world.alarms.add(name);
  else if (state === 'OK') sandbox.world.alarms.delete(name);
  else throw new Invalid(`state must be ALARM or OK; received ${shown(state)}.`);
  return { name, state };
}
