import { ListExports$, type ListExportsInput, type ListExportsOutput } from '@aws-sdk/client-cloudformation';
import { exportsOf } from '../../cloudformation/stacks/exports.ts';
import { operation } from '../../operation.ts';
import { page } from './page.ts';

export const listExports = operation<ListExportsInput, ListExportsOutput>(ListExports$, ({ NextToken }, { world }) => {
  const { items, nextToken } = page(exportsOf(world), NextToken);
  return {
    Exports: items.map(({ name, value, stack }) => ({ ExportingStackId: stack.id, Name: name, Value: value })),
    NextToken: nextToken,
  };
});
