/** The deployment that is looked at: status, cause, time line, before and after, and what can be done to it. */
import type { DeploymentView, ServiceView, SideView } from '../view-types.ts';
import { h } from './dom.ts';
import { clockTime, cut, duration, percent, shortImage } from './format.ts';
import { currentDeployment } from './state.ts';
import { timeline } from './timeline.ts';

const link = (id: string): HTMLElement =>
  h('button', { type: 'button', class: 'link', 'data-do': 'choose-deployment', 'data-arg': id }, id);

/** Class of a status, for its colour; the word itself is always written. */
const look = (status: string): string => `status ${status.toLowerCase()}`;

function head(deployment: DeploymentView, now: number): HTMLElement {
  const took = duration((deployment.completedAt ?? now) - deployment.createdAt);
  const rollsBack = deployment.rollsBack === null ? null : h('span', {}, 'rolls back ', link(deployment.rollsBack));
  const rolledBackBy =
    deployment.rolledBackBy === null ? null : h('span', {}, 'rolled back by ', link(deployment.rolledBackBy));
  return h(
    'div',
    { class: 'deployment-head', 'data-key': 'head' },
    h('span', { class: look(deployment.status) }, deployment.status),
    deployment.stopping ? h('span', { class: 'status stopped' }, 'stopping') : null,
    h('code', {}, deployment.id),
    h('span', { class: 'muted' }, `${deployment.completedAt === null ? 'for' : 'took'} ${took}`),
    rollsBack,
    rolledBackBy,
    h('span', { class: 'muted' }, deployment.config.replace('CodeDeployDefault.', '')),
    deployment.description === null ? null : h('span', { class: 'muted' }, cut(deployment.description, 120)),
  );
}

function why({ why: cause, error }: DeploymentView): HTMLElement | null {
  if (cause === null && error === null) return null;
  return h(
    'div',
    { class: 'why', role: 'group', 'aria-label': 'Why', 'data-key': 'why' },
    h('h3', {}, 'Why'),
    cause === null ? null : h('p', {}, cause),
    error === null ? null : h('p', { class: 'muted' }, h('code', {}, error.code), ` ${error.message}`),
  );
}

function actions(deployment: DeploymentView): HTMLElement | null {
  const { promote, stoppable, id } = deployment;
  if (promote === null && !stoppable) return null;
  const label = promote === 'READY_WAIT' ? 'Promote: shift production traffic' : 'Promote: end the original now';
  return h(
    'p',
    { class: 'buttons', 'data-key': 'actions' },
    promote === null
      ? null
      : h(
          'button',
          { type: 'button', class: 'main', 'data-do': 'promote', 'data-arg': `${id} ${promote}`, 'data-key': promote },
          label,
        ),
    stoppable
      ? h(
          'button',
          { type: 'button', class: 'danger', 'data-do': 'stop', 'data-arg': id, 'data-key': 'stop' },
          'Stop and roll back',
        )
      : null,
  );
}

function beforeAndAfter({ before, after, completedAt }: DeploymentView): HTMLElement | null {
  if (!before && !after) return null;
  const line = (name: string, cell: (side: SideView) => string | null): HTMLElement =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, name),
      ...[before, after].map((side) => h('td', {}, (side && cell(side)) ?? '–')),
    );
  return h(
    'table',
    { class: 'sides', 'data-key': 'sides' },
    h('caption', {}, 'Before and after'),
    h('thead', {}, h('tr', {}, h('td'), h('th', { scope: 'col' }, 'Before'), h('th', { scope: 'col' }, 'After'))),
    h(
      'tbody',
      {},
      line('Revision', ({ revision }) => revision),
      line('Image', ({ image }) => image && shortImage(image)),
      line('Target group', ({ group }) => group),
      line('Task set', ({ taskSet }) => taskSet),
      line(completedAt === null ? 'Traffic now' : 'Traffic at its end', ({ weight }) => percent(weight)),
    ),
  );
}

function earlier(service: ServiceView, shown: DeploymentView): HTMLElement | null {
  if (service.deployments.length < 2) return null;
  const items = service.deployments.map((deployment) =>
    h(
      'li',
      { 'data-key': deployment.id },
      h(
        'button',
        {
          type: 'button',
          class: 'past',
          'data-do': 'choose-deployment',
          'data-arg': deployment.id,
          'aria-current': deployment.id === shown.id ? 'true' : null,
        },
        h('code', {}, deployment.id),
        h('span', { class: look(deployment.status) }, deployment.status),
        h('span', {}, deployment.rollsBack === null ? (deployment.after?.revision ?? '') : 'rollback'),
        h('span', { class: 'muted' }, clockTime(deployment.createdAt)),
      ),
    ),
  );
  const more = service.deploymentsLeftOut > 0 ? ` (${service.deploymentsLeftOut} older ones are not shown)` : '';
  return h(
    'div',
    { class: 'history', 'data-key': 'history' },
    h('h3', {}, `Deployments${more}`),
    h('ul', { 'aria-label': 'Deployments, newest first' }, ...items),
  );
}

export function deploymentPanel(service: ServiceView, shown: DeploymentView | null, now: number): HTMLElement {
  if (!shown) {
    const what = service.deployable
      ? 'No deployment yet. Choose a next version above and press Deploy, or run the action against this sandbox.'
      : 'No CodeDeploy deployment group names this service, so nothing can be deployed blue/green here.';
    return h('p', { class: 'hint' }, what);
  }
  const newest = currentDeployment(service);
  return h(
    'div',
    {},
    newest && newest.id !== shown.id
      ? h(
          'p',
          { class: 'hint', 'data-key': 'hint' },
          'This is another deployment than the newest, ',
          link(newest.id),
          '.',
        )
      : null,
    head(shown, now),
    why(shown),
    actions(shown),
    timeline(shown, now),
    beforeAndAfter(shown),
    earlier(service, shown),
  );
}
