/** The load balancers' real ports, as operations and the page see them. */
import { type Sandbox } from '../operation.ts';
import { type Endpoint } from '../runtime/runtime.ts';

export interface Balancer {
  /**
   * Opens a listener's port on the loopback. Rejects with an `AwsError` where it cannot be had.
   * null: there is nothing to open, and nothing to wait for.
   */
  open(listenerArn: string): Promise<void> | null;
  /** Closes it; connections that are open are ended. A listener that is not open is no fault. */
  closeListener(listenerArn: string): Promise<void>;
  /** Where listeners really answer; null where none does. */
  readonly host: string | null;
  /** Where the listener really answers; null where it has no port. */
  endpoint(listenerArn: string): Endpoint | null;
  close(): Promise<void>;
}

/** What a balancer with real ports stands on: it reads the world at every request, and counts in `traffic`. */
export type Served = Pick<Sandbox, 'world' | 'clock' | 'traffic'>;

/** For sandboxes without traffic: listeners exist on paper only. */
export const paperBalancer: Balancer = {
  open: () => null,
  closeListener: () => Promise.resolve(),
  host: null,
  endpoint: () => null,
  close: () => Promise.resolve(),
};
