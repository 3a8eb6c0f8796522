/** What the roles of github-oidc.yml may do and whom they trust, as CloudFormation renders it for given parameters. */
import { evaluate, type Evaluation } from '../../sandbox/cloudformation/template/evaluate.ts';
import { readParameters } from '../../sandbox/cloudformation/template/parameters.ts';
import { readTemplate } from '../../sandbox/cloudformation/template/read.ts';
import { checkRules } from '../../sandbox/cloudformation/template/rules.ts';
import { isList, isObject } from '../../sandbox/cloudformation/template/shape.ts';
import { type Made, type Surroundings } from '../../sandbox/cloudformation/template/template.ts';
import { type Json, type JsonObject } from '../../sandbox/json.ts';

export interface Statement {
  /** Logical id of the policy. */
  readonly policy: string;
  readonly sid: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition: JsonObject | null;
}

export interface RenderedRole {
  readonly properties: JsonObject;
  readonly statements: readonly Statement[];
}

/** Throws an AwsError as a launch would. Roles by logical id; those that the parameters leave out are not there. */
export function renderRoles(
  body: string,
  parameters: Readonly<Record<string, string>>,
  surroundings: Surroundings,
): ReadonlyMap<string, RenderedRole> {
  const rendered = render(body, parameters, surroundings);
  return new Map(
    rendered.order
      .filter((id) => rendered.template.resources.get(id)?.type === 'AWS::IAM::Role')
      .map((id) => [id, roleOf(rendered.properties(id, madeOf), rendered)]),
  );
}

export function render(
  body: string,
  parameters: Readonly<Record<string, string>>,
  surroundings: Surroundings,
): Evaluation {
  const template = readTemplate(body);
  const values = readParameters(template, new Map(Object.entries(parameters)), surroundings);
  checkRules(template, values, surroundings);
  return evaluate(template, values, surroundings);
}

/** Each resource is known by its logical id. */
export function madeOf(logicalId: string): Made {
  return { physicalId: logicalId, ref: logicalId, attributes: { Arn: `arn:aws:iam::ACCOUNT:role/${logicalId}` } };
}

function roleOf(properties: JsonObject, rendered: Evaluation): RenderedRole {
  const policies = textsOf(properties['ManagedPolicyArns']);
  return { properties, statements: policies.flatMap((id) => statementsOf(id, rendered.properties(id, madeOf))) };
}

function statementsOf(policy: string, { PolicyDocument: document }: JsonObject): readonly Statement[] {
  const statements = isObject(document) ? document['Statement'] : null;
  return listOf(statements)
    .filter(isObject)
    .map((statement) => ({
      policy,
      sid: textsOf(statement['Sid'])[0] ?? '',
      actions: textsOf(statement['Action']),
      resources: textsOf(statement['Resource']),
      condition: isObject(statement['Condition']) ? statement['Condition'] : null,
    }));
}

const listOf = (value: Json | undefined): readonly Json[] =>
  isList(value) ? value : value === undefined || value === null ? [] : [value];

export const textsOf = (value: Json | undefined): readonly string[] =>
  listOf(value).filter((one) => typeof one === 'string');
