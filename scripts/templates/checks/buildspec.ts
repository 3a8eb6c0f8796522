/** Inline buildspecs: YAML that CodeBuild reads only when it builds (CodeBuild user guide, "Build specification reference"). */
import { parseDocument } from 'yaml';

import { type Json } from '../../../sandbox/json.ts';
import { type Fault } from '../finding.ts';
import { type Subject, resourcesOf } from '../subject.ts';
import { isList, isObject } from '../../../sandbox/cloudformation/template/shape.ts';
import { at, each, textOf } from '../values.ts';

export function* buildspecs(subject: Subject): Generator<Fault> {
  for (const [place, { properties }] of resourcesOf(subject, 'AWS::CodeBuild::Project')) {
    const spec = at(properties, 'Source', 'BuildSpec');
    const sub = at(spec, 'Fn::Sub');
    const text = textOf(isList(sub) ? sub[0] : (sub ?? spec));
    if (text === '') yield { place, what: 'It has no inline buildspec.', repair: 'Write Source.BuildSpec.' };
    else for (const [what, repair] of faultsOf(text)) yield { place, what, repair };
  }
}

function* faultsOf(text: string): Generator<readonly [string, string]> {
  const document = parseDocument(text, { logLevel: 'silent' });
  const fault = document.errors[0];
  if (fault) {
    yield [`Its buildspec is no YAML: ${fault.message.split('\n')[0] ?? ''}`, 'Mend it.'];
    return;
  }
  // What YAML holds is JSON, but for its exotic tags, which `file` refuses.
  const spec = document.toJS() as Json;
  if (textOf(at(spec, 'version')) !== '0.2') yield ['Its buildspec is not of version 0.2.', 'Write version: 0.2.'];
  const phases = at(spec, 'phases');
  const known = ['install', 'pre_build', 'build', 'post_build'];
  const names = isObject(phases) ? Object.keys(phases) : [];
  if (!names.includes('build')) yield ['Its buildspec has no phase build.', 'Add phases.build.commands.'];
  for (const name of names.filter((one) => !known.includes(one)))
    yield [`${name} is no phase.`, `Use ${known.join(', ')}.`];
  for (const name of names) {
    const commands = each(at(phases, name, 'commands'));
    if (commands.length === 0) yield [`Phase ${name} has no commands.`, 'Add some.'];
    if (commands.some((command) => typeof command !== 'string')) {
      yield [`A command of phase ${name} is no text: a colon made it a map.`, 'Quote it, or write it as a block.'];
    }
  }
  if (each(at(spec, 'artifacts', 'files')).length === 0) yield ['It hands on no files.', 'List artifacts.files.'];
}
