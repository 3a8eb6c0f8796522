/** What CloudFormation asks of the file: quotas, and YAML without what it does not read. */
import { isAlias, isMap, isNode, isScalar, visit } from 'yaml';

import { type Fault } from '../finding.ts';
import { type Subject } from '../subject.ts';

/** CloudFormation user guide: "Quotas"; a body that is sent inline. */
const BODY_BYTES = 51_200;
const DESCRIPTION_BYTES = 1024;
const COUNTS = { parameters: 200, outputs: 200, resources: 500, conditions: 500, rules: 200 } as const;

/** What needs packaging, code or a second template. */
const BARRED = ['AWS::CloudFormation::Stack', 'AWS::CloudFormation::CustomResource', 'AWS::Lambda::Function'];

export function* file(subject: Subject): Generator<Fault> {
  yield* quotas(subject);
  yield* yaml(subject);
  for (const [place, { type }] of subject.template.resources) {
    if (!BARRED.includes(type) && !type.startsWith('Custom::')) continue;
    yield {
      place,
      what: `${type} cannot be launched from this one file.`,
      repair: 'Use a type that needs nothing else.',
    };
  }
}

function* quotas({ text, template }: Subject): Generator<Fault> {
  const size = Buffer.byteLength(text);
  if (size >= BODY_BYTES) {
    yield { place: 'file', what: `It has ${size} bytes; CloudFormation takes ${BODY_BYTES}.`, repair: 'Shorten it.' };
  }
  for (const [section, most] of Object.entries(COUNTS)) {
    // The keys of COUNTS are sections of Template; Object.entries forgets it.
    const { size } = template[section as keyof typeof COUNTS];
    if (size > most)
      yield { place: section, what: `There are ${size}; the quota is ${most}.`, repair: 'Split the file.' };
  }
  const length = Buffer.byteLength(template.description ?? '');
  if (length === 0 || length > DESCRIPTION_BYTES) {
    const repair = `Say in 1 to ${DESCRIPTION_BYTES} bytes what a launch makes.`;
    yield { place: 'Description', what: `It has ${length} bytes.`, repair };
  }
}

/** CloudFormation user guide, "Template formats": no aliases, no hash merges, no binary, omap, pairs, set, timestamp. */
function* yaml({ document }: Subject): Generator<Fault> {
  const faults: Fault[] = [];
  const found = (node: unknown, what: string, repair: string): void => {
    const offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    faults.push({ place: `offset ${offset}`, what, repair });
  };
  visit(document, (_key, node) => {
    if (isAlias(node)) found(node, `*${node.source} is an alias.`, 'Write the value out.');
    else if (isNode(node) && 'anchor' in node && node.anchor)
      found(node, `&${node.anchor} is an anchor.`, 'Remove it.');
    if (isMap(node)) {
      const merge = node.items.find(({ key }) => isScalar(key) && key.value === '<<');
      if (merge) found(node, '`<<` merges maps.', 'Write the members out.');
    }
    if (isNode(node) && node.tag?.startsWith('tag:yaml.org,2002:') && isExotic(node.tag)) {
      found(node, `${node.tag} is a tag that CloudFormation does not read.`, 'Quote the value.');
    }
  });
  yield* faults;
  if (document.has('Transform')) {
    yield { place: 'Transform', what: 'A transform needs more rights and hides what is made.', repair: 'Remove it.' };
  }
}

const isExotic = (tag: string): boolean =>
  ['binary', 'omap', 'pairs', 'set', 'timestamp'].some((name) => tag.endsWith(`:${name}`));
