/** The lines from listeners to target groups: as thick as the weight, in motion as fast as requests come. */
import type { GroupView, ListenerView, ServiceView } from '../view-types.ts';
import { svg, styled } from './dom.ts';
import type { Rates } from './picture.ts';

interface Line {
  readonly listener: ListenerView;
  readonly group: GroupView;
  readonly path: string;
  readonly weight: number;
  readonly rate: number;
}

const THICKEST_PX = 18;
const DASH_PX = 22;

/** Middle of the `index`th of `count` equal parts, in percent. */
const middle = (index: number, count: number): number => ((index + 0.5) * 100) / count;

function curve(from: number, to: number, narrow: boolean): string {
  const points = [
    [0, from],
    [50, from],
    [50, to],
    [100, to],
  ].map(([along = 0, across = 0]) => (narrow ? `${across} ${along}` : `${along} ${across}`));
  return `M${points[0] ?? ''} C${points.slice(1).join(', ')}`;
}

function lines({ listeners, groups }: ServiceView, rates: Rates, narrow: boolean): Line[] {
  return listeners.flatMap((listener, from) =>
    groups.map((group, to) => ({
      listener,
      group,
      path: curve(middle(from, listeners.length), middle(to, groups.length), narrow),
      weight: listener.weights[group.arn] ?? 0,
      rate: rates(listener.arn, group.arn),
    })),
  );
}

function drawn({ listener, group, path, weight, rate }: Line): SVGElement {
  const look = `${group.slot} ${listener.role}${weight === 0 ? ' none' : ''}`;
  const width = weight === 0 ? 1.5 : 2 + (weight / 100) * (THICKEST_PX - 2);
  const common = { d: path, 'vector-effect': 'non-scaling-stroke' };
  return svg(
    'g',
    { class: `line ${look}`, 'data-key': `${listener.arn} ${group.arn}` },
    styled(svg('path', { ...common, class: 'pipe' }), { 'stroke-width': `${width}px` }),
    svg('path', { ...common, class: rate > 0 ? 'drops' : 'drops dry', 'data-rate': rate.toFixed(1) }),
  );
}

const described = (all: readonly Line[]): string =>
  all
    .filter(({ weight }) => weight > 0)
    .map(({ listener, group, weight }) => `${listener.role} listener: ${weight} % to ${group.name}`)
    .join('; ');

export function flow(service: ServiceView, rates: Rates, narrow: boolean): SVGElement {
  const all = lines(service, rates, narrow);
  // Thick lines last, so that none is hidden behind a faint one.
  const inOrder = [...all].sort((a, b) => a.weight - b.weight);
  return svg(
    'svg',
    { class: 'flow', viewBox: '0 0 100 100', preserveAspectRatio: 'none', role: 'img', 'aria-label': described(all) },
    ...inOrder.map(drawn),
  );
}

const moving = new WeakMap<Element, Animation>();

/** Sets the drops in motion by their rates; a change of rate changes the speed, not the place. */
export function animateFlow(root: Element, still: boolean): void {
  for (const path of root.querySelectorAll('.drops')) {
    const rate = Number(path.getAttribute('data-rate'));
    let animation = moving.get(path);
    if (still || rate === 0) {
      animation?.pause();
      continue;
    }
    if (!animation) {
      const frames = [{ strokeDashoffset: 0 }, { strokeDashoffset: -DASH_PX }];
      animation = path.animate(frames, { duration: 1_000, iterations: Infinity });
      moving.set(path, animation);
    }
    animation.updatePlaybackRate(Math.min(8, 0.5 + rate / 10));
    animation.play();
  }
}
