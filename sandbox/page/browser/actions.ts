/** What the controls do. Each is named in the markup: `data-do` for buttons, `data-submit` for forms. */
import { byId, typedById } from './dom.ts';
import { openCall } from './calls.ts';
import { closeTask, openTask } from './task-dialog.ts';
import type { State } from './state.ts';

export interface ActionContext {
  readonly state: State;
  /** Draws what the person has just chosen. */
  readonly redraw: () => void;
  readonly chooseService: (arn: string) => void;
}

type Action = (argument: string, context: ActionContext) => Promise<string> | undefined;

/** A fault of the sandbox's answer, in its own words. */
class Refused extends Error {}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

async function ask(
  method: string,
  path: string,
  body: unknown,
  headers = {},
): Promise<Readonly<Record<string, unknown>>> {
  const answer = await fetch(path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === null ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Refused('The sandbox does not answer.');
  });
  const parsed: unknown = await answer.json().catch(() => null);
  const found = isObject(parsed) ? parsed : {};
  if (answer.ok) return found;
  const text = [found['error'], found['message'], found['__type']].find((part) => typeof part === 'string');
  throw new Refused(text ?? `The sandbox answered ${answer.status}.`);
}

const control = (method: string, path: string, body: unknown = null) => ask(method, `/_sandbox/${path}`, body);

/** A call of the emulated AWS, as any client makes it: it is in the list of calls, and meets the injected faults. */
const codedeploy = (operation: string, input: unknown) =>
  ask('POST', '/', input, {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `CodeDeploy_20141006.${operation}`,
    authorization: 'sandbox page',
  });

const select = (id: string): string => typedById(id, HTMLSelectElement).value;
const input = (id: string): string => typedById(id, HTMLInputElement).value;

const alarm = async (name: string, state: 'ALARM' | 'OK'): Promise<string> => {
  await control('POST', 'alarms', { name, state });
  return state === 'ALARM' ? `Alarm ${name} is raised.` : `Alarm ${name} is cleared.`;
};

const actions: Readonly<Record<string, Action>> = {
  'choose-deployment'(id, { state, redraw }) {
    state.chosen.deployment = id;
    redraw();
    return undefined;
  },
  'choose-listener'(arn, { state, redraw }) {
    state.chosen.listener = arn;
    redraw();
    return undefined;
  },
  'open-task'(id, { state }) {
    openTask(id, state.view?.service ?? null);
    return undefined;
  },
  'close-task'() {
    closeTask();
    return undefined;
  },
  async promote(argument) {
    const [deploymentId, deploymentWaitType] = argument.split(' ');
    await codedeploy('ContinueDeployment', { deploymentId, deploymentWaitType });
    return `${deploymentId ?? ''} goes on.`;
  },
  async stop(deploymentId) {
    await codedeploy('StopDeployment', { deploymentId, autoRollbackEnabled: true });
    return `${deploymentId} is stopped and rolled back.`;
  },
  async kill(task) {
    await control('POST', 'tasks/kill', { task });
    return `Task ${task.slice(0, 8)} was killed.`;
  },
  async speed(argument) {
    await control('POST', 'speed', { speed: Number(argument) });
    return `Time runs ${argument} times as fast as on AWS.`;
  },
  async advance(argument) {
    await control('POST', 'advance', { ms: Number(argument) });
    return `Stepped ${Number(argument) / 1000} seconds.`;
  },
  async 'stop-traffic'() {
    await control('DELETE', 'traffic');
    return 'Traffic is stopped.';
  },
  async 'clear-faults'() {
    await control('DELETE', 'faults');
    return 'No faults are injected any more.';
  },
  'raise-alarm': (name) => alarm(name, 'ALARM'),
  'clear-alarm': (name) => alarm(name, 'OK'),
};

const submits: Readonly<Record<string, Action>> = {
  async deploy(_, { state }) {
    const config = select('config');
    const made = await control('POST', 'sample', {
      service: state.view?.service?.arn,
      sample: select('sample'),
      ...(config === '' ? {} : { deploymentConfigName: config }),
    });
    state.chosen.deployment = null;
    return `Deployment ${String(made['deploymentId'])} is started.`;
  },
  async 'start-traffic'() {
    const perSecond = Number(input('traffic-rate'));
    await control('POST', 'traffic', { listener: select('traffic-listener'), perSecond, seconds: 600 });
    return `${perSecond} requests a second are sent.`;
  },
  async inject() {
    const [operation, kind] = [select('fault-operation'), select('fault-kind')];
    await control('POST', 'faults', { operation, kind, times: Number(input('fault-times')) });
    return `${kind} will hit ${operation === '*' ? 'every operation' : operation}.`;
  },
  raise: () => alarm(input('alarm-name').trim(), 'ALARM'),
};

let hiding = 0;
const NOTICE_MS = 6_000;

function notice(text: string, bad: boolean): void {
  const element = byId('notice');
  element.textContent = text;
  element.classList.toggle('bad', bad);
  element.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => {
    element.hidden = true;
  }, NOTICE_MS);
}

function run(table: Readonly<Record<string, Action>>, name: string, argument: string, context: ActionContext): void {
  const action = Object.hasOwn(table, name) ? table[name] : undefined;
  action?.(argument, context)?.then(
    (text) => {
      notice(text, false);
    },
    (cause: unknown) => {
      notice(cause instanceof Refused ? cause.message : `This page failed: ${String(cause)}`, true);
    },
  );
}

const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? '';

/** Listens once, at the top: what is drawn anew needs no handlers of its own. */
export function listen(context: ActionContext, changed: (name: string) => void): void {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-do]') : null;
    if (button) run(actions, attribute(button, 'data-do'), attribute(button, 'data-arg'), context);
  });
  document.addEventListener('submit', (event) => {
    event.preventDefault();
    if (event.target instanceof Element) run(submits, attribute(event.target, 'data-submit'), '', context);
  });
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof Element)) return;
    const name = attribute(target, 'data-change');
    if (name === 'choose-service') context.chooseService(select('service'));
    else if (name !== '') changed(name);
  });
  // `toggle` does not bubble: it is met on its way down.
  document.addEventListener(
    'toggle',
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement) || !target.open) return;
      if (attribute(target, 'data-toggle') === 'open-call') void openCall(target, attribute(target, 'data-arg'));
    },
    true,
  );
}
