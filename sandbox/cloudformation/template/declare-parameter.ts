import { type Json, type JsonObject } from '../../json.ts';
import { formatError } from './fault.ts';
import { checkPattern } from './pattern.ts';
import { parameterType } from './parameter-types.ts';
import { isList, memberOf, textOf } from './shape.ts';
import { type ParameterDeclaration } from './template.ts';

const members = new Set([
  'Type', 'Default', 'AllowedValues', 'AllowedPattern', 'ConstraintDescription', 'Description', 'MinLength', 'MaxLength',
  'MinValue', 'MaxValue', 'NoEcho',
]); // prettier-ignore

export function readParameterDeclaration(name: string, body: JsonObject): ParameterDeclaration {
  const unknown = Object.keys(body).filter((member) => !members.has(member));
  if (unknown.length > 0) throw formatError(`Invalid template parameter property '${unknown.join(', ')}' (${name})`);
  const type = memberOf(body, 'Type');
  if (typeof type !== 'string') throw formatError(`Every Parameters object must contain a Type member. (${name})`);
  if (!parameterType(type)) throw formatError(`Unrecognized parameter type: ${type}`);
  const text = (member: string) => scalarOf(name, member, memberOf(body, member));
  const pattern = text('AllowedPattern');
  if (pattern !== null) checkPattern(name, pattern);
  const number = (member: string) => numberOf(name, member, memberOf(body, member));
  return {
    type,
    default: text('Default'),
    allowedValues: allowedValues(name, memberOf(body, 'AllowedValues')),
    allowedPattern: pattern,
    constraintDescription: text('ConstraintDescription'),
    description: text('Description'),
    minLength: number('MinLength'),
    maxLength: number('MaxLength'),
    minValue: number('MinValue'),
    maxValue: number('MaxValue'),
    noEcho: text('NoEcho')?.toLowerCase() === 'true',
  };
}

function scalarOf(name: string, member: string, value: Json | undefined): string | null {
  if (value === undefined) return null;
  const text = textOf(value);
  if (text === null) throw formatError(`Every ${member} member must be a string. (parameter ${name})`);
  return text;
}

function numberOf(name: string, member: string, value: Json | undefined): number | null {
  const text = scalarOf(name, member, value);
  if (text === null) return null;
  const number = text.trim() === '' ? NaN : Number(text);
  if (!Number.isFinite(number)) throw formatError(`${member} of parameter ${name} must be a number.`);
  return number;
}

function allowedValues(name: string, value: Json | undefined): readonly string[] | null {
  if (value === undefined) return null;
  const texts = isList(value) ? value.map(textOf) : [];
  const known = texts.filter((each) => each !== null);
  if (known.length > 0 && known.length === texts.length) return known;
  throw formatError(`AllowedValues of parameter ${name} must be a list of strings.`);
}
