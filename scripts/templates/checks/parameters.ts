/** What a person sees of the parameters: groups, labels, descriptions, and what is said of a wrong value. */
import { matches } from '../../../sandbox/cloudformation/template/pattern.ts';
import { type ParameterDeclaration } from '../../../sandbox/cloudformation/template/template.ts';
import { type Fault } from '../finding.ts';
import { type Subject } from '../subject.ts';
import { at, each, textOf } from '../values.ts';

const INTERFACE = 'AWS::CloudFormation::Interface';

/** Labels of the groups that a parameter stands in. */
export function groupsOf({ template }: Subject, parameter: string): readonly string[] {
  return each(at(template.metadata, INTERFACE, 'ParameterGroups'))
    .filter((group) => each(at(group, 'Parameters')).includes(parameter))
    .map((group) => textOf(at(group, 'Label', 'default')));
}

export function* parameters(subject: Subject): Generator<Fault> {
  for (const [name, declaration] of subject.template.parameters) {
    yield* shown(subject, name, declaration);
    yield* constrained(name, declaration);
    yield* withDefault(name, declaration);
    yield* secret(name, declaration);
  }
}

function* shown(subject: Subject, place: string, { description }: ParameterDeclaration): Generator<Fault> {
  const groups = groupsOf(subject, place);
  if (groups.length !== 1 || groups[0] === '') {
    const what = `It stands in ${groups.length} parameter groups with a label.`;
    yield { place, what, repair: `List it in one group of Metadata ${INTERFACE}, with Label.default.` };
  }
  if (textOf(at(subject.template.metadata, INTERFACE, 'ParameterLabels', place, 'default')) === '') {
    yield { place, what: 'It has no label.', repair: `Add ParameterLabels.${place}.default.` };
  }
  if ((description ?? '') === '') yield { place, what: 'It has no Description.', repair: 'Say what to fill in.' };
}

function* constrained(place: string, it: ParameterDeclaration): Generator<Fault> {
  if (it.type === 'Number') {
    const bounded = it.minValue !== null && it.maxValue !== null;
    if (!bounded && it.allowedValues === null) {
      yield { place, what: 'It is a number without bounds.', repair: 'Add MinValue and MaxValue, or AllowedValues.' };
    }
    return;
  }
  if (it.type !== 'String' && it.type !== 'CommaDelimitedList') return;
  if (it.allowedValues !== null) return;
  if (it.allowedPattern === null) {
    yield { place, what: `It is a ${it.type} that takes any text.`, repair: 'Add AllowedPattern or AllowedValues.' };
  }
  if ((it.constraintDescription ?? '') === '') {
    yield { place, what: 'A wrong value is refused without a word.', repair: 'Add ConstraintDescription.' };
  }
}

function* withDefault(place: string, it: ParameterDeclaration): Generator<Fault> {
  if (it.default === null) return;
  const values = it.type === 'CommaDelimitedList' ? it.default.split(',').map((value) => value.trim()) : [it.default];
  const number = Number(it.default);
  const bad =
    values.some((value) => it.allowedPattern !== null && !matches(place, it.allowedPattern, value)) ||
    (it.allowedValues !== null && !it.allowedValues.includes(it.default)) ||
    (it.type === 'Number' && (number < (it.minValue ?? number) || number > (it.maxValue ?? number)));
  if (bad) yield { place, what: `Its default '${it.default}' is refused by itself.`, repair: 'Make them agree.' };
}

/** A name that says secret. What only points at one (an ARN, a name) is none. */
const SECRET = /(password|passphrase|secret|token|privatekey|apikey|credential)(value)?$/i;

function* secret(place: string, { noEcho }: ParameterDeclaration): Generator<Fault> {
  if (noEcho || !SECRET.test(place)) return;
  const repair = 'Take the ARN of a secret in its place (…SecretArn), or set NoEcho: true.';
  yield { place, what: 'A secret would stand readable in the stack.', repair };
}
