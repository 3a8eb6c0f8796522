/** A picture of what each template in cloudformation/ makes, drawn from the template itself. */
import { readdir, readFile } from 'node:fs/promises';
import { instance } from '@viz-js/viz';

import { readTemplate } from '../../sandbox/cloudformation/template/read.ts';
import { dotOf } from './diagrams/dot.ts';
import { graphOf } from './diagrams/graph.ts';

/** Graphviz gives a label one look; the name is what is looked for. Its own measures leave room for other fonts. */
const STYLE =
  '<style>.node text:first-of-type{font-weight:bold;font-size:11px}.node text:not(:first-of-type){font-size:10px;fill:#57606a}' +
  '.cluster text{font-weight:bold;font-size:11px}</style>';

/** By what is drawn. */
const drawn = new Map<string, string>();

/** Path of each picture to its text. The same templates give the same text. */
export async function diagrams(root: URL): Promise<Readonly<Record<string, string>>> {
  const folder = new URL('cloudformation/', root);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.yml')).sort();
  const viz = await instance();
  const pictures = files.map(async (file) => {
    const name = file.slice(0, -'.yml'.length);
    const template = readTemplate(await readFile(new URL(file, folder), 'utf8'));
    const dot = dotOf(name, graphOf(template));
    const svg = drawn.get(dot) ?? viz.renderString(dot, { format: 'svg', engine: 'dot' });
    drawn.set(dot, svg);
    return [`docs/diagrams/${name}.svg`, svg.replace(/<svg[^>]*>/, `$&${STYLE}`)] as const;
  });
  return Object.fromEntries(await Promise.all(pictures));
}
