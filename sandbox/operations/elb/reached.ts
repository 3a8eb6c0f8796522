/** Where the API says that a load balancer and its listeners are reached. */
import { type Sandbox } from '../../operation.ts';
import { type Listener, type LoadBalancer } from '../../world/elb.ts';

export type Reached = Pick<Sandbox, 'settings' | 'balancer'>;

/** A name as on AWS resolves nowhere: where listeners have real ports, it is their host. */
export function dnsNameOf({ dnsName }: LoadBalancer, { settings, balancer }: Reached): string {
  return settings.listenerAddresses === 'real' ? (balancer.host ?? dnsName) : dnsName;
}

export function portOf({ arn, port }: Listener, { settings, balancer }: Reached): number {
  return settings.listenerAddresses === 'real' ? (balancer.endpoint(arn)?.port ?? port) : port;
}
