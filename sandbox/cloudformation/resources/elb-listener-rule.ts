import { createRule } from '../../operations/elb/CreateRule.ts';
import { deleteRule } from '../../operations/elb/DeleteRule.ts';
import { modifyRule } from '../../operations/elb/ModifyRule.ts';
import { setRulePriorities } from '../../operations/elb/SetRulePriorities.ts';
import { findRule } from '../../operations/elb/lookup.ts';
import { answered, call } from './call.ts';
import { restoring } from './elb-restoring.ts';
import { changeElbTags } from './elb-tags.ts';
import { type ResourceHandler } from './handler.ts';
import { upperTags } from './tags.ts';
import { typed } from './typed.ts';

const TYPE = 'AWS::ElasticLoadBalancingV2::ListenerRule';

export const listenerRuleHandler: ResourceHandler = {
  async create(given, context) {
    const { sandbox } = context;
    const properties = typed(TYPE, given);
    const { Rules } = await call(createRule, { ...properties, Tags: upperTags(properties, context) }, sandbox);
    const arn = answered(Rules?.[0]?.RuleArn, 'RuleArn');
    return { physicalId: arn, ref: arn, attributes: { RuleArn: arn, IsDefault: false } };
  },
  /** With the actions of the template, whatever changed: an edit puts back what a deployment has moved. */
  async update(made, given, _previous, context) {
    const { sandbox } = context;
    const arn = made.physicalId;
    const { Actions, Conditions, Priority, Transforms, ...properties } = typed(TYPE, given);
    await restoring(sandbox, arn, async () => {
      if (Priority !== findRule(sandbox.world, arn).priority) {
        await call(setRulePriorities, { RulePriorities: [{ RuleArn: arn, Priority }] }, sandbox);
      }
      await call(modifyRule, { RuleArn: arn, Actions, Conditions, Transforms }, sandbox);
      await changeElbTags(arn, properties, context);
    });
    return made;
  },
  async remove(made, _properties, { sandbox }) {
    await call(deleteRule, { RuleArn: made.physicalId }, sandbox);
  },
};
