import { GetTemplate$, type GetTemplateInput, type GetTemplateOutput } from '@aws-sdk/client-cloudformation';
import { theChangeSet } from '../../cloudformation/stacks/change-sets.ts';
import { theStack } from '../../cloudformation/stacks/find.ts';
import { operation } from '../../operation.ts';

/** As it was given; nothing here processes templates. */
export const getTemplate = operation<GetTemplateInput, GetTemplateOutput>(
  GetTemplate$,
  ({ StackName: name, ChangeSetName: changeSet }, { world }) => {
    const body =
      changeSet === undefined
        ? theStack(world, name).templateBody
        : theChangeSet(world, name, changeSet).changeSet.launch.templateBody;
    return { TemplateBody: body, StagesAvailable: ['Original', 'Processed'] };
  },
);
