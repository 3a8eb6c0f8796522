import {
  PutScalingPolicy$,
  type PutScalingPolicyRequest,
  type PutScalingPolicyResponse,
} from '@aws-sdk/client-application-auto-scaling';
import { invalid, resourceIdOf, targetOf } from '../../autoscaling/targets.ts';
import { makeTrackingAlarms, removeTrackingAlarms } from '../../autoscaling/tracking-alarms.ts';
import { arn, uuid } from '../../ids.ts';
import { operation } from '../../operation.ts';
import { type ScalingPolicy } from '../../world/autoscaling.ts';
import { alarmsOf } from './DescribeScalingPolicies.ts';

/** Recorded, with the alarms that target tracking makes; no policy scales by itself here. */
export const putScalingPolicy = operation<PutScalingPolicyRequest, PutScalingPolicyResponse>(
  PutScalingPolicy$,
  (input, sandbox) => {
    const { world, clock, random } = sandbox;
    const target = targetOf(sandbox, resourceIdOf(input));
    const { PolicyName: name = '' } = input;
    const before = target.policies.get(name);
    const configuration = configurationOf(input, before);
    const path = `${uuid(random)}:resource/ecs/${target.resourceId}:policyName/${name}`;
    const policyArn = before?.arn ?? arn(world, 'autoscaling', `scalingPolicy:${path}`);
    const alarms =
      configuration.type === 'TargetTrackingScaling'
        ? makeTrackingAlarms(sandbox, target.resourceId, policyArn, configuration.value)
        : [];
    removeTrackingAlarms(sandbox, before);
    const policy = { arn: policyArn, name, createdAt: before?.createdAt ?? clock.now(), configuration, alarms };
    target.policies.set(name, policy);
    return { PolicyARN: policyArn, Alarms: alarmsOf(world, policy) };
  },
);

function configurationOf(
  input: PutScalingPolicyRequest,
  before: ScalingPolicy | undefined,
): ScalingPolicy['configuration'] {
  const type = input.PolicyType ?? before?.configuration.type ?? 'StepScaling';
  if (before && type !== before.configuration.type) throw invalid('The type of a scaling policy cannot be changed.');
  const { TargetTrackingScalingPolicyConfiguration: tracking, StepScalingPolicyConfiguration: steps } = input;
  if (type === 'TargetTrackingScaling') {
    if (!tracking || steps)
      throw invalid('A TargetTrackingScaling policy needs TargetTrackingScalingPolicyConfiguration alone.');
    return { type, value: tracking };
  }
  if (type !== 'StepScaling') throw invalid(`The policy type ${type} is not emulated by this sandbox.`);
  if (!steps || tracking) throw invalid('A StepScaling policy needs StepScalingPolicyConfiguration alone.');
  if (!steps.AdjustmentType || !steps.StepAdjustments?.length) {
    throw invalid('StepScalingPolicyConfiguration needs AdjustmentType and StepAdjustments.');
  }
  return { type, value: steps };
}
