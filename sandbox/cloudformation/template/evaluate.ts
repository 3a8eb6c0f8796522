import { type Json, type JsonObject } from '../../json.ts';
import { coerceProperties } from '../spec/coerce.ts';
import { dependenciesOf, unresolved } from './check-references.ts';
import { decider } from './conditions.ts';
import { formatError, templateError, validationError } from './fault.ts';
import { ordered } from './order.ts';
import { resolve, resolveObject, type Scope } from './resolve.ts';
import { textOf } from './shape.ts';
import {
  type Made,
  type Output,
  type OutputDeclaration,
  type ParameterValues,
  type Surroundings,
  type Template,
} from './template.ts';

/** What a resource became; undefined: nothing yet. */
export type MadeOf = (logicalId: string) => Made | undefined;

/** A template with values: its conditions decided, its functions ready to be resolved. */
export interface Evaluation {
  readonly template: Template;
  /** Logical ids of the resources whose condition holds, each after everything that it depends on. */
  readonly order: readonly string[];
  /** Whether one of the template's conditions holds. */
  condition(name: string): boolean;
  /** What a resource depends on among these: by Ref, GetAtt, Sub and DependsOn. */
  dependencies(logicalId: string): readonly string[];
  /**
   * A resource's properties with every function resolved and AWS::NoValue left out, each scalar of the type that the
   * resource specification says (`"80"` becomes 80); `made` yields what the resources that it depends on became. Throws an
   * AwsError `ValidationError`.
   */
  properties(logicalId: string, made: MadeOf): JsonObject;
  outputs(made: MadeOf): readonly Output[];
}

type Block = 'Resources' | 'Outputs';

export function evaluate(template: Template, values: ParameterValues, surroundings: Surroundings): Evaluation {
  const scopeOf = (block: Block, made: MadeOf): Scope => ({
    template,
    values,
    surroundings,
    condition,
    resource: (logicalId, attribute) => valueOf(template, there, made, block, logicalId, attribute),
  });
  const condition = decider(() => scopeOf('Resources', () => undefined));
  for (const name of template.conditions.keys()) condition(name);
  const holds = (name: string | null): boolean => name === null || condition(name);
  const there = new Set([...template.resources].filter(([, each]) => holds(each.condition)).map(([name]) => name));
  // DependsOn a resource that is not made is no fault; to Ref it is one.
  const dependencies = (name: string) => dependenciesOf(template, name, condition).filter((each) => there.has(each));
  const { order, cycle } = ordered([...there], dependencies);
  if (cycle.length > 0) throw validationError(`Circular dependency between resources: [${cycle.join(', ')}]`);
  return {
    template,
    order,
    condition,
    dependencies,
    properties: (logicalId, made) => {
      const resource = template.resources.get(logicalId);
      if (!resource) throw validationError(`Resource ${logicalId} is not in the template.`);
      return coerceProperties(resource.type, resolveObject(resource.properties, scopeOf('Resources', made)));
    },
    outputs: (made) =>
      [...template.outputs]
        .filter(([, declared]) => holds(declared.condition))
        .map(([name, declared]) => output(name, declared, scopeOf('Outputs', made))),
  };
}

function valueOf(
  template: Template,
  there: ReadonlySet<string>,
  made: MadeOf,
  block: Block,
  logicalId: string,
  attribute: string | null,
): Json {
  if (!there.has(logicalId)) throw unresolved([logicalId], block);
  const became = made(logicalId);
  if (!became) throw validationError(`Resource ${logicalId} is not made yet.`);
  if (attribute === null) return became.ref;
  const value = Object.hasOwn(became.attributes, attribute) ? became.attributes[attribute] : undefined;
  if (value !== undefined) return value;
  const type = template.resources.get(logicalId)?.type ?? '';
  throw templateError(
    `resource ${logicalId} does not support attribute type ${attribute} in Fn::GetAtt (${type} of this sandbox has no such attribute)`,
  );
}

function output(name: string, declared: OutputDeclaration, scope: Scope): Output {
  const value = textOf(resolve(declared.value, scope));
  if (value === null)
    throw formatError(
      `Output ${name} is malformed. The Value field of every Outputs member must evaluate to a String.`,
    );
  const exported = declared.exportName === null ? null : textOf(resolve(declared.exportName, scope));
  if (declared.exportName !== null && (exported === null || exported === '')) {
    throw formatError(`Output ${name} is malformed. The Name field of every Export member must evaluate to a String.`);
  }
  return { name, value, description: declared.description, exportName: exported };
}
