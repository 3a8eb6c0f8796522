import { type Server } from 'node:net';

/** A listener's server, before and while it listens. */
export interface Port {
  readonly server: Server;
  /** Ends the connections that are open. */
  end(): void;
}
