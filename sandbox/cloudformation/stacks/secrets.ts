/** Values of NoEcho parameters are never shown (CloudFormation user guide: Parameters, NoEcho). */
import { type Launch } from '../../world/cloudformation.ts';
import { type ParameterValues, type Template } from '../template/template.ts';

const HIDDEN = '****';

/** The stack's parameters as texts, those that are not to be shown hidden. */
export function shownParameters({ template, parameters }: Pick<Launch, 'template' | 'parameters'>): [string, string][] {
  return [...parameters].map(([name, value]) => [
    name,
    template.parameters.get(name)?.noEcho === true ? HIDDEN : parameterText(value),
  ]);
}

export const parameterText = (value: string | readonly string[]): string =>
  typeof value === 'string' ? value : value.join(',');

/** The text without such values, however they got into it. */
export function maskText({ template, parameters }: Pick<Launch, 'template' | 'parameters'>, text: string): string {
  return secretsOf(template, parameters).reduce((masked, secret) => masked.replaceAll(secret, HIDDEN), text);
}

/** Longest first, so that one which holds another is hidden whole; as JSON writes them too. */
function secretsOf(template: Template, parameters: ParameterValues): string[] {
  return [...parameters]
    .filter(([name]) => template.parameters.get(name)?.noEcho === true)
    .flatMap(([, value]) => (typeof value === 'string' ? [value] : value))
    .filter((value) => value !== '')
    .flatMap((value) => [value, JSON.stringify(value).slice(1, -1)])
    .sort((a, b) => b.length - a.length);
}
