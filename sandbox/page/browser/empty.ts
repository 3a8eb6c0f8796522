/** What to do where there is nothing to see yet. */
import { byId, h, setText, show } from './dom.ts';
import type { State } from './state.ts';

function steps(): HTMLElement {
  const code = (text: string): HTMLElement => h('code', {}, text);
  return h(
    'ul',
    {},
    h(
      'li',
      {},
      'Run ',
      code('npm run demo -- --stay'),
      ': it puts up a service, deploys to it, and leaves the sandbox up.',
    ),
    h(
      'li',
      {},
      'Or point any AWS client at this sandbox and create one: ',
      code(`export AWS_ENDPOINT_URL=${location.origin}`),
    ),
  );
}

export function showEmpty({ view, connection }: State): void {
  const panel = byId('empty');
  panel.hidden = view?.service !== null && view !== null;
  if (panel.hidden) return;
  byId('summary').className = 'summary calm';
  const none = view !== null;
  const title = none ? 'No service yet' : connection === 'lost' ? 'The sandbox does not answer' : 'Connecting …';
  setText('empty-title', title);
  setText('summary', none ? 'This sandbox is up and empty.' : '');
  show(
    byId('empty-text'),
    none ? h('p', {}, 'This page shows the services of the emulated account; there is none so far.') : null,
    none ? steps() : h('p', {}, 'The page goes on by itself as soon as the sandbox can be reached.'),
  );
}
