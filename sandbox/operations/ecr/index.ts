import { type Operation } from '../../operation.ts';
import { batchGetImage } from './BatchGetImage.ts';
import { createRepository } from './CreateRepository.ts';
import { describeImages } from './DescribeImages.ts';
import { describeImageScanFindings } from './DescribeImageScanFindings.ts';
import { describeRepositories } from './DescribeRepositories.ts';
import { getAuthorizationToken } from './GetAuthorizationToken.ts';
import { listImages } from './ListImages.ts';
import { putImage } from './PutImage.ts';

/** By the operation's name, as in `X-Amz-Target: AmazonEC2ContainerRegistry_V20150921.<name>`. */
export const ecrOperations: Readonly<Record<string, Operation>> = {
  BatchGetImage: batchGetImage,
  CreateRepository: createRepository,
  DescribeImages: describeImages,
  DescribeImageScanFindings: describeImageScanFindings,
  DescribeRepositories: describeRepositories,
  GetAuthorizationToken: getAuthorizationToken,
  ListImages: listImages,
  PutImage: putImage,
};
