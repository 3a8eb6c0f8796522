/** What the page knows, and how messages change it. */
import type {
  CallView,
  DeploymentView,
  Hello,
  ServiceView,
  TrafficMessage,
  TrafficSecond,
  View,
  ViewMessage,
} from '../view-types.ts';

export type Connection = 'connecting' | 'live' | 'lost';

export interface State {
  connection: Connection;
  hello: Hello | null;
  view: View | null;
  /** Emulated time at a moment of `performance.now()`. */
  time: { readonly emulated: number; readonly at: number };
  calls: readonly CallView[];
  traffic: readonly TrafficSecond[];
  /** The newest complete second at a moment of `performance.now()`. */
  until: { readonly second: number; readonly at: number };
  chosen: { service: string | null; deployment: string | null; listener: string | null };
}

export const MOST_CALLS = 200;
export const SHOWN_SECONDS = 300;

export const freshState = (): State => ({
  connection: 'connecting',
  hello: null,
  view: null,
  time: { emulated: 0, at: 0 },
  calls: [],
  traffic: [],
  until: { second: 0, at: 0 },
  chosen: { service: null, deployment: null, listener: null },
});

/** Another sandbox than before: nothing that was known of the old one holds. */
export function takeHello(state: State, hello: Hello): void {
  const restarted = state.hello !== null && state.hello.boot !== hello.boot;
  if (restarted) Object.assign(state, { ...freshState(), connection: state.connection });
  if (!hello.resumed) state.calls = [];
  state.hello = hello;
}

export function takeView(state: State, { now, view }: ViewMessage, at: number): void {
  state.view = view;
  state.time = { emulated: now, at };
}

export function takeCalls(state: State, calls: readonly CallView[]): void {
  const newest = state.calls.at(-1)?.id ?? 0;
  state.calls = [...state.calls, ...calls.filter(({ id }) => id > newest)].slice(-MOST_CALLS);
}

export function takeTraffic(state: State, { until, whole, seconds }: TrafficMessage, at: number): void {
  const all = whole ? seconds : [...state.traffic, ...seconds];
  state.traffic = all.filter(({ second }) => second > until - SHOWN_SECONDS);
  state.until = { second: until, at };
}

/** Emulated time at `at`, a moment of `performance.now()`. A clock that is stepped stands still. */
export function nowAt({ view, time }: State, at: number): number {
  const speed = view?.clock.kind === 'stepped' ? 0 : (view?.clock.speed ?? 1);
  return time.emulated + (at - time.at) * speed;
}

/** The newest second to draw; it goes on while no request comes. */
export const secondAt = ({ until }: State, at: number): number =>
  until.second + Math.max(0, Math.floor((at - until.at) / 1000));

/** What is looked at unless the person chooses: the newest deployment, or the one that the newest rolls back. */
export function currentDeployment({ deployments }: ServiceView): DeploymentView | null {
  const newest = deployments[0] ?? null;
  return deployments.find(({ id }) => id === newest?.rollsBack) ?? newest;
}

export function shownDeployment(state: State, service: ServiceView): DeploymentView | null {
  return service.deployments.find(({ id }) => id === state.chosen.deployment) ?? currentDeployment(service);
}
