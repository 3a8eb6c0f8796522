import { type Operation } from '../../operation.ts';
import { batchCheckLayerAvailability } from './BatchCheckLayerAvailability.ts';
import { batchDeleteImage } from './BatchDeleteImage.ts';
import { batchGetImage } from './BatchGetImage.ts';
import { createRepository } from './CreateRepository.ts';
import { deleteRepository } from './DeleteRepository.ts';
import { describeImageScanFindings } from './DescribeImageScanFindings.ts';
import { describeImages } from './DescribeImages.ts';
import { describeRepositories } from './DescribeRepositories.ts';
import { getAuthorizationToken } from './GetAuthorizationToken.ts';
import { listImages } from './ListImages.ts';
import { listTagsForResource } from './ListTagsForResource.ts';
import { putImage } from './PutImage.ts';
import { putImageTagMutability } from './PutImageTagMutability.ts';
import { tagResource } from './TagResource.ts';
import { untagResource } from './UntagResource.ts';

/** By the operation's name, as in `X-Amz-Target: AmazonEC2ContainerRegistry_V20150921.<name>`. */
export const ecrOperations: Readonly<Record<string, Operation>> = {
  BatchCheckLayerAvailability: batchCheckLayerAvailability,
  BatchDeleteImage: batchDeleteImage,
  BatchGetImage: batchGetImage,
  CreateRepository: createRepository,
  DeleteRepository: deleteRepository,
  DescribeImageScanFindings: describeImageScanFindings,
  DescribeImages: describeImages,
  DescribeRepositories: describeRepositories,
  GetAuthorizationToken: getAuthorizationToken,
  ListImages: listImages,
  ListTagsForResource: listTagsForResource,
  PutImage: putImage,
  PutImageTagMutability: putImageTagMutability,
  TagResource: tagResource,
  UntagResource: untagResource,
};
