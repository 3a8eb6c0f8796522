import {
  CreateChangeSet$,
  type CreateChangeSetInput,
  type CreateChangeSetOutput,
} from '@aws-sdk/client-cloudformation';
import { addChangeSet } from '../../cloudformation/stacks/new-change-set.ts';
import { operation } from '../../operation.ts';

export const createChangeSet = operation<CreateChangeSetInput, CreateChangeSetOutput>(
  CreateChangeSet$,
  (input, sandbox) => {
    const { stack, changeSet } = addChangeSet(sandbox, input);
    return { Id: changeSet.id, StackId: stack.id };
  },
);
