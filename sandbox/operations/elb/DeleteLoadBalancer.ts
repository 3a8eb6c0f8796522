import {
  DeleteLoadBalancer$,
  type DeleteLoadBalancerInput,
  type DeleteLoadBalancerOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';

import { AwsError, operation } from '../../operation.ts';
import { removeListener } from './remove.ts';

/** Its listeners go with it; one that is not there is no fault (ELBv2 API: DeleteLoadBalancer). */
export const deleteLoadBalancer = operation<DeleteLoadBalancerInput, DeleteLoadBalancerOutput>(
  DeleteLoadBalancer$,
  async (input, sandbox) => {
    const { loadBalancers, listeners } = sandbox.world.elb;
    const balancer = loadBalancers.get(input.LoadBalancerArn ?? '');
    if (!balancer) return {};
    if (balancer.attributes.get('deletion_protection.enabled') === 'true') {
      throw new AwsError(
        'OperationNotPermitted',
        `Load balancer '${balancer.arn}' cannot be deleted because deletion protection is enabled`,
      );
    }
    const own = [...listeners.values()].filter((listener) => listener.loadBalancerArn === balancer.arn);
    loadBalancers.delete(balancer.arn);
    sandbox.world.elb.tags.delete(balancer.arn);
    await Promise.all(own.map(({ arn }) => removeListener(sandbox, arn)));
    return {};
  },
);
