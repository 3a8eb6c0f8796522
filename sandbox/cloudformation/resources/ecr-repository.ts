import { createRepository } from '../../operations/ecr/CreateRepository.ts';
import { deleteRepository } from '../../operations/ecr/DeleteRepository.ts';
import { putImageTagMutability } from '../../operations/ecr/PutImageTagMutability.ts';
import { tagResource } from '../../operations/ecr/TagResource.ts';
import { untagResource } from '../../operations/ecr/UntagResource.ts';
import { findRepository } from '../../operations/ecr/repository.ts';
import { repositoryUri } from '../../registry/state.ts';
import { type JsonObject } from '../../json.ts';
import { type Sandbox } from '../../operation.ts';
import { type Made } from '../template/template.ts';
import { call } from './call.ts';
import { type ResourceContext, type ResourceHandler } from './handler.ts';
import { objectsOf, objectOf, stringOf } from './members.ts';
import { generatedName } from './names.ts';
import { tagChange, tagMap, upperTags } from './tags.ts';
import { typed } from './typed.ts';

const TYPE = 'AWS::ECR::Repository';
const NAME_LIMIT = 256;

function mutabilityOf(properties: JsonObject): JsonObject {
  const filters = objectsOf(properties['ImageTagMutabilityExclusionFilters']).map((filter) => ({
    filterType: filter['ImageTagMutabilityExclusionFilterType'],
    filter: filter['ImageTagMutabilityExclusionFilterValue'],
  }));
  return {
    imageTagMutability: properties['ImageTagMutability'] ?? 'MUTABLE',
    ...(filters.length > 0 && { imageTagMutabilityExclusionFilters: filters }),
  };
}

function inputOf(properties: JsonObject): JsonObject {
  const { EncryptionType: encryptionType, KmsKey: kmsKey } = objectOf(properties, 'EncryptionConfiguration');
  return {
    ...mutabilityOf(properties),
    imageScanningConfiguration: {
      scanOnPush: objectOf(properties, 'ImageScanningConfiguration')['ScanOnPush'] ?? false,
    },
    ...(encryptionType !== undefined && { encryptionConfiguration: { encryptionType, kmsKey } }),
  };
}

function madeOf({ world }: Sandbox, name: string): Made {
  const { arn } = findRepository(world, name);
  return { physicalId: name, ref: name, attributes: { Arn: arn, RepositoryUri: repositoryUri(world, name) } };
}

async function changeTags(name: string, properties: JsonObject, context: ResourceContext): Promise<void> {
  const { sandbox } = context;
  const { arn: resourceArn, tags: before } = findRepository(sandbox.world, name);
  const { set, unset } = tagChange(before, tagMap(properties, context));
  if (unset.length > 0) await call(untagResource, { resourceArn, tagKeys: unset }, sandbox);
  const tags = set.map(([Key, Value]) => ({ Key, Value }));
  if (tags.length > 0) await call(tagResource, { resourceArn, tags }, sandbox);
}

/** Its lifecycle policy and its repository policy are recorded with its properties: no image expires here. */
export const repositoryHandler: ResourceHandler = {
  async create(given, context) {
    const { sandbox } = context;
    const properties = typed(TYPE, given);
    const repositoryName = stringOf(properties, 'RepositoryName') ?? generatedName(context, NAME_LIMIT, true);
    const tags = upperTags(properties, context);
    await call(createRepository, { repositoryName, ...inputOf(properties), tags }, sandbox);
    return madeOf(sandbox, repositoryName);
  },
  async update(made, given, _previous, context) {
    const { sandbox } = context;
    const properties = typed(TYPE, given);
    const repositoryName = made.physicalId;
    await call(putImageTagMutability, { repositoryName, ...mutabilityOf(properties) }, sandbox);
    const { ScanOnPush } = objectOf(properties, 'ImageScanningConfiguration');
    findRepository(sandbox.world, repositoryName).scanOnPush = ScanOnPush === true;
    await changeTags(repositoryName, properties, context);
    return madeOf(sandbox, repositoryName);
  },
  /** One that holds images stays, and the deletion fails, unless EmptyOnDelete says otherwise. */
  async remove(made, properties, { sandbox }) {
    const force = typed(TYPE, properties)['EmptyOnDelete'] === true;
    await call(deleteRepository, { repositoryName: made.physicalId, force }, sandbox);
  },
};
