import {
  GetTemplateSummary$,
  type GetTemplateSummaryInput,
  type GetTemplateSummaryOutput,
} from '@aws-sdk/client-cloudformation';
import { theStack, validationError } from '../../cloudformation/stacks/find.ts';
import { templateOf } from '../../cloudformation/stacks/launch.ts';
import { operation } from '../../operation.ts';
import { capabilityInfo, parameterInfo } from './template-info.ts';

/** Of a template that is given, or of a stack's. */
export const getTemplateSummary = operation<GetTemplateSummaryInput, GetTemplateSummaryOutput>(
  GetTemplateSummary$,
  (input, { world }) => {
    const { StackName: name, StackSetName: set } = input;
    if (set !== undefined) throw validationError('The sandbox does not emulate stack sets.');
    const { template } = name === undefined ? templateOf(input, null) : theStack(world, name);
    const hasMetadata = Object.keys(template.metadata).length > 0;
    return {
      Parameters: parameterInfo(template),
      Description: template.description ?? undefined,
      ...capabilityInfo(template),
      ResourceTypes: [...new Set([...template.resources.values()].map(({ type }) => type))],
      Version: '2010-09-09',
      Metadata: hasMetadata ? JSON.stringify(template.metadata) : undefined,
      ResourceIdentifierSummaries: [],
    };
  },
);
