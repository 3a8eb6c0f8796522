import { type Json } from '../../json.ts';
import { formatError } from './fault.ts';

const functions = [
  'And', 'Base64', 'Cidr', 'Contains', 'EachMemberEquals', 'EachMemberIn', 'Equals', 'FindInMap', 'GetAZs', 'GetAtt', 'If',
  'ImportValue', 'Join', 'Length', 'Not', 'Or', 'RefAll', 'Select', 'Split', 'Sub', 'ToJsonString', 'Transform', 'ValueOf',
  'ValueOfAll',
]; // prettier-ignore

const longNames = new Map([
  ['!Ref', 'Ref'],
  ['!Condition', 'Condition'],
  ...functions.map((name) => [`!${name}`, `Fn::${name}`] as const),
]);

/** `!GetAtt A.B.C` is `{ "Fn::GetAtt": ["A", "B.C"] }`. */
export function longForm(tag: string, value: Json, where: string): Json {
  const name = longNames.get(tag);
  if (name === undefined) throw formatError(`unknown YAML tag ${tag} ${where}`);
  return { [name]: value };
}

/** The list form of GetAtt's argument, which may be written as one text. */
export function getAttPair(argument: Json): Json {
  if (typeof argument !== 'string') return argument;
  const dot = argument.indexOf('.');
  return dot < 0 ? [argument] : [argument.slice(0, dot), argument.slice(dot + 1)];
}
