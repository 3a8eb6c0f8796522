import { type Json } from '../../json.ts';
import { typeFacts } from '../spec/check.ts';
import { checkConditions } from './check-conditions.ts';
import { checkRuleShapes } from './rule-functions.ts';
import { formatError, notEmulated, templateError, validationError } from './fault.ts';
import { ordered } from './order.ts';
import { isPseudo } from './pseudo.ts';
import { argumentsOf, type Reference, referencesIn } from './references.ts';
import { type Template } from './template.ts';

/** What a template names must be there: resources, their types and attributes, parameters, conditions; without cycles. */
export function checkReferences(template: Template): void {
  checkNames(template);
  checkTypes(template);
  checkConditions(template);
  checkRuleShapes(template);
  const { resources, outputs } = template;
  check(
    template,
    'Resources',
    [...resources.values()].map((resource) => resource.properties),
  );
  check(
    template,
    'Outputs',
    [...outputs.values()].flatMap(({ value, exportName }) => [value, exportName ?? '']),
  );
  checkImportsAndExports(template);
  const named = [...resources.values(), ...outputs.values()].flatMap(({ condition }) => condition ?? []);
  for (const name of named) requireCondition(template, name);
  const missing = [...resources.values()].flatMap(({ dependsOn }) => dependsOn.filter((name) => !resources.has(name)));
  if (missing.length > 0) throw unresolved(missing, 'Resources');
  const { cycle } = ordered([...resources.keys()], (name) => dependenciesOf(template, name));
  if (cycle.length > 0) throw validationError(`Circular dependency between resources: [${cycle.join(', ')}]`);
}

/** Logical ids that a resource relies on: in its properties (with `decide`: in the branches taken) and by DependsOn. */
export function dependenciesOf(
  template: Template,
  logicalId: string,
  decide?: (condition: string) => boolean,
): readonly string[] {
  const resource = template.resources.get(logicalId);
  if (!resource) return [];
  const names = referencesIn(resource.properties, decide).flatMap((each) =>
    each.kind === 'condition' ? [] : each.name,
  );
  return [...new Set([...names, ...resource.dependsOn])].filter((name) => template.resources.has(name));
}

export const unresolved = (names: readonly string[], block: 'Resources' | 'Outputs') =>
  formatError(
    `Unresolved resource dependencies [${[...new Set(names)].join(', ')}] in the ${block} block of the template`,
  );

function checkNames({ parameters, resources }: Template): void {
  const twice = [...resources.keys()].filter((name) => parameters.has(name));
  if (twice.length > 0)
    throw formatError(`Duplicate logical ids: [${twice.join(', ')}] name both a parameter and a resource`);
}

function checkTypes({ resources }: Template): void {
  const types = [...new Set([...resources.values()].map(({ type }) => type))];
  const custom = types.find((type) => type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource');
  if (custom !== undefined) throw notEmulated(`The custom resource ${custom}`);
  const unknown = types.filter((type) => !typeFacts(type));
  if (unknown.length > 0) throw formatError(`Unrecognized resource types: [${unknown.join(', ')}]`);
}

function check(template: Template, block: 'Resources' | 'Outputs', values: readonly Json[]): void {
  const references = values.flatMap((value) => referencesIn(value));
  const missing = references
    .filter((each) => each.kind === 'ref' && !known(template, each.name))
    .map(({ name }) => name);
  if (missing.length > 0) throw unresolved(missing, block);
  for (const reference of references) {
    if (reference.kind === 'condition') requireCondition(template, reference.name);
    if (reference.kind === 'attribute') checkAttribute(template, reference);
  }
}

const known = ({ parameters, resources }: Template, name: string): boolean =>
  parameters.has(name) || resources.has(name) || isPseudo(name);

/** Neither the name of an export nor that of an import may hang on a resource (user guide: "Outputs", "Fn::ImportValue"). */
function checkImportsAndExports({ resources, outputs }: Template): void {
  const onResource = (value: Json): string | undefined =>
    referencesIn(value).find(({ kind, name }) => kind !== 'condition' && resources.has(name))?.name;
  for (const [name, { exportName }] of outputs) {
    const found = exportName === null ? undefined : onResource(exportName);
    if (found !== undefined) {
      throw formatError(
        `Output ${name} is malformed. The Name field of its Export must not depend on a resource (${found}).`,
      );
    }
  }
  const values = [
    ...[...resources.values()].map(({ properties }) => properties),
    ...[...outputs.values()].map(({ value }) => value),
  ];
  const found = values
    .flatMap((value) => argumentsOf('Fn::ImportValue', value))
    .map(onResource)
    .find((each) => each !== undefined);
  if (found !== undefined)
    throw templateError(
      `the attribute in Fn::ImportValue must not depend on any resources, imported values, or Fn::GetAZs (${found})`,
    );
}

export function requireCondition({ conditions }: Template, name: string): void {
  if (!conditions.has(name)) throw templateError(`unresolved condition dependency ${name}`);
}

function checkAttribute({ resources }: Template, { name, attribute }: Extract<Reference, { kind: 'attribute' }>): void {
  const resource = resources.get(name);
  if (!resource) throw templateError(`instance of Fn::GetAtt references undefined resource ${name}`);
  if (attribute === null || typeFacts(resource.type)?.attributes.includes(attribute)) return;
  // A nested stack's outputs are its attributes; its template is not at hand.
  if (resource.type === 'AWS::CloudFormation::Stack' && attribute.startsWith('Outputs.')) return;
  throw templateError(`resource ${name} does not support attribute type ${attribute} in Fn::GetAtt`);
}
