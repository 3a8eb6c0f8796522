import { basename } from 'node:path';

import { type Json } from '../../../sandbox/json.ts';
import { at, each, textOf, textsIn } from '../values.ts';
import { type Broken, jsonOf, type Scanner } from './scanner.ts';

/** cfn-guard over the rules of AWS Control Tower's proactive controls. */
export const guard =
  (program: string, rules: string): Scanner =>
  async (paths) => {
    const options = ['validate', '--rules', rules, '--show-summary', 'none', '--structured', '--output-format', 'json'];
    const reports = each(await jsonOf(program, [...options, ...paths.flatMap((path) => ['--data', path])]));
    const judged = reports.flatMap((report) => each(at(report, 'compliant')));
    if (reports.length !== paths.length || judged.length === 0) {
      throw new Error(`cfn-guard judged ${reports.length} of ${paths.length} files, with ${judged.length} rules kept.`);
    }
    return reports.flatMap((report) => each(at(report, 'not_compliant')).flatMap((rule) => brokenOf(report, rule)));
  };

/** The tree of a broken rule holds paths of what it looked at: each resource in it broke the rule. */
function brokenOf(report: Json, rule: Json): readonly Broken[] {
  const name = textOf(at(rule, 'Rule', 'name'));
  const resources = new Set<string>();
  let message = '';
  for (const [path, text] of textsIn(rule)) {
    const resource = path.endsWith('.path') ? /^\/Resources\/([A-Za-z0-9]+)/.exec(text)?.[1] : undefined;
    if (resource !== undefined) resources.add(resource);
    if (message === '' && path.endsWith('.custom_message')) message = text.replaceAll(/\s+/g, ' ').trim();
  }
  const template = basename(textOf(at(report, 'name')));
  return [...resources].map((resource) => ({ template, resource, rule: name, message }));
}
