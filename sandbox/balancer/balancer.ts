/** The load balancers' real ports, as operations and the page see them. */
import { type Endpoint } from '../runtime/runtime.ts';

export interface Balancer {
  /** Opens a listener's port on the loopback. Rejects with an `AwsError` where it cannot be had. */
  open(listenerArn: string): Promise<void>;
  /** Closes it; connections that are open are ended. A listener that is not open is no fault. */
  closeListener(listenerArn: string): Promise<void>;
  /** Where the listener really answers; null where the sandbox opens no ports. */
  endpoint(listenerArn: string): Endpoint | null;
  close(): Promise<void>;
}

/** For sandboxes without traffic: listeners exist on paper only. */
export const paperBalancer: Balancer = {
  open: () => Promise.resolve(),
  closeListener: () => Promise.resolve(),
  endpoint: () => null,
  close: () => Promise.resolve(),
};
