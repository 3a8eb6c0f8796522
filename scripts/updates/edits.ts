/** An edit of every parameter, on every variant in which it does something. */
import { AwsError } from '../../sandbox/operation.ts';
import { type Template } from '../../sandbox/cloudformation/template/template.ts';
import { type Effect, onVariant } from './effects.ts';
import { otherValue } from './samples.ts';
import { type TemplateName, type Variant, VARIANTS } from './variants.ts';

export interface Edit {
  readonly variant: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** null: CloudFormation refuses it, before anything is changed. */
  readonly effects: readonly Effect[] | null;
  /** Of the rule or the constraint; null where it is taken. */
  readonly refusal: string | null;
}

const CONNECTION = {
  ConnectionArn: 'arn:aws:codeconnections:eu-west-1:123456789012:connection/11111111-1111-1111-1111-111111111111',
  FullRepositoryId: 'example/shop',
};

/** What a person has to write beside it, because a rule asks for it. */
function besides(name: string, value: string, { parameters }: Variant): Readonly<Record<string, string>>[] {
  const rule = ['RulePriority', 'RuleHosts', 'RulePaths'];
  const own: Record<string, string> = { ...parameters, [name]: value };
  return [
    {},
    ...(value === 'CodeConnections' ? [CONNECTION] : []),
    ...(name === 'CertificateArn' ? [{ LiveColorCheckedFor: value }] : []),
    ...(rule.includes(name)
      ? [
          {
            RuleCheckedFor: rule
              .map((each) => own[each] ?? '')
              .filter((each) => each !== '')
              .join(','),
          },
        ]
      : []),
  ];
}

/** Repeated values: a rule compares them with what they are for, and no resource has them. */
export const isConfirmation = (name: string): boolean => name.endsWith('CheckedFor');

/** Throws where no other value for the parameter is known. */
export function editsOf(file: TemplateName, template: Template, name: string): readonly Edit[] {
  const declared = template.parameters.get(name);
  if (!declared) throw new Error(`${file} has no parameter ${name}.`);
  return VARIANTS[file].flatMap((variant) => {
    const value = otherValue(file, name, declared, variant.parameters[name]);
    if (value === undefined)
      throw new Error(`No other value for ${name} of ${file}: add one to scripts/updates/samples.ts.`);
    return besides(name, value, variant).map((more) => edited(template, variant, { [name]: value, ...more }));
  });
}

function edited(template: Template, variant: Variant, parameters: Readonly<Record<string, string>>): Edit {
  try {
    return { variant: variant.name, parameters, effects: onVariant(template, variant, parameters), refusal: null };
  } catch (cause) {
    if (cause instanceof AwsError && cause.code === 'ValidationError')
      return { variant: variant.name, parameters, effects: null, refusal: cause.message };
    throw cause;
  }
}
