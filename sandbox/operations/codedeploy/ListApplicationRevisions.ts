import {
  ApplicationRevisionSortBy,
  ListApplicationRevisions$,
  type ListApplicationRevisionsInput,
  type ListApplicationRevisionsOutput,
  ListStateFilterAction,
  SortOrder,
} from '@aws-sdk/client-codedeploy';

import { operation } from '../../operation.ts';
import { checkChoice } from './choice.ts';
import { findApplication } from './lookup.ts';
import { page } from './paging.ts';

function checkInput({ sortBy, sortOrder, deployed }: ListApplicationRevisionsInput): void {
  checkChoice(sortBy, Object.values(ApplicationRevisionSortBy), 'InvalidSortByException');
  checkChoice(sortOrder, Object.values(SortOrder), 'InvalidSortOrderException');
  checkChoice(deployed, Object.values(ListStateFilterAction), 'InvalidDeployedStateFilterException');
}

/** AppSpecs by their sha256, in the order in which they came; a filter for an S3 bucket finds none of them. */
export const listApplicationRevisions = operation<ListApplicationRevisionsInput, ListApplicationRevisionsOutput>(
  ListApplicationRevisions$,
  (input, { world }) => {
    const { name, revisions } = findApplication(world, input.applicationName);
    checkInput(input);
    const { deployed = 'ignore', sortOrder, s3Bucket, nextToken: token } = input;
    const used = new Set(
      [...world.codedeploy.deployments.values()]
        .filter((deployment) => deployment.application === name)
        .map((deployment) => deployment.revision.sha256),
    );
    const asked = [...revisions.keys()].filter(
      (sha256) => s3Bucket === undefined && (deployed === 'ignore' || used.has(sha256) === (deployed === 'include')),
    );
    const { items, nextToken } = page(sortOrder === 'descending' ? asked.reverse() : asked, token);
    return {
      revisions: items.map((sha256) => ({ revisionType: 'AppSpecContent', appSpecContent: { sha256 } })),
      nextToken,
    };
  },
);
