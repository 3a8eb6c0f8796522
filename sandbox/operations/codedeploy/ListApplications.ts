import { ListApplications$, type ListApplicationsInput, type ListApplicationsOutput } from '@aws-sdk/client-codedeploy';

import { operation } from '../../operation.ts';
import { page } from './paging.ts';

export const listApplications = operation<ListApplicationsInput, ListApplicationsOutput>(
  ListApplications$,
  (input, { world }) => {
    const { items, nextToken } = page([...world.codedeploy.applications.keys()], input.nextToken);
    return { applications: items, nextToken };
  },
);
