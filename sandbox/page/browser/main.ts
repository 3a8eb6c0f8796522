/** The page: takes what the stream brings, and draws it. */
import type { CallView, Hello, ServiceView, TrafficMessage, ViewMessage } from '../view-types.ts';
import { type ActionContext, listen } from './actions.ts';
import { showCalls } from './calls.ts';
import { showControls, showExpectation, showHello, showServices } from './controls.ts';
import { deploymentPanel } from './deployment.ts';
import { byId, h, setText, show, typedById } from './dom.ts';
import { showEmpty } from './empty.ts';
import { eventsPanel, stoppedPanel } from './events.ts';
import { animateFlow } from './flow.ts';
import { dateTime } from './format.ts';
import { picture } from './picture.ts';
import { requestsPanel } from './requests.ts';
import { chartOf, ratesByGroup } from './series.ts';
import {
  freshState,
  nowAt,
  secondAt,
  SHOWN_SECONDS,
  shownDeployment,
  type State,
  takeCalls,
  takeHello,
  takeTraffic,
  takeView,
} from './state.ts';
import { type Kind, Stream } from './stream.ts';
import { summarise } from './summary.ts';
import { showTask } from './task-dialog.ts';

const state = freshState();
const narrow = matchMedia('(max-width: 44rem)');
const single = matchMedia('(max-width: 64rem)');
const still = matchMedia('(prefers-reduced-motion: reduce)');

/** Durations count up on their own between messages. */
const TICK_MS = 500;

function drawTop({ view, connection }: State, now: number): void {
  const texts = { connecting: 'Connecting …', live: 'Live', lost: 'Connection lost, retrying …' } as const;
  const element = byId('connection');
  element.className = `connection ${connection}`;
  setText('connection', texts[connection]);
  document.body.classList.toggle('stale', connection === 'lost');
  if (!view) return;
  setText('account', `Account ${view.account}, ${view.region}, ${view.runtime} tasks`);
  const { kind, speed } = view.clock;
  const pace = kind === 'stepped' ? 'stands still' : `${speed ?? 1} × real time`;
  show(byId('clock'), h('time', {}, dateTime(now)), h('span', { class: 'muted' }, ` UTC, ${pace}`));
  showServices(view);
}

function drawRequests(service: ServiceView, at: number): void {
  const listeners = service.listeners;
  const listener = listeners.find(({ arn }) => arn === state.chosen.listener) ?? listeners[0];
  const until = secondAt(state, at);
  const chart = chartOf(service, state.traffic, { listener: listener?.arn ?? '', until, length: SHOWN_SECONDS });
  const ports = listeners.some(({ url }) => url !== null);
  const hint = ports
    ? 'No traffic in the last five minutes. Press Start traffic, or open the listener’s address.'
    : 'No traffic: the listeners of this sandbox have no ports, because its tasks are simulated.';
  show(byId('requests'), requestsPanel(chart, listeners, listener?.arn ?? '', hint));
}

function drawService(service: ServiceView, now: number, at: number): void {
  const summary = summarise(service);
  byId('summary').className = `summary ${summary.tone}`;
  setText('summary', summary.text);
  const rates = ratesByGroup(service, state.traffic, secondAt(state, at));
  show(byId('picture'), picture(service, rates, narrow.matches));
  animateFlow(byId('picture'), still.matches);
  show(byId('stopped'), stoppedPanel(service));
  show(byId('deployment'), deploymentPanel(service, shownDeployment(state, service), now));
  drawRequests(service, at);
}

/** When what had the focus is gone, as a button that was pressed can be, the focus goes to its panel's heading. */
function draw(): void {
  const focused = document.activeElement;
  const panel = focused?.closest('section');
  drawAll();
  if (focused && !focused.isConnected) panel?.querySelector('h2')?.focus();
}

function drawAll(): void {
  const at = performance.now();
  const now = nowAt(state, at);
  drawTop(state, now);
  const service = state.view?.service ?? null;
  byId('columns').hidden = service === null;
  showEmpty(state);
  if (state.view && service) {
    drawService(service, now, at);
    showControls(state.view, service);
  }
  show(byId('events'), eventsPanel(service));
  showCalls(byId('calls'), state.calls, typedById('changes-only', HTMLInputElement).checked);
  showTask(service);
}

/** Our own sandbox sent it, in the shapes of view-types.ts. */
function take(kind: Kind, data: unknown): void {
  const at = performance.now();
  if (kind === 'hello') {
    takeHello(state, data as Hello);
    showHello(data as Hello);
  } else if (kind === 'view') takeView(state, data as ViewMessage, at);
  else if (kind === 'calls') takeCalls(state, (data as { calls: CallView[] }).calls);
  else if (kind === 'traffic') takeTraffic(state, data as TrafficMessage, at);
  else state.time = { emulated: (data as { now: number }).now, at };
  draw();
}

const stream = new Stream({
  message: take,
  connected(up) {
    const connection = up ? 'live' : 'lost';
    if (state.connection === connection) return;
    state.connection = connection;
    draw();
  },
});

const context: ActionContext = {
  state,
  redraw: draw,
  chooseService(arn) {
    state.chosen = { service: arn, deployment: null, listener: null };
    stream.choose(arn);
  },
};
listen(context, (name) => {
  if (name === 'sample' && state.hello) showExpectation(state.hello.samples);
  draw();
});
/** Where there is one column only, what to do comes before what has happened. */
function place(): void {
  const columns = [...document.querySelectorAll('#columns > .column')];
  columns[single.matches ? 1 : 0]?.append(byId('events-panel'));
}
single.addEventListener('change', place);
place();
for (const query of [narrow, still]) query.addEventListener('change', draw);
setInterval(draw, TICK_MS);
draw();
document.body.classList.add('started');
