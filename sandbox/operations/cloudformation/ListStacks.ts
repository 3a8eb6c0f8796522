import { ListStacks$, type ListStacksInput, type ListStacksOutput } from '@aws-sdk/client-cloudformation';
import { operation } from '../../operation.ts';
import { page } from './page.ts';
import { dateInfo, driftInfo } from './shapes.ts';

/** Deleted ones too, newest first. */
export const listStacks = operation<ListStacksInput, ListStacksOutput>(ListStacks$, (input, { world }) => {
  const { StackStatusFilter: wanted = [], NextToken: token } = input;
  const found = [...world.cloudformation.stacks.values()]
    .filter(({ status }) => wanted.length === 0 || wanted.includes(status))
    .reverse();
  const { items, nextToken } = page(found, token);
  return {
    NextToken: nextToken,
    StackSummaries: items.map((stack) => ({
      StackId: stack.id,
      StackName: stack.name,
      TemplateDescription: stack.template.description ?? undefined,
      CreationTime: new Date(stack.createdAt),
      LastUpdatedTime: dateInfo(stack.updatedAt),
      DeletionTime: dateInfo(stack.deletedAt),
      StackStatus: stack.status,
      StackStatusReason: stack.statusReason ?? undefined,
      DriftInformation: driftInfo,
    })),
  };
});
