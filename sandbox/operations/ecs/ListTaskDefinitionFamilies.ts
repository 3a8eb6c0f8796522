import {
  ListTaskDefinitionFamilies$,
  type ListTaskDefinitionFamiliesRequest,
  type ListTaskDefinitionFamiliesResponse,
} from '@aws-sdk/client-ecs';
import { page } from '../../ecs/pages.ts';
import { operation } from '../../operation.ts';

/** A family is ACTIVE while one of its revisions is; without a status both kinds are listed (ECS API). */
export const listTaskDefinitionFamilies = operation<
  ListTaskDefinitionFamiliesRequest,
  ListTaskDefinitionFamiliesResponse
>(ListTaskDefinitionFamilies$, (input, { world }) => {
  const { familyPrefix = '', status = 'ALL', nextToken, maxResults } = input;
  const definitions = [...world.ecs.taskDefinitions.values()].filter((each) => each.family.startsWith(familyPrefix));
  const active = new Set(definitions.filter((each) => each.status === 'ACTIVE').map((each) => each.family));
  const families = [...new Set(definitions.map((each) => each.family))]
    .filter((family) => status === 'ALL' || active.has(family) === (status === 'ACTIVE'))
    .sort();
  const { items, ...rest } = page(families, nextToken, maxResults);
  return { families: items, ...rest };
});
