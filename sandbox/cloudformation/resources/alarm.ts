import { deleteAlarms } from '../../operations/cloudwatch/DeleteAlarms.ts';
import { putMetricAlarm } from '../../operations/cloudwatch/PutMetricAlarm.ts';
import { arn } from '../../ids.ts';
import { AwsError } from '../../operation.ts';
import { call } from './call.ts';
import { type ResourceHandler } from './handler.ts';
import { stringOf, without } from './members.ts';
import { generatedName } from './names.ts';
import { tagMap, upperTags } from './tags.ts';
import { typed } from './typed.ts';

const TYPE = 'AWS::CloudWatch::Alarm';

/** PutMetricAlarm overwrites an alarm of that name; a stack must not take that for its own. */
export const alarmHandler: ResourceHandler = {
  async create(given, context) {
    const { sandbox } = context;
    const properties = typed(TYPE, given);
    const name = stringOf(properties, 'AlarmName') ?? generatedName(context);
    if (sandbox.world.cloudwatch.alarms.has(name)) {
      throw new AwsError('AlreadyExists', `Resource of type '${TYPE}' with identifier '${name}' already exists.`);
    }
    const tags = upperTags(properties, context);
    await call(putMetricAlarm, { ...properties, AlarmName: name, Tags: tags }, sandbox);
    return { physicalId: name, ref: name, attributes: { Arn: arn(sandbox.world, 'cloudwatch', `alarm:${name}`) } };
  },
  async update(made, given, _previous, context) {
    const { sandbox } = context;
    const properties = without(typed(TYPE, given), 'Tags');
    await call(putMetricAlarm, { ...properties, AlarmName: made.physicalId }, sandbox);
    // PutMetricAlarm leaves the tags of an alarm that is there alone, and TagResource is not emulated.
    const tags = sandbox.world.cloudwatch.alarms.get(made.physicalId)?.tags;
    tags?.clear();
    for (const [key, value] of tagMap(given, context)) tags?.set(key, value);
    return made;
  },
  async remove(made, _properties, { sandbox }) {
    await call(deleteAlarms, { AlarmNames: [made.physicalId] }, sandbox);
  },
};
