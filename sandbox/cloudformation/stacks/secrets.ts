/** Values of NoEcho parameters are never shown (CloudFormation user guide: Parameters, NoEcho). */
import { type Launch, type Stack } from '../../world/cloudformation.ts';

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

/** Gives the stack another template and other values. What is not to be shown stays so: events tell of earlier values. */
export function adopt(stack: Stack, launch: Launch): void {
  Object.assign(stack, launch);
  for (const secret of secretsOf(launch)) stack.secrets.add(secret);
}

export const secretsOf = ({ template, parameters }: Pick<Launch, 'template' | 'parameters'>): string[] =>
  [...parameters]
    .filter(([name]) => template.parameters.get(name)?.noEcho === true)
    .flatMap(([, value]) => (typeof value === 'string' ? [value] : value))
    .filter((value) => value !== '');

/** The text without such values, however they got into it; as JSON writes them, too. */
export function maskText({ secrets }: Pick<Stack, 'secrets'>, text: string): string {
  return [...secrets]
    .flatMap((value) => [value, JSON.stringify(value).slice(1, -1)])
    .sort((a, b) => b.length - a.length) // One that holds another is hidden whole.
    .reduce((masked, secret) => masked.replaceAll(secret, HIDDEN), text);
}

/** The same for every text within plain JSON: what is left is JSON whatever the values are. */
export function maskTexts(stack: Pick<Stack, 'secrets'>, value: unknown): unknown {
  if (typeof value === 'string') return maskText(stack, value);
  if (Array.isArray(value)) return value.map((item: unknown) => maskTexts(stack, item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskTexts(stack, item)]));
}
