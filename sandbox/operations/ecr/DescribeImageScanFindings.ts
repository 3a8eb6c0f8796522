import {
  DescribeImageScanFindings$,
  type DescribeImageScanFindingsRequest,
  type DescribeImageScanFindingsResponse,
} from '@aws-sdk/client-ecr';
import { AwsError, operation } from '../../operation.ts';
import { type Settings } from '../../settings.ts';
import { type Image } from '../../world/ecr.ts';
import { idText, requireImage } from './images.ts';
import { page } from './page.ts';
import { findRepository } from './repository.ts';
import { findingsOf, type Scan, statusOf } from './scan.ts';

/** The setting for the image's digest, one of its tags, or `*`. */
function scanOf({ imageScans }: Settings, { digest, tags }: Image): Scan | undefined {
  const name = [digest, ...tags, '*'].find((each) => Object.hasOwn(imageScans, each));
  return name === undefined ? undefined : imageScans[name];
}

/** What the setting `imageScans` says of the image; ScanNotFoundException, as for an image never scanned, without one. */
export const describeImageScanFindings = operation<DescribeImageScanFindingsRequest, DescribeImageScanFindingsResponse>(
  DescribeImageScanFindings$,
  ({ repositoryName, registryId, imageId = {}, nextToken, maxResults }, { world, settings, clock }) => {
    const repository = findRepository(world, repositoryName, registryId);
    const image = requireImage(world, repository, imageId);
    const scan = scanOf(settings, image);
    if (scan === undefined) {
      throw new AwsError(
        'ScanNotFoundException',
        `Image scan does not exist for the image with '${idText(imageId)}' in the repository ` +
          `with name '${repository.name}' in the registry with id '${world.account}'`,
      );
    }
    const imageScanStatus = statusOf(scan, clock.now() - image.pushedAt);
    const done = imageScanStatus.status === 'COMPLETE' || imageScanStatus.status === 'ACTIVE';
    const shown = page(done ? scan.findings : [], nextToken, maxResults);
    return {
      registryId: world.account,
      repositoryName: repository.name,
      imageId: { ...imageId, imageDigest: image.digest },
      imageScanStatus,
      ...(done && { imageScanFindings: findingsOf(scan, shown.items, image.pushedAt + (scan.afterMs ?? 0)) }),
      nextToken: shown.nextToken,
    };
  },
);
