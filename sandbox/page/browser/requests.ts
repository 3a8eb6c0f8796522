/** The chart of requests a second by version, with its legend and the same figures as a table. */
import type { ListenerView } from '../view-types.ts';
import { h, svg } from './dom.ts';
import { listenerName, mark } from './picture.ts';
import { type Chart, niceTop, type Series } from './series.ts';

const HEIGHT = 120;
const ERROR_HEIGHT = 14;

/** The area between two lines, in a box of `rates.length - 1` by HEIGHT. */
function area(below: readonly number[], above: readonly number[], top: number): string {
  const y = (value: number): string => (HEIGHT - (value / top) * HEIGHT).toFixed(1);
  const there = above.map((value, x) => `${x} ${y(value)}`);
  const back = below.map((value, x) => `${x} ${y(value)}`).reverse();
  return `M${there.join('L')}L${back.join('L')}Z`;
}

function areas(chart: Chart, top: number): SVGElement[] {
  let below: readonly number[] = chart.errors.map(() => 0);
  return chart.series.map((series) => {
    const from = below;
    const above = series.rates.map((rate, index) => rate + (from[index] ?? 0));
    below = above;
    const look = `area ${series.slot} age${Math.min(series.age, 2)}`;
    return svg('path', { class: look, d: area(from, above, top), 'data-key': `area ${series.revision}` });
  });
}

function errorBars(chart: Chart): SVGElement[] {
  const most = Math.max(1, ...chart.errors);
  return chart.errors.flatMap((count, x) => {
    if (count === 0) return [];
    const height = 3 + (count / most) * (ERROR_HEIGHT - 3);
    return [svg('rect', { class: 'errors', x: x - 0.5, width: 1, y: HEIGHT + 2 + ERROR_HEIGHT - height, height })];
  });
}

function drawing(chart: Chart, top: number): SVGElement {
  const width = Math.max(1, chart.errors.length - 1);
  const total = chart.series.reduce((all, { requests }) => all + requests, 0);
  const label = `${total} requests over the last five minutes, at most ${chart.highest} a second`;
  const grid = [0, 0.5, 1].map((part) =>
    svg('line', { class: 'grid', x1: 0, x2: width, y1: part * HEIGHT, y2: part * HEIGHT }),
  );
  return svg(
    'svg',
    {
      class: 'chart',
      viewBox: `0 0 ${width} ${HEIGHT + ERROR_HEIGHT + 2}`,
      preserveAspectRatio: 'none',
      role: 'img',
      'aria-label': label,
    },
    ...grid,
    ...areas(chart, top),
    ...errorBars(chart),
  );
}

const nameOf = ({ revision }: Series): string => (revision === '' ? 'no target' : revision);

const lately = ({ rates }: Series): string => (rates.slice(-3).reduce((all, rate) => all + rate, 0) / 3).toFixed(1);

function legend(chart: Chart): HTMLElement {
  const items = chart.series.map((series) =>
    h(
      'li',
      { 'data-key': series.revision },
      mark(series.slot),
      h('strong', {}, nameOf(series)),
      h('span', {}, `${lately(series)} req/s`),
      h('span', { class: series.errors > 0 ? 'bad' : 'muted' }, `${series.errors} errors`),
    ),
  );
  return h('ul', { class: 'legend', 'aria-label': 'Versions' }, ...items);
}

function table(chart: Chart): HTMLElement {
  const heads = ['Version', 'Requests', '4xx', '5xx'].map((text) => h('th', { scope: 'col' }, text));
  const rows = chart.series.map((series) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, nameOf(series)),
      ...[series.requests, series.refused, series.errors].map((count) => h('td', {}, String(count))),
    ),
  );
  return h(
    'details',
    { class: 'as-table' },
    h('summary', {}, 'The last five minutes as a table'),
    h('table', {}, h('thead', {}, h('tr', {}, ...heads)), h('tbody', {}, ...rows)),
  );
}

function choice(listeners: readonly ListenerView[], chosen: string): HTMLElement | null {
  if (listeners.length < 2) return null;
  const buttons = listeners.map((listener) =>
    h(
      'button',
      {
        type: 'button',
        'data-do': 'choose-listener',
        'data-arg': listener.arn,
        'aria-pressed': String(listener.arn === chosen),
      },
      listenerName(listener),
    ),
  );
  return h('div', { class: 'segments', role: 'group', 'aria-label': 'Listener' }, ...buttons);
}

/** `hint`: what to do where there is nothing to draw. */
export function requestsPanel(
  chart: Chart,
  listeners: readonly ListenerView[],
  chosen: string,
  hint: string,
): HTMLElement {
  if (chart.series.length === 0) {
    return h('div', {}, choice(listeners, chosen), h('p', { class: 'hint' }, hint));
  }
  const top = niceTop(chart.highest);
  return h(
    'div',
    {},
    choice(listeners, chosen),
    legend(chart),
    h(
      'div',
      { class: 'plot' },
      h('span', { class: 'axis most', 'aria-hidden': 'true' }, `${top}/s`),
      h('span', { class: 'axis wrong', 'aria-hidden': 'true' }, 'errors'),
      drawing(chart, top),
      h('span', { class: 'axis from', 'aria-hidden': 'true' }, '5 min ago'),
      h('span', { class: 'axis now', 'aria-hidden': 'true' }, 'now'),
    ),
    table(chart),
  );
}
