import {
  ValidateTemplate$,
  type ValidateTemplateInput,
  type ValidateTemplateOutput,
} from '@aws-sdk/client-cloudformation';
import { templateOf } from '../../cloudformation/stacks/launch.ts';
import { operation } from '../../operation.ts';
import { capabilityInfo } from './template-info.ts';

export const validateTemplate = operation<ValidateTemplateInput, ValidateTemplateOutput>(ValidateTemplate$, (input) => {
  const { template } = templateOf(input, null);
  return {
    Parameters: [...template.parameters].map(([name, declared]) => ({
      ParameterKey: name,
      DefaultValue: declared.default ?? undefined,
      NoEcho: declared.noEcho,
      Description: declared.description ?? undefined,
    })),
    Description: template.description ?? undefined,
    ...capabilityInfo(template),
  };
});
