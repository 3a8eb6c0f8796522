/** Traffic to look at: requests to one listener's port on the loopback, as many a second as asked for. */
import { Agent, request } from 'node:http';
import { Invalid } from '../control/invalid.ts';
import { type Endpoint } from '../runtime/runtime.ts';
import { type LoadView } from './view-types.ts';

export const MOST_PER_SECOND = 200;
export const LONGEST_SECONDS = 600;
/** Without an answer at the same time, at most; what would be more is held back and counted. */
const MOST_OPEN = 400;
const TICK_MS = 50;
const ANSWER_MS = 10_000;

export interface LoadSpec {
  readonly listener: string;
  readonly endpoint: Endpoint;
  readonly perSecond: number;
  readonly seconds: number;
}

export interface Load {
  /** Takes the place of what runs. Throws `Invalid` for a rate or a length that is out of bounds. */
  start(spec: LoadSpec): void;
  stop(): void;
  /** What runs; null where nothing does. */
  state(): LoadView | null;
}

interface Running {
  readonly spec: LoadSpec;
  readonly startedAt: number;
  readonly agent: Agent;
  readonly timer: NodeJS.Timeout;
  open: number;
  sent: number;
  answered: number;
  failed: number;
  heldBack: number;
}

export function createLoad(): Load {
  let running: Running | null = null;
  const stop = (): void => {
    if (!running) return;
    clearInterval(running.timer);
    running.agent.destroy();
    running = null;
  };
  return {
    start(spec) {
      check(spec);
      stop();
      const timer = setInterval(() => {
        if (!running) return;
        if (Date.now() >= endOf(running)) stop();
        else sendDue(running);
      }, TICK_MS).unref();
      const agent = new Agent({ keepAlive: true, maxSockets: MOST_OPEN });
      const counts = { open: 0, sent: 0, answered: 0, failed: 0, heldBack: 0 };
      running = { spec, startedAt: Date.now(), agent, timer, ...counts };
    },
    stop,
    state: () => running && view(running),
  };
}

function check({ perSecond, seconds }: LoadSpec): void {
  const within = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most;
  if (!within(perSecond, MOST_PER_SECOND)) {
    throw new Invalid(`perSecond must be a whole number from 1 to ${MOST_PER_SECOND}; received ${perSecond}.`);
  }
  if (!within(seconds, LONGEST_SECONDS)) {
    throw new Invalid(`seconds must be a whole number from 1 to ${LONGEST_SECONDS}; received ${seconds}.`);
  }
}

const endOf = ({ startedAt, spec }: Running): number => startedAt + spec.seconds * 1000;

/** Open loop: what is due is sent, whether or not earlier requests were answered. */
function sendDue(running: Running): void {
  const due = Math.floor(((Date.now() - running.startedAt) * running.spec.perSecond) / 1000);
  while (running.sent + running.heldBack < due) {
    if (running.open >= MOST_OPEN) running.heldBack += 1;
    else sendOne(running);
  }
}

function sendOne(running: Running): void {
  const { agent, spec } = running;
  running.sent += 1;
  running.open += 1;
  let well = false;
  const { host, port } = spec.endpoint;
  const headers = { 'user-agent': 'ecs-blue-green-sandbox' };
  const sent = request({ host, port, path: '/', agent, timeout: ANSWER_MS, headers }, (response) => {
    running.answered += 1;
    response.resume().on('end', () => {
      well = (response.statusCode ?? 500) < 500;
    });
  });
  sent.on('timeout', () => sent.destroy());
  // Whatever the error, it is followed by `close`, where it is counted.
  sent.on('error', () => undefined);
  sent.on('close', () => {
    running.open -= 1;
    if (!well) running.failed += 1;
  });
  sent.end();
}

function view(running: Running): LoadView {
  const { spec, sent, answered, failed, heldBack } = running;
  return {
    listener: spec.listener,
    perSecond: spec.perSecond,
    endsAt: endOf(running),
    sent,
    answered,
    failed,
    heldBack,
  };
}
