/** What policies say to one request (IAM User Guide, "Policy evaluation logic", within one account). */
import { allHold } from './conditions.ts';
import { type Context, fitsAction, fitsArn } from './patterns.ts';
import { type Patterns, type Policy, type Statement } from './policy.ts';

export interface Request {
  /** `ecs:DescribeServices` */
  readonly action: string;
  /** An ARN; `*` where the action is about no resource in particular. */
  readonly resource: string;
  readonly context: Context;
}

/** `denied`: by an explicit Deny, which comes before every Allow. `silent`: no statement allows it. */
export type Verdict = 'allowed' | 'denied' | 'silent';

/** What the policies together say. */
export function evaluate(policies: readonly Policy[], request: Request): Verdict {
  const effects = policies.flatMap((policy) =>
    policy.statements.filter((statement) => applies(policy, statement, request)).map(({ effect }) => effect),
  );
  if (effects.includes('Deny')) return 'denied';
  return effects.includes('Allow') ? 'allowed' : 'silent';
}

/** Whether the statement is about this request. Principals are not looked at: see `trust.ts`. */
export function applies({ variables }: Policy, statement: Statement, { action, resource, context }: Request): boolean {
  const reading = { variables, wildcards: true, context };
  return (
    named(statement.actions, (pattern) => fitsAction(pattern, action)) &&
    (statement.resources === null || named(statement.resources, (pattern) => fitsArn(pattern, resource, reading))) &&
    allHold(statement.conditions, reading)
  );
}

const named = ({ patterns, negated }: Patterns, fits: (pattern: string) => boolean): boolean =>
  patterns.some(fits) !== negated;
