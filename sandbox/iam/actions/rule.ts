/**
 * What an operation asks IAM for. Actions, resource types and condition keys are those of the Service Authorization
 * Reference, as it is shipped as data with cfn-lint 1.51; where an answer of AWS that someone published says more, that
 * stands beside the entry.
 */
import { type Settings } from '../../settings.ts';
import { type World } from '../../world/world.ts';

/** Condition keys to their values. */
export type Keys = Readonly<Record<string, string | readonly string[]>>;

/** One question. All that an operation asks must be allowed. */
export interface Asked {
  /** `ecs:DescribeServices` */
  readonly action: string;
  /** An ARN, or `*` where the action knows no resource type. */
  readonly resource: string;
  readonly keys?: Keys;
}

/** The same, with the operation's own action where none is named. */
export type Target = Omit<Asked, 'action'> & { readonly action?: string };

export interface Where {
  readonly world: World;
  readonly settings: Settings;
}

export interface Rule<Input = unknown> {
  targets(input: Input, where: Where): readonly Target[];
}

/** By operation. Each emulated operation has an entry. */
export type Rules = Readonly<Record<string, Rule>>;

export const about = <Input>(targets: Rule<Input>['targets']): Rule<Input> => ({ targets });

/** The action knows no resource type: only `*` allows it. */
export const anything: Rule = about(() => [{ resource: '*' }]);

/** Needs no permission, or is judged by the operation itself. */
export const nothing: Rule = about(() => []);

interface Tag {
  readonly key?: string | undefined;
  readonly value?: string | undefined;
}

/** `aws:RequestTag/…` and `aws:TagKeys`. */
export function tagKeys(tags: readonly Tag[]): Keys {
  const pairs = tags.map(({ key = '', value = '' }) => [`aws:RequestTag/${key}`, value] as const);
  return { ...Object.fromEntries(pairs), ...(tags.length > 0 && { 'aws:TagKeys': tags.map(({ key = '' }) => key) }) };
}

/** iam:PassRole for the roles that are handed to a service. */
export function passes(roles: readonly (string | null | undefined)[], service: string): Target[] {
  const given = roles.filter((role): role is string => typeof role === 'string' && role !== '');
  return [...new Set(given)].map((resource) => ({
    action: 'iam:PassRole',
    resource,
    keys: { 'iam:PassedToService': service },
  }));
}
