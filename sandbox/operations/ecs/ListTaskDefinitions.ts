import {
  ListTaskDefinitions$,
  type ListTaskDefinitionsRequest,
  type ListTaskDefinitionsResponse,
} from '@aws-sdk/client-ecs';
import { page } from '../../ecs/pages.ts';
import { operation } from '../../operation.ts';

/** Oldest first, or newest first with `sort: DESC`; ACTIVE ones unless another status is asked for. */
export const listTaskDefinitions = operation<ListTaskDefinitionsRequest, ListTaskDefinitionsResponse>(
  ListTaskDefinitions$,
  (input, { world }) => {
    const { familyPrefix, status = 'ACTIVE', sort, nextToken, maxResults } = input;
    const arns = [...world.ecs.taskDefinitions.values()]
      .filter((each) => each.status === status && (familyPrefix === undefined || each.family === familyPrefix))
      .sort((a, b) => a.family.localeCompare(b.family) || a.revision - b.revision)
      .map((each) => each.arn);
    const { items, ...rest } = page(sort === 'DESC' ? arns.reverse() : arns, nextToken, maxResults);
    return { taskDefinitionArns: items, ...rest };
  },
);
