/** Brings the forms up to date: what can be chosen, what is going on, and why something cannot be done. */
import type { AlarmView, FaultView, Hello, LoadView, ServiceView, View } from '../view-types.ts';
import { byId, h, setText, show, typedById } from './dom.ts';
import { plural } from './format.ts';
import { listenerName } from './picture.ts';

/** Options are only made anew when they differ, so that an open list does not close. */
function options(id: string, wanted: readonly (readonly [value: string, text: string])[]): void {
  const select = typedById(id, HTMLSelectElement);
  const now = [...select.options].map(({ value, text }) => `${value} ${text}`).join('\n');
  if (now === wanted.map(([value, text]) => `${value} ${text}`).join('\n')) return;
  const chosen = select.value;
  select.replaceChildren(...wanted.map(([value, text]) => h('option', { value }, text)));
  if (wanted.some(([value]) => value === chosen)) select.value = chosen;
}

export function showHello({ operations, faultKinds, samples }: Hello): void {
  options(
    'sample',
    samples.map(({ id, label }) => [id, label] as const),
  );
  const all = ['*', ...operations];
  options(
    'fault-operation',
    all.map((name) => [name, name === '*' ? 'Every operation' : name] as const),
  );
  options(
    'fault-kind',
    faultKinds.map((kind) => [kind, kind] as const),
  );
  showExpectation(samples);
}

export function showExpectation(samples: Hello['samples']): void {
  const chosen = samples.find(({ id }) => id === typedById('sample', HTMLSelectElement).value);
  setText('expect', chosen?.expect ?? '');
}

export function showServices({ services, service, servicesLeftOut }: View): void {
  const listed = services.map(({ arn, name, cluster, deployment }) => {
    const state = deployment === null ? '' : ` (${deployment})`;
    return [arn, `${cluster} / ${name}${state}`] as const;
  });
  const more = servicesLeftOut > 0 ? [['', `and ${servicesLeftOut} more`] as const] : [];
  options('service', [...listed, ...more]);
  const select = typedById('service', HTMLSelectElement);
  select.disabled = listed.length === 0;
  if (service && select.value !== service.arn) select.value = service.arn;
}

function trafficText(load: LoadView | null, service: ServiceView, runtime: View['runtime']): string {
  if (load) {
    const left = Math.max(0, Math.round((load.endsAt - Date.now()) / 1000));
    const failed = load.failed > 0 ? `, ${load.failed} failed` : '';
    return `${load.perSecond} requests a second, ${left} s to go: ${load.answered} answered${failed}.`;
  }
  if (service.listeners.some(({ url }) => url !== null)) return 'Stopped.';
  const why = runtime === 'simulated' ? 'its tasks are simulated' : 'its listeners have no ports';
  return `Not possible here: ${why}, so there is nothing to send requests to.`;
}

function showTraffic({ load, runtime }: View, service: ServiceView): void {
  const withPorts = service.listeners.filter(({ url }) => url !== null);
  const listed = withPorts.length > 0 ? withPorts : service.listeners;
  options(
    'traffic-listener',
    listed.map((listener) => [listener.arn, listenerName(listener)] as const),
  );
  typedById('traffic-start', HTMLButtonElement).disabled = withPorts.length === 0;
  typedById('traffic-stop', HTMLButtonElement).disabled = load === null;
  setText('traffic-state', trafficText(load, service, runtime));
}

const SPEEDS = [1, 10, 60, 600];
const STEPS = [
  [10_000, '10 s'],
  [60_000, '1 min'],
  [600_000, '10 min'],
] as const;

function showTime({ clock }: View): void {
  const root = byId('time');
  if (clock.kind === 'stepped') {
    const steps = STEPS.map(([ms, text]) =>
      h('button', { type: 'button', 'data-do': 'advance', 'data-arg': ms }, `Step ${text}`),
    );
    show(root, ...steps);
    return;
  }
  if (clock.speed === null) {
    show(root, h('span', { class: 'hint' }, 'This clock runs at a fixed speed.'));
    return;
  }
  const speeds = [...new Set([...SPEEDS, clock.speed])].sort((a, b) => a - b);
  const buttons = speeds.map((speed) =>
    h(
      'button',
      {
        type: 'button',
        'data-do': 'speed',
        'data-arg': speed,
        'data-key': speed,
        'aria-pressed': String(speed === clock.speed),
      },
      `${speed} ×`,
    ),
  );
  show(root, h('div', { class: 'segments', role: 'group', 'aria-label': 'Speed of time' }, ...buttons));
}

function showFaults(faults: readonly FaultView[]): void {
  if (faults.length === 0) {
    show(byId('faults'));
    return;
  }
  const items = faults.map(({ id, operation, kind, times, hits }) =>
    h(
      'li',
      { 'data-key': id },
      h('strong', {}, kind),
      ` on ${operation === '*' ? 'every operation' : operation}: hit ${plural(hits, 'call')}`,
      times === null ? '' : ` of ${times}`,
    ),
  );
  show(
    byId('faults'),
    h('ul', { class: 'list', 'aria-label': 'Injected faults' }, ...items),
    h('button', { type: 'button', 'data-do': 'clear-faults' }, 'Clear faults'),
  );
}

function showAlarms(alarms: readonly AlarmView[]): void {
  show(byId('alarm-names'), ...alarms.map(({ name }) => h('option', { value: name, 'data-key': name })));
  const items = alarms.map(({ name, state, reason }) => {
    const [action, text] = state === 'ALARM' ? ['clear-alarm', 'Clear'] : ['raise-alarm', 'Raise'];
    return h(
      'li',
      { 'data-key': name },
      h('span', { class: `badge ${state === 'ALARM' ? 'alarm' : 'ok'}` }, state),
      ` ${name} `,
      h('button', { type: 'button', 'data-do': action, 'data-arg': name, 'aria-label': `${text} alarm ${name}` }, text),
      reason === null ? null : h('p', { class: 'hint' }, reason),
    );
  });
  show(byId('alarms'), items.length > 0 ? h('ul', { class: 'list', 'aria-label': 'Alarms' }, ...items) : null);
}

export function showControls(view: View, service: ServiceView): void {
  const running = service.deployments.some(({ completedAt }) => completedAt === null);
  const deploy = typedById('deploy', HTMLButtonElement);
  deploy.disabled = !service.deployable || running;
  setText('busy', running ? 'A deployment is running: a deployment group carries one at a time.' : '');
  showTraffic(view, service);
  showTime(view);
  showFaults(view.faults);
  showAlarms(view.alarms);
}
