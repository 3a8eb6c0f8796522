import { createListener } from '../../operations/elb/CreateListener.ts';
import { deleteListener } from '../../operations/elb/DeleteListener.ts';
import { modifyListener } from '../../operations/elb/ModifyListener.ts';
import { answered, call } from './call.ts';
import { restoring } from './elb-restoring.ts';
import { changeElbTags } from './elb-tags.ts';
import { type ResourceHandler } from './handler.ts';
import { upperTags } from './tags.ts';
import { typed } from './typed.ts';

const TYPE = 'AWS::ElasticLoadBalancingV2::Listener';

export const listenerHandler: ResourceHandler = {
  async create(given, context) {
    const { sandbox } = context;
    const properties = typed(TYPE, given);
    const input = { ...properties, Tags: upperTags(properties, context) };
    const { Listeners } = await call(createListener, input, sandbox);
    const arn = answered(Listeners?.[0]?.ListenerArn, 'ListenerArn');
    return { physicalId: arn, ref: arn, attributes: { ListenerArn: arn } };
  },
  /** With the default actions of the template, whatever changed: an edit puts back what a deployment has moved. */
  async update(made, given, _previous, context) {
    const { sandbox } = context;
    const properties = typed(TYPE, given);
    const arn = made.physicalId;
    // The listener itself at last: what moves traffic is done only when nothing else can be refused any more.
    await restoring(sandbox, arn, async () => {
      await changeElbTags(arn, properties, context);
      await call(modifyListener, { ...properties, ListenerArn: arn }, sandbox);
    });
    return made;
  },
  async remove(made, _properties, { sandbox }) {
    await call(deleteListener, { ListenerArn: made.physicalId }, sandbox);
  },
};
