/** A graph in the language of Graphviz. */
import { type Edge, MAY } from './edges.ts';
import { type DiagramNode, type Graph } from './graph.ts';
import { type Group } from './groups.ts';

const FONT = 'Helvetica,Arial,sans-serif';

/** Opaque and light, so that it can be read on a dark page too. */
export function dotOf(name: string, { nodes, edges }: Graph): string {
  const groups = new Map<string, { readonly group: Group; readonly members: DiagramNode[] }>();
  for (const node of nodes) {
    if (!node.group) continue;
    const entry = groups.get(node.group.name) ?? { group: node.group, members: [] };
    entry.members.push(node);
    groups.set(node.group.name, entry);
  }
  return [
    `digraph ${quoted(name)} {`,
    'rankdir=LR bgcolor="#ffffff" pad=0.3 nodesep=0.18 ranksep=0.42 newrank=true compound=true',
    `fontname=${quoted(FONT)} fontsize=11 fontcolor="#57606a" labelloc=b label=${quoted(LEGEND)}`,
    `node [fontname=${quoted(FONT)} fontsize=13 shape=box style="filled,rounded" margin="0.2,0.05" height=0.42 penwidth=1.1]`,
    `edge [fontname=${quoted(FONT)} fontsize=9 color="#8c959f" fontcolor="#57606a" arrowsize=0.6 penwidth=0.9]`,
    ...nodes.filter(({ group }) => !group).map(nodeLine),
    ...[...groups.values()].flatMap(groupLines),
    ...edges.map(edgeLine),
    '}',
  ].join('\n');
}

const LEGEND =
  'An arrow leads to what is used; a dotted one is a way of traffic.  Dashed: only made under the condition named.  Oval: given at the launch.';

function groupLines({
  group,
  members,
}: {
  readonly group: Group;
  readonly members: readonly DiagramNode[];
}): readonly string[] {
  return [
    `subgraph ${quoted(`cluster_${group.name}`)} {`,
    `label=${quoted(`  ${group.name}  `)} labeljust=l labelloc=t fontcolor="${group.line}" fontsize=12`,
    `style="filled,rounded" color="${group.line}" fillcolor="${group.fill}" penwidth=0.8 margin=12`,
    ...members.map(nodeLine),
    '}',
  ];
}

/** One look for all lines of a label: `diagrams.ts` makes the first bold and the others small. */
function nodeLine({ id, kind, condition, group }: DiagramNode): string {
  const label = [id, kind, ...(condition === null ? [] : [`if ${condition}`])].map(escaped).join('\\n');
  const style = condition === null ? 'filled,rounded' : 'filled,rounded,dashed';
  const look = group
    ? `color="${group.line}" fillcolor="${ground(id)}" style="${style}"`
    : 'shape=ellipse style=filled color="#57606a" fillcolor="#ffffff" margin="0.02,0.02"';
  return `${quoted(id)} [label="${label}" ${look} fontcolor="#1f2328"]`;
}

/** The two colors that everybody speaks of. */
const ground = (id: string): string =>
  id.startsWith('Blue') ? '#b6d9ff' : id.startsWith('Green') ? '#aceebb' : '#ffffff';

function edgeLine({ from, to, label, joint }: Edge): string {
  const look = joint ? ' style=dotted penwidth=1.3' : label === MAY ? ' style=dashed' : '';
  // Only to keep what is used near what uses it: the word would be everywhere.
  const word = label === MAY ? '' : label;
  return `${quoted(from)} -> ${quoted(to)} [label=${quoted(word)}${look}]`;
}

const quoted = (text: string): string => `"${escaped(text)}"`;

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
