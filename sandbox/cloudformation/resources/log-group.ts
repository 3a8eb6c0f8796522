import { createLogGroup } from '../../operations/logs/CreateLogGroup.ts';
import { deleteLogGroup } from '../../operations/logs/DeleteLogGroup.ts';
import { deleteRetentionPolicy } from '../../operations/logs/DeleteRetentionPolicy.ts';
import { putRetentionPolicy } from '../../operations/logs/PutRetentionPolicy.ts';
import { groupOf } from '../../logs/store.ts';
import { type Json, type JsonObject } from '../../json.ts';
import { type Sandbox } from '../../operation.ts';
import { type Made } from '../template/template.ts';
import { call } from './call.ts';
import { type ResourceHandler } from './handler.ts';
import { stringOf } from './members.ts';
import { generatedName } from './names.ts';
import { tagMap } from './tags.ts';
import { typed } from './typed.ts';

const TYPE = 'AWS::Logs::LogGroup';
const NAME_LIMIT = 512;

/** GetAtt Arn ends with `:*` (CloudFormation reference: AWS::Logs::LogGroup). */
const madeOf = (sandbox: Sandbox, name: string): Made => ({
  physicalId: name,
  ref: name,
  attributes: { Arn: `${groupOf(sandbox, name).arn}:*` },
});

async function keepFor(sandbox: Sandbox, logGroupName: string, days: Json | undefined): Promise<void> {
  if (days === undefined) await call(deleteRetentionPolicy, { logGroupName }, sandbox);
  else await call(putRetentionPolicy, { logGroupName, retentionInDays: days }, sandbox);
}

export const logGroupHandler: ResourceHandler = {
  async create(given, context) {
    const { sandbox } = context;
    const properties: JsonObject = typed(TYPE, given);
    const name = stringOf(properties, 'LogGroupName') ?? generatedName(context, NAME_LIMIT);
    const input = {
      logGroupName: name,
      kmsKeyId: properties['KmsKeyId'],
      tags: Object.fromEntries(tagMap(properties, context)),
    };
    await call(createLogGroup, input, sandbox);
    try {
      await keepFor(sandbox, name, properties['RetentionInDays']);
    } catch (cause) {
      await call(deleteLogGroup, { logGroupName: name }, sandbox);
      throw cause;
    }
    return madeOf(sandbox, name);
  },
  async update(made, given, _previous, context) {
    const { sandbox } = context;
    const properties = typed(TYPE, given);
    await keepFor(sandbox, made.physicalId, properties['RetentionInDays']);
    const group = groupOf(sandbox, made.physicalId);
    // AssociateKmsKey and UntagResource are not emulated: both are put down as they are.
    group.kmsKeyId = stringOf(properties, 'KmsKeyId') ?? null;
    group.tags.clear();
    for (const [key, value] of tagMap(properties, context)) group.tags.set(key, value);
    return made;
  },
  async remove(made, _properties, { sandbox }) {
    await call(deleteLogGroup, { logGroupName: made.physicalId }, sandbox);
  },
};
