import { deregisterTaskDefinition } from '../../operations/ecs/DeregisterTaskDefinition.ts';
import { registerTaskDefinition } from '../../operations/ecs/RegisterTaskDefinition.ts';
import { type JsonObject } from '../../json.ts';
import { isObject } from '../template/shape.ts';
import { call } from './call.ts';
import { changeEcsTags } from './ecs-tags.ts';
import { type ResourceHandler } from './handler.ts';
import { stringOf } from './members.ts';
import { generatedName } from './names.ts';
import { lowerTags } from './tags.ts';
import { camelCased } from './typed.ts';

const TYPE = 'AWS::ECS::TaskDefinition';

/** CloudFormation names the proxy's properties otherwise than ECS does. */
function proxyOf(proxy: JsonObject): JsonObject {
  const { proxyConfigurationProperties: properties, ...members } = proxy;
  return { ...members, ...(properties !== undefined && { properties }) };
}

/** What is registered: the template's members, all of them and no more. */
export function bodyOf(properties: JsonObject): JsonObject {
  const body = camelCased(TYPE, properties);
  const proxy = body['proxyConfiguration'];
  return isObject(proxy) ? { ...body, proxyConfiguration: proxyOf(proxy) } : body;
}

export const taskDefinitionHandler: ResourceHandler = {
  async create(properties, context) {
    const { sandbox } = context;
    const family = stringOf(properties, 'Family') ?? generatedName(context);
    const tags = lowerTags(properties, context);
    const input = { ...bodyOf(properties), family, ...(tags.length > 0 && { tags }) };
    const { body } = await call(registerTaskDefinition, input, sandbox);
    const registered = body['taskDefinition'];
    const arn = isObject(registered) ? stringOf(registered, 'taskDefinitionArn') : undefined;
    if (arn === undefined) throw new Error('The answer of RegisterTaskDefinition lacks the ARN.');
    return { physicalId: arn, ref: arn, attributes: { TaskDefinitionArn: arn } };
  },
  /** Everything but the tags replaces it. */
  async update(made, properties, _previous, context) {
    await changeEcsTags(made.physicalId, properties, context);
    return made;
  },
  async remove(made, _properties, { sandbox }) {
    await call(deregisterTaskDefinition, { taskDefinition: made.physicalId }, sandbox);
  },
};
