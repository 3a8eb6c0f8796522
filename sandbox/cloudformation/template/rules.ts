import { type AwsError } from '../../operation.ts';
import { validationError } from './fault.ts';
import { holds, type RuleScope } from './rule-functions.ts';
import { type ParameterValues, type Surroundings, type Template } from './template.ts';

/**
 * Throws an AwsError `ValidationError` that holds the description of every assertion that does not hold. An assertion about
 * networks cannot be judged where `surroundings.network` is absent: it is let pass. Gives the rules that have one.
 */
export function checkRules(template: Template, values: ParameterValues, surroundings: Surroundings): readonly string[] {
  const scope: RuleScope = { template, values, network: surroundings.network };
  const verdicts = [...template.rules].flatMap(([name, { condition, assertions }]) => {
    const applies = condition === null ? true : holds(condition, scope);
    if (applies === false) return [];
    return assertions.map(({ assert, description }) => {
      const verdict = holds(assert, scope);
      return { name, description, verdict: verdict === true ? true : applies && verdict };
    });
  });
  const broken = verdicts.filter(({ verdict }) => verdict === false);
  if (broken.length > 0) throw refusal(broken);
  return [...new Set(verdicts.filter(({ verdict }) => verdict === null).map(({ name }) => name))];
}

/** No public source shows the whole text that CloudFormation sends; the descriptions are in it. */
function refusal(broken: readonly { readonly name: string; readonly description: string | null }[]): AwsError {
  const lines = broken.map(({ name, description }) => description ?? `An assertion of rule ${name} does not hold.`);
  return validationError(`Template validation error: ${lines.join('; ')}`);
}
