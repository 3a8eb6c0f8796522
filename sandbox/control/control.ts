/** The `/_sandbox/` API: looks into the emulated account and plays faults on it. No AWS client calls it. */
import { type Clock, type SteppedClock } from '../clock.ts';
import { playAlarm } from '../cloudwatch/alarm-state.ts';
import { clearJournal, journalOf } from '../iam/journal.ts';
import { type Sandbox } from '../operation.ts';
import { pageRoutes } from '../page/routes.ts';
import { type Operations } from '../protocol/find-operation.ts';
import { type Settings } from '../settings.ts';
import { type CallLog } from './calls.ts';
import { faultSpec } from './fault-spec.ts';
import { type Faults } from './faults.ts';
import { Invalid, numberMember, parseBody, shown, textMember } from './invalid.ts';
import { type RateLimiter } from './rate-limits.ts';
import { playScaling } from './scale.ts';
import { settingsPatch } from './settings.ts';
import { dumpWorld } from './world.ts';

export interface ControlContext {
  readonly sandbox: Sandbox;
  readonly registryUrl: string | null;
  readonly faults: Faults;
  readonly calls: CallLog;
  readonly rateLimits: RateLimiter;
  /** Names of every emulated operation. */
  readonly operationNames: ReadonlySet<string>;
  /** The same by service. */
  readonly operations: Operations;
  changeSettings(patch: Partial<Settings>): void;
}

export interface ControlAnswer {
  readonly status: number;
  readonly body: unknown;
}

export interface ControlRequest {
  readonly method: string;
  /** What follows `/_sandbox/`. */
  readonly path: string;
  readonly search: URLSearchParams;
  readonly body: string;
}

interface Asked {
  readonly body: string;
  readonly search: URLSearchParams;
  /** What stands in the place of `<id>`. */
  readonly id: string;
}

type Handler = (context: ControlContext, asked: Asked) => unknown;

const routes: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['GET health', health],
  ['GET operations', ({ operations }) => operationsByService(operations)],
  ['GET world', ({ sandbox }) => dumpWorld(sandbox)],
  ['POST advance', advance],
  ['GET settings', ({ sandbox }) => sandbox.settings],
  ['PATCH settings', changeSettings],
  ['POST alarms', setAlarm],
  ['POST scale', ({ sandbox }, { body }) => playScaling(sandbox, parseBody(body))],
  ['GET calls', listCalls],
  ['GET calls/<id>', findCall],
  ['DELETE calls', ({ calls }) => (calls.clear(), {})],
  ['GET faults', ({ faults }) => ({ faults: faults.list() })],
  ['POST faults', addFault],
  ['DELETE faults', ({ faults }) => (faults.clear(), {})],
  ['DELETE faults/<id>', removeFault],
  ['GET iam', ({ sandbox }) => ({ enforced: sandbox.settings.enforceIam, asked: journalOf(sandbox.world) })],
  ['DELETE iam', ({ sandbox }) => (clearJournal(sandbox.world), {})],
  ['GET rate-limits', ({ rateLimits }) => ({ enabled: rateLimits.enabled, groups: rateLimits.list() })],
]);

/** Answers `METHOD /_sandbox/<path>`. */
export async function answerControl(context: ControlContext, request: ControlRequest): Promise<ControlAnswer> {
  const { method, path, search, body } = request;
  const id = /^[a-z]+\/([A-Za-z0-9-]{1,40})$/.exec(path)?.[1] ?? '';
  const handler = routes.get(`${method} ${id === '' ? path : path.replace(`/${id}`, '/<id>')}`);
  if (!handler) {
    const known = [...routes.keys(), ...pageRoutes].map((route) => route.replace(' ', ' /_sandbox/')).join(', ');
    return {
      status: 404,
      body: { error: `There is no ${method} /_sandbox/${path.slice(0, 100)}. There are: ${known}.` },
    };
  }
  try {
    return { status: 200, body: await handler(context, { body, search, id }) };
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

const operationsByService = (operations: Operations): unknown =>
  Object.fromEntries(Object.entries(operations).map(([service, each]) => [service, Object.keys(each).sort()]));

const isStepped = (clock: Clock): clock is SteppedClock => 'advance' in clock;

/** A step this long has every wait behind it that AWS knows (two days for a ready or termination wait). */
const LONGEST_STEP_MS = 30 * 24 * 60 * 60_000;

/** Steps that are asked for at the same time are made one after the other. */
const steps = new WeakMap<Clock, Promise<void>>();

async function advance({ sandbox }: ControlContext, { body }: Asked): Promise<unknown> {
  const ms = numberMember(parseBody(body), 'ms', null);
  if (ms === null || ms > LONGEST_STEP_MS) throw new Invalid(`ms must be a number from 0 to ${LONGEST_STEP_MS}.`);
  const { clock } = sandbox;
  if (!isStepped(clock)) {
    throw new Invalid('This sandbox runs on real time, which cannot be moved; start it with --stepped for that.', 409);
  }
  const step = (steps.get(clock) ?? Promise.resolve()).then(() => clock.advanceThrough(ms));
  steps.set(
    clock,
    step.catch(() => undefined),
  );
  await step;
  return { now: clock.now() };
}

function changeSettings(context: ControlContext, { body }: Asked): unknown {
  context.changeSettings(settingsPatch(parseBody(body)));
  return context.sandbox.settings;
}

/** CloudWatch API: AlarmName. */
const LONGEST_ALARM_NAME = 255;

function setAlarm({ sandbox }: ControlContext, { body }: Asked): unknown {
  const members = parseBody(body);
  const name = textMember(members, 'name');
  if (name.length > LONGEST_ALARM_NAME) throw new Invalid(`name must have at most ${LONGEST_ALARM_NAME} characters.`);
  const state = members.get('state');
  if (state !== 'ALARM' && state !== 'OK') throw new Invalid(`state must be ALARM or OK; received ${shown(state)}.`);
  playAlarm(sandbox, name, state);
  return { name, state };
}

function listCalls({ calls }: ControlContext, { search }: Asked): unknown {
  const after = search.get('after');
  if (after === null) return { calls: calls.list() };
  if (!/^\d{1,15}$/.test(after)) throw new Invalid(`after must be the id of a call; received ${shown(after)}.`);
  return { calls: calls.list(Number(after)) };
}

function findCall({ calls }: ControlContext, { id }: Asked): unknown {
  const call = /^\d{1,15}$/.test(id) ? calls.find(Number(id)) : undefined;
  if (call) return call;
  throw new Invalid(
    `There is no call ${shown(id)}: it never was, or it is too long ago. See GET /_sandbox/calls.`,
    404,
  );
}

/** Each call is held against each of them; nobody plays that many at once. */
const MOST_FAULTS = 1_000;

function addFault({ faults, operationNames }: ControlContext, { body }: Asked): unknown {
  const spec = faultSpec(parseBody(body), operationNames);
  if (faults.list().length >= MOST_FAULTS) {
    throw new Invalid(
      `There are ${MOST_FAULTS} faults already, spent ones too. End them: DELETE /_sandbox/faults.`,
      409,
    );
  }
  return { id: faults.add(spec) };
}

function removeFault({ faults }: ControlContext, { id }: Asked): unknown {
  if (faults.remove(id)) return {};
  throw new Invalid(`There is no fault ${shown(id)}. See GET /_sandbox/faults.`, 404);
}
