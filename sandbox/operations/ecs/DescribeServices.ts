import { DescribeServices$, type DescribeServicesRequest, type DescribeServicesResponse } from '@aws-sdk/client-ecs';
import { clusterOf } from '../../ecs/clusters.ts';
import { describeService } from '../../ecs/describe-service.ts';
import { findService } from '../../ecs/services.ts';
import { arn } from '../../ids.ts';
import { AwsError, operation } from '../../operation.ts';

/** At most 10 at once; an unknown service is a failure MISSING in an answer of 200 (ECS API: DescribeServices). */
export const describeServices = operation<DescribeServicesRequest, DescribeServicesResponse>(
  DescribeServices$,
  (input, { world, settings }) => {
    const cluster = clusterOf(world, input.cluster);
    const asked = input.services ?? [];
    if (asked.length === 0) throw new AwsError('InvalidParameterException', 'Services cannot be empty.');
    if (asked.length > 10)
      throw new AwsError('InvalidParameterException', 'Services cannot have more than 10 elements.');
    const withTags = input.include?.includes('TAGS') === true;
    const found = asked.map((name) => ({ name, service: findService(world, cluster.arn, name) }));
    return {
      services: found.flatMap(({ service }) =>
        service ? [{ ...describeService(service, settings), ...(withTags && { tags: [...service.tags] }) }] : [],
      ),
      failures: found.flatMap(({ name, service }) => {
        if (service) return [];
        const missing = name.startsWith('arn:') ? name : arn(world, 'ecs', `service/${cluster.name}/${name}`);
        return [{ arn: missing, reason: 'MISSING' }];
      }),
    };
  },
);
