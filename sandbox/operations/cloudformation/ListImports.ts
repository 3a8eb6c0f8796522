import { ListImports$, type ListImportsInput, type ListImportsOutput } from '@aws-sdk/client-cloudformation';
import { importersOf } from '../../cloudformation/stacks/exports.ts';
import { validationError } from '../../cloudformation/stacks/find.ts';
import { operation } from '../../operation.ts';
import { page } from './page.ts';

export const listImports = operation<ListImportsInput, ListImportsOutput>(ListImports$, (input, { world }) => {
  const { ExportName: name = '', NextToken: token } = input;
  const users = importersOf(world, name);
  if (users.length === 0) throw validationError(`Export '${name}' is not imported by any stack.`);
  const { items, nextToken } = page(users, token);
  return { Imports: items.map((stack) => stack.name), NextToken: nextToken };
});
