import { ListChangeSets$, type ListChangeSetsInput, type ListChangeSetsOutput } from '@aws-sdk/client-cloudformation';
import { theLiveStack } from '../../cloudformation/stacks/find.ts';
import { operation } from '../../operation.ts';
import { page } from './page.ts';

export const listChangeSets = operation<ListChangeSetsInput, ListChangeSetsOutput>(
  ListChangeSets$,
  (input, { world }) => {
    const stack = theLiveStack(world, input.StackName);
    const { items, nextToken } = page([...stack.changeSets.values()], input.NextToken);
    return {
      NextToken: nextToken,
      Summaries: items.map((changeSet) => ({
        StackId: stack.id,
        StackName: stack.name,
        ChangeSetId: changeSet.id,
        ChangeSetName: changeSet.name,
        ExecutionStatus: changeSet.executionStatus,
        Status: changeSet.status,
        StatusReason: changeSet.statusReason ?? undefined,
        CreationTime: new Date(changeSet.createdAt),
        Description: changeSet.description ?? undefined,
        IncludeNestedStacks: false,
      })),
    };
  },
);
