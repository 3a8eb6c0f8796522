import { type Json, type JsonObject } from '../../json.ts';
import { type AwsError } from '../../operation.ts';
import { readParameterDeclaration } from './declare-parameter.ts';
import { readResourceDeclaration } from './declare-resource.ts';
import { formatError, notEmulated, validationError } from './fault.ts';
import { entriesOf, isList, isObject, memberOf } from './shape.ts';
import { type OutputDeclaration, type RuleDeclaration, type Template } from './template.ts';

const sections = new Set([
  'AWSTemplateFormatVersion', 'Description', 'Metadata', 'Parameters', 'Mappings', 'Conditions', 'Rules', 'Resources',
  'Outputs',
]); // prettier-ignore

/** CloudFormation quotas. */
const most = { Parameters: 200, Mappings: 200, Resources: 500, Outputs: 200 };
const DESCRIPTION_BYTES = 1024;

export function readSections(body: JsonObject): Template {
  if (memberOf(body, 'Transform') !== undefined) throw notEmulated('A Transform (AWS::LanguageExtensions and others)');
  if (memberOf(body, 'Hooks') !== undefined) throw notEmulated('The Hooks section');
  const unknown = Object.keys(body).filter((name) => !sections.has(name));
  if (unknown.length > 0) throw validationError(`Invalid template property or properties [${unknown.join(', ')}]`);
  const version = memberOf(body, 'AWSTemplateFormatVersion');
  if (version !== undefined && version !== '2010-09-09') {
    throw formatError(`unsupported template version ${JSON.stringify(version)}: it must be 2010-09-09.`);
  }
  const section = (name: string): JsonObject => objectOf(memberOf(body, name) ?? {}, name);
  return {
    description: description(memberOf(body, 'Description')),
    metadata: section('Metadata'),
    parameters: declarations('Parameters', section('Parameters'), readParameterDeclaration),
    mappings: mappings(section('Mappings')),
    conditions: new Map(entriesOf(section('Conditions'))),
    rules: declarations('Rules', section('Rules'), rule),
    resources: resources(section('Resources')),
    outputs: declarations('Outputs', section('Outputs'), output),
  };
}

function resources(section: JsonObject): Template['resources'] {
  if (Object.keys(section).length === 0) throw formatError('At least one Resources member must be defined.');
  return declarations('Resources', section, readResourceDeclaration);
}

const singular = { Parameters: 'Parameter', Rules: 'Rule', Resources: 'Resource', Outputs: 'Output' };

function declarations<Declared>(
  section: keyof typeof singular,
  members: JsonObject,
  read: (name: string, body: JsonObject) => Declared,
): ReadonlyMap<string, Declared> {
  const entries = entriesOf(members);
  if (section !== 'Rules') checkCount(section, entries.length);
  return new Map(
    entries.map(([name, body]) => {
      if (!/^[A-Za-z0-9]{1,255}$/.test(name))
        throw formatError(`${singular[section]} name ${name} is non alphanumeric.`);
      if (!isObject(body)) throw formatError(`Any ${section} member must be an object. (${name})`);
      return [name, read(name, body)];
    }),
  );
}

function checkCount(section: keyof typeof most, count: number): void {
  if (count <= most[section]) return;
  const what = section.toLowerCase();
  throw formatError(`Number of ${what}, ${String(count)}, is greater than maximum allowed, ${String(most[section])}`);
}

function objectOf(value: Json, name: string): JsonObject {
  if (isObject(value)) return value;
  throw formatError(`[/${name}] ${name} must be an object.`);
}

function description(value: Json | undefined): string | null {
  if (value === undefined) return null;
  if (typeof value !== 'string') throw formatError('Template Description must be a string.');
  if (Buffer.byteLength(value) <= DESCRIPTION_BYTES) return value;
  throw formatError(`Template description must not be longer than ${String(DESCRIPTION_BYTES)} bytes.`);
}

/** Names as cfn-lint's schema has them: of a map and of its values alphanumeric, of its keys `.` and `-` too. */
function mappings(section: JsonObject): JsonObject {
  checkCount('Mappings', Object.keys(section).length);
  for (const [name, map] of entriesOf(section)) {
    checkMapName(name, /^[A-Za-z0-9]{1,255}$/);
    const keys = isObject(map) ? entriesOf(map) : [];
    for (const [key, values] of keys) {
      checkMapName(key, /^[A-Za-z0-9.-]{1,255}$/);
      const leaves = isObject(values) ? entriesOf(values) : [];
      for (const [leaf] of leaves) checkMapName(leaf, /^[A-Za-z0-9]{1,255}$/);
      if (leaves.length === 0 || !leaves.every(([, leaf]) => isLeaf(leaf))) throw notMapping(name);
    }
    if (keys.length === 0) throw notMapping(name);
  }
  return section;
}

const notMapping = (name: string): AwsError =>
  formatError(`Every Mappings attribute must be a String or a List. (${name})`);

function checkMapName(name: string, form: RegExp): void {
  if (!form.test(name))
    throw formatError(`Mappings attribute name '${name}' must contain only alphanumeric characters.`);
}

const isLeaf = (value: Json): boolean =>
  isList(value) ? value.every((each) => !isObject(each) && !isList(each)) : !isObject(value);

function rule(name: string, body: JsonObject): RuleDeclaration {
  const assertions = memberOf(body, 'Assertions');
  if (!isList(assertions) || assertions.length === 0) throw formatError(`Rule ${name} must have a list of Assertions.`);
  return {
    condition: memberOf(body, 'RuleCondition') ?? null,
    assertions: assertions.map((each) => {
      const assert = isObject(each) ? memberOf(each, 'Assert') : undefined;
      if (!isObject(each) || assert === undefined)
        throw formatError(`Every assertion of rule ${name} must have an Assert.`);
      const text = memberOf(each, 'AssertDescription');
      return { assert, description: typeof text === 'string' ? text : null };
    }),
  };
}

function output(name: string, body: JsonObject): OutputDeclaration {
  const value = memberOf(body, 'Value');
  if (value === undefined) throw formatError(`Every Outputs member must contain a Value object. (${name})`);
  const [text, condition, exported] = ['Description', 'Condition', 'Export'].map((member) => memberOf(body, member));
  const exportName = isObject(exported) ? memberOf(exported, 'Name') : undefined;
  if (exported !== undefined && exportName === undefined)
    throw formatError(`Output ${name} has an Export without a Name.`);
  if (condition !== undefined && typeof condition !== 'string')
    throw formatError(`Output ${name}: Condition must be a string.`);
  if (text !== undefined && typeof text !== 'string')
    throw formatError(`Output ${name}: Description must be a string.`);
  const unknown = Object.keys(body).filter(
    (member) => !['Value', 'Description', 'Condition', 'Export'].includes(member),
  );
  if (unknown.length > 0) throw formatError(`Output ${name} has unknown members [${unknown.join(', ')}]`);
  return { value, description: text ?? null, condition: condition ?? null, exportName: exportName ?? null };
}
