/** A file that can be launched as it is; quotas and YAML without aliases are asked for where it is read. */
import { type Fault } from '../finding.ts';
import { type Subject } from '../subject.ts';

/** What needs packaging, code or a second template. */
const BARRED = ['AWS::CloudFormation::Stack', 'AWS::CloudFormation::CustomResource', 'AWS::Lambda::Function'];

export function* file({ template }: Subject): Generator<Fault> {
  if ((template.description ?? '') === '') {
    yield { place: 'Description', what: 'There is none.', repair: 'Say what a launch makes.' };
  }
  for (const [place, { type }] of template.resources) {
    if (!BARRED.includes(type) && !type.startsWith('Custom::')) continue;
    yield {
      place,
      what: `${type} cannot be launched from this one file.`,
      repair: 'Use a type that needs nothing else.',
    };
  }
}
