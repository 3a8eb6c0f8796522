import {
  DescribeImageScanFindings$,
  type DescribeImageScanFindingsRequest,
  type DescribeImageScanFindingsResponse,
} from '@aws-sdk/client-ecr';
import { AwsError, operation } from '../../operation.ts';
import { idText, requireImage } from './images.ts';
import { findRepository } from './repository.ts';

/** The sandbox scans nothing: ScanNotFoundException, as ECR answers for an image that was never scanned. */
export const describeImageScanFindings = operation<DescribeImageScanFindingsRequest, DescribeImageScanFindingsResponse>(
  DescribeImageScanFindings$,
  ({ repositoryName, registryId, imageId = {} }, { world }) => {
    const repository = findRepository(world, repositoryName, registryId);
    requireImage(world, repository, imageId);
    throw new AwsError(
      'ScanNotFoundException',
      `Image scan does not exist for the image with '${idText(imageId)}' in the repository ` +
        `with name '${repository.name}' in the registry with id '${world.account}'`,
    );
  },
);
