import { CreateRule$, type CreateRuleInput, type CreateRuleOutput } from '@aws-sdk/client-elastic-load-balancing-v2';

import { hex } from '../../ids.ts';
import { AwsError, operation } from '../../operation.ts';
import { checkAssociation, readActions } from './actions.ts';
import { readConditions } from './conditions.ts';
import { findListener } from './lookup.ts';
import { checkPriority } from './priority.ts';
import { ruleArn, ruleInfo } from './shapes.ts';
import { readTags, setTags } from './tags.ts';

export const createRule = operation<CreateRuleInput, CreateRuleOutput>(CreateRule$, (input, { world, random }) => {
  const listener = findListener(world, input.ListenerArn);
  const priority = checkPriority(input.Priority);
  const others = [...world.elb.rules.values()].filter((rule) => rule.listenerArn === listener.arn);
  if (others.some((rule) => rule.priority === priority)) {
    throw new AwsError('PriorityInUse', `Priority '${String(priority)}' is currently in use`);
  }
  if (input.Transforms?.length) throw new AwsError('ValidationError', 'The sandbox has no transforms');
  const actions = readActions(world, input.Actions);
  checkAssociation(world, actions, listener.loadBalancerArn);
  const tags = readTags(world, null, input.Tags);
  const rule = {
    arn: ruleArn(listener.arn, hex(random, 16)),
    listenerArn: listener.arn,
    priority,
    conditions: readConditions(input.Conditions),
    actions,
  };
  world.elb.rules.set(rule.arn, rule);
  setTags(world, rule.arn, tags);
  return { Rules: [ruleInfo(rule)] };
});
