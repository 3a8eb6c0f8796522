/** What ties a template to one account, region or partition. */
import { type Json } from '../../../sandbox/json.ts';
import { type Fault } from '../finding.ts';
import { type Subject } from '../subject.ts';
import { textsIn } from '../values.ts';

const KINDS: readonly (readonly [RegExp, string, string])[] = [
  [/(?<!\d)\d{12}(?!\d)/, 'an account id', 'Use ${AWS::AccountId} or a parameter.'],
  [
    /\b(us|eu|ap|sa|ca|me|af|il|mx|cn)(-gov)?-(north|south|east|west|central)(east|west)?-\d\b/,
    'a region',
    'Use ${AWS::Region}.',
  ],
  [/\barn:aws[a-z-]*:/, 'a partition', 'Write arn:${AWS::Partition}:.'],
  [
    /\.amazonaws\.com\.cn|\.ecr\.[^.]+\.amazonaws\.com|elb\.amazonaws\.com\//,
    'a domain of one partition',
    'Use ${AWS::URLSuffix}.',
  ],
];

/** Texts for people (descriptions, patterns, metadata) may show examples; nothing that is sent to AWS may hold one. */
export function* literals({ template }: Subject): Generator<Fault> {
  for (const [name, { default: value }] of template.parameters) yield* within(name, value ?? '');
  for (const [name, value] of Object.entries(template.mappings)) yield* within(name, value);
  for (const [name, value] of template.conditions) yield* within(name, value);
  for (const [name, { properties }] of template.resources) yield* within(name, properties);
  for (const [name, { value }] of template.outputs) yield* within(name, value);
}

function* within(place: string, value: Json | undefined): Generator<Fault> {
  for (const [path, text] of textsIn(value)) {
    for (const [pattern, kind, repair] of KINDS) {
      const found = pattern.exec(text)?.[0];
      if (found !== undefined) yield { place, what: `${path || 'It'} holds ${kind}: ${found}.`, repair };
    }
  }
}
