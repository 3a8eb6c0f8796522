import { isDeepStrictEqual } from 'node:util';
import {
  CreateTargetGroup$,
  type CreateTargetGroupInput,
  type CreateTargetGroupOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';

import { targetGroupByName } from '../../lifecycle/target-groups.ts';
import { arn, hex } from '../../ids.ts';
import { AwsError, operation } from '../../operation.ts';
import { type TargetGroup } from '../../world/elb.ts';
import { defaultHealthCheck, readHealthCheck } from './health-check.ts';
import { checkName } from './lookup.ts';
import { targetGroupInfo } from './shapes.ts';
import { readTags, setTags } from './tags.ts';

function readSettings(input: CreateTargetGroupInput): Omit<TargetGroup, 'arn'> {
  const name = checkName(input.Name, 'target group');
  const { Port: port, Protocol: protocol, VpcId: vpcId, TargetType: targetType = 'instance' } = input;
  if (port === undefined || protocol === undefined || vpcId === undefined) {
    throw new AwsError('ValidationError', 'A target group must have a port, a protocol and a VPC');
  }
  if (targetType !== 'ip' && targetType !== 'instance') {
    throw new AwsError('ValidationError', `The sandbox has the target types ip and instance, not '${targetType}'`);
  }
  const healthCheck = readHealthCheck(input, defaultHealthCheck(protocol));
  return { name, port, protocol, vpcId, targetType, healthCheck, attributes: new Map() };
}

/** The same settings under the same name again: the same group (ELBv2 API: the operation is idempotent). */
export const createTargetGroup = operation<CreateTargetGroupInput, CreateTargetGroupOutput>(
  CreateTargetGroup$,
  (input, { world, random }) => {
    const settings = readSettings(input);
    const existing = targetGroupByName(world, settings.name);
    if (existing) {
      if (isDeepStrictEqual({ ...settings, arn: existing.arn, attributes: existing.attributes }, { ...existing })) {
        return { TargetGroups: [targetGroupInfo(world, existing)] };
      }
      throw new AwsError(
        'DuplicateTargetGroupName',
        `A target group with the same name '${settings.name}' exists, but with different settings`,
      );
    }
    const tags = readTags(world, null, input.Tags);
    const group = {
      ...settings,
      arn: arn(world, 'elasticloadbalancing', `targetgroup/${settings.name}/${hex(random, 16)}`),
    };
    world.elb.targetGroups.set(group.arn, group);
    setTags(world, group.arn, tags);
    // A new group is behind no load balancer, and the answer has no list of them (AWS CLI: create-target-group, output).
    return { TargetGroups: [{ ...targetGroupInfo(world, group), LoadBalancerArns: undefined }] };
  },
);
