import { type Capability, type ParameterDeclaration as ParameterInfo } from '@aws-sdk/client-cloudformation';
import { requiredCapability } from '../../cloudformation/stacks/capabilities.ts';
import { type Template } from '../../cloudformation/template/template.ts';

/** What a template must be allowed to make, and why. */
export function capabilityInfo(template: Template): {
  readonly Capabilities: Capability[] | undefined;
  readonly CapabilitiesReason: string | undefined;
} {
  const required = requiredCapability(template);
  return { Capabilities: required ? [required.capability] : undefined, CapabilitiesReason: required?.reason };
}

export const parameterInfo = ({ parameters }: Template): ParameterInfo[] =>
  [...parameters].map(([name, declared]) => ({
    ParameterKey: name,
    DefaultValue: declared.default ?? undefined,
    ParameterType: declared.type,
    NoEcho: declared.noEcho,
    Description: declared.description ?? undefined,
    ParameterConstraints: declared.allowedValues ? { AllowedValues: [...declared.allowedValues] } : {},
  }));
