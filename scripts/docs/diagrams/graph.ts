/** What a diagram of a template shows: its resources in groups, the pickers, and the lines between them. */
import { type Template } from '../../../sandbox/cloudformation/template/template.ts';
import { type Edge, edgesOf, isDrawn } from './edges.ts';
import { type Group, groupOf, shortType, standsWithUser } from './groups.ts';

export interface DiagramNode {
  readonly id: string;
  /** Under its name. */
  readonly kind: string;
  /** The condition under which it is made; null: always. */
  readonly condition: string | null;
  /** null: given at the launch, by a parameter with a picker. */
  readonly group: Group | null;
}

export interface Graph {
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly Edge[];
}

export function graphOf(template: Template): Graph {
  const drawn = [...template.resources].filter(([, { type }]) => isDrawn(type));
  const pickers = [...template.parameters].filter(([, { type }]) => type.includes('AWS::EC2::'));
  const names = new Set([...drawn, ...pickers].map(([id]) => id));
  const edges = edgesOf(template, (name) => names.has(name));
  const used = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const resources = drawn.map(([id, { type, condition }]) => {
    return { id, kind: shortType(type), condition, group: placeOf(template, edges, id, type) };
  });
  const given = pickers
    .filter(([id]) => used.has(id))
    .map(([id, { type }]) => ({ id, kind: pickerKind(type), condition: null, group: null }));
  return { nodes: [...given, ...resources], edges };
}

const pickerKind = (type: string): string =>
  type.includes('Subnet') ? 'your subnets' : type.includes('VPC') ? 'your VPC' : 'yours';

/** A role stands with what takes it on, where that is in one group. */
function placeOf(template: Template, edges: readonly Edge[], id: string, type: string): Group {
  const own = groupOf(id, type);
  if (!standsWithUser(type)) return own;
  const users = edges
    .filter(({ to }) => to === id)
    .map(({ from }) => groupOf(from, template.resources.get(from)?.type ?? ''));
  const [first, ...others] = users;
  return first && others.every(({ name }) => name === first.name) ? first : own;
}
