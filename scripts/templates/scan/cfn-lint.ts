import { basename } from 'node:path';

import { type Json } from '../../../sandbox/json.ts';
import { type Subject } from '../subject.ts';
import { at, each, textOf } from '../values.ts';
import { type Broken, jsonOf, type Scanner } from './scanner.ts';

/** Rules that are left out where no resource is there to say so beside, each with its reason. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  I4010:
    'Experimental, new in 1.58: a summary for machines beside each resource. With it the templates would not fit into the ' +
    '51,200 bytes of an inline body; descriptions and comments say the same to people.',
};

/** With informational (`-c I`) and experimental (`-e`) rules. */
export const cfnLint =
  (program: string): Scanner =>
  async (paths, subjects) => {
    const found = each(await jsonOf(program, ['-c', 'I', '-e', '-f', 'json', '-t', ...paths]));
    return found
      .map(brokenOf)
      .filter(({ rule }) => !Object.hasOwn(LEFT_OUT, rule))
      .filter((broken) => !subjects.some((subject) => isOfBlank(subject, broken)));
  };

/** A rule about a value of a parameter stands at the parameter, and says in its text which resource takes it. */
function brokenOf(match: Json): Broken {
  const path = each(at(match, 'Location', 'Path')).map(textOf);
  const message = textOf(at(match, 'Message'));
  const taker = /'Resources\/(\w+)\//.exec(message)?.[1] ?? '';
  return {
    scanner: 'cfn-lint',
    template: basename(textOf(at(match, 'Filename'))),
    resource: path[0] === 'Resources' ? (path[1] ?? '') : taker,
    rule: textOf(at(match, 'Rule', 'Id')),
    message: `${message} (${path.join('.')})`,
  };
}

/**
 * W1030 and W1031 try a parameter's default in the place that refers to it, and do not follow conditions that are made of other
 * conditions. Blank stands for "not given" throughout, and a condition is before each use.
 */
function isOfBlank(subject: Subject, { template, rule, message }: Broken): boolean {
  if (template !== subject.name || (rule !== 'W1030' && rule !== 'W1031')) return false;
  const parameter =
    /\{'Ref': '(\w+)'\}/.exec(message)?.[1] ?? /\(Parameters\.(\w+)\.Default\)/.exec(message)?.[1] ?? '';
  return !message.includes('.AllowedValues') && subject.template.parameters.get(parameter)?.default === '';
}
