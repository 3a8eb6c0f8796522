/** A listener's place: what its requests share, and how one is decided. */
import { type IncomingMessage } from 'node:http';
import { type Endpoint } from '../runtime/runtime.ts';
import { type Listener, type Target } from '../world/elb.ts';
import { type Served } from './balancer.ts';
import { type Hop } from './headers.ts';
import { type Incoming, incomingOf, refusalOf } from './incoming.ts';
import { errorPage, fixedPage, type Page, redirectPage } from './pages.ts';
import { type Pools } from './pools.ts';
import { locationOf, redirectStatus } from './redirect.ts';
import { type Rotation } from './rotation.ts';
import { Router } from './routes.ts';
import { type TraceIds } from './trace-id.ts';

/** What all listeners of a sandbox share. */
export interface Shared {
  readonly served: Served;
  readonly pools: Pools;
  readonly rotation: Rotation;
  readonly traceIds: TraceIds;
  /** Real milliseconds that a second of a time-out takes: 1000, but for tests. */
  readonly secondMs: number;
  readonly endpoint: (listenerArn: string) => Endpoint | null;
  readonly log: (line: string) => void;
}

/** Where a request goes. */
export interface Way {
  readonly kind: 'way';
  readonly incoming: Incoming;
  readonly target: Target;
  readonly endpoint: Endpoint;
}

export interface Own {
  readonly kind: 'page';
  readonly page: Page;
  readonly targetGroupArn: string | null;
  readonly revision: string | null;
  /** The client is at fault, and what it sends next is not to be trusted. */
  readonly isRefusal: boolean;
}

const own = (page: Page, targetGroupArn: string | null = null, revision: string | null = null): Own => ({
  kind: 'page',
  page,
  targetGroupArn,
  revision,
  isRefusal: false,
});

export class Site {
  readonly listenerArn: string;
  readonly shared: Shared;
  private readonly router: Router;

  constructor(listenerArn: string, shared: Shared) {
    this.listenerArn = listenerArn;
    this.shared = shared;
    this.router = new Router(shared.served.world, listenerArn);
  }

  /** undefined once it is deleted. */
  get listener(): Listener | undefined {
    return this.shared.served.world.elb.listeners.get(this.listenerArn);
  }

  /** Real milliseconds. Attribute idle_timeout.timeout_seconds. */
  get idleMs(): number {
    return Number(this.attribute('idle_timeout.timeout_seconds') ?? 60) * this.shared.secondMs;
  }

  get hop(): Hop {
    const mode = this.attribute('routing.http.xff_header_processing.mode');
    return {
      port: this.listener?.port ?? 80,
      protocol: this.listener?.protocol === 'HTTPS' ? 'https' : 'http',
      forwardedFor: mode === 'preserve' || mode === 'remove' ? mode : 'append',
      withClientPort: this.attribute('routing.http.xff_client_port.enabled') === 'true',
      dropInvalid: this.attribute('routing.http.drop_invalid_header_fields.enabled') === 'true',
      preserveHost: this.attribute('routing.http.preserve_host_header.enabled') === 'true',
      traceIds: this.shared.traceIds,
    };
  }

  decide(request: IncomingMessage): Way | Own {
    const refused = refusalOf(request);
    const incoming = refused === null ? incomingOf(request) : null;
    if (!incoming) return { ...own(errorPage(refused ?? 400)), isRefusal: true };
    const route = this.router.route(incoming);
    const action = route?.action;
    if (action?.FixedResponseConfig) return own(fixedPage(action.FixedResponseConfig));
    if (action?.RedirectConfig) return this.redirect(action.RedirectConfig, incoming);
    const targetGroupArn = route?.wheel.next() ?? null;
    const target = targetGroupArn === null ? null : this.targetOf(targetGroupArn);
    // A group without targets does not hand its share to another (ELB User Guide for ALB: forward actions).
    if (!target) return own(errorPage(503), targetGroupArn);
    if (!target.endpoint) return own(errorPage(502), targetGroupArn, target.revision);
    return { kind: 'way', incoming, target, endpoint: target.endpoint };
  }

  /** For a connection that nothing is known of but that it came. */
  decideFlow(address: string): Target | null {
    const asked = { method: '', host: '', path: '', query: '', headers: {}, values: () => [], address };
    const targetGroupArn = this.router.route(asked)?.wheel.next() ?? null;
    return targetGroupArn === null ? null : this.targetOf(targetGroupArn);
  }

  /** `fromBalancer`: the status is the load balancer's own. */
  count(
    targetGroupArn: string | null,
    revision: string | null,
    status: number,
    fromBalancer: boolean,
    targetMs: number | null,
  ): void {
    const { listenerArn } = this;
    this.shared.served.traffic.record({ listenerArn, targetGroupArn, revision, status, fromBalancer, targetMs });
  }

  countOwn({ page, targetGroupArn, revision }: Own): void {
    this.count(targetGroupArn, revision, page.status, true, null);
  }

  private targetOf(targetGroupArn: string): Target | null {
    const targets = this.shared.served.world.elb.targets.get(targetGroupArn);
    return targets ? this.shared.rotation.next(targetGroupArn, targets) : null;
  }

  private redirect(config: Readonly<Record<string, string>>, incoming: Incoming): Own {
    const { port, protocol } = this.hop;
    const location = locationOf(config, incoming, { port, protocol }, (wanted) => this.realPort(wanted));
    return own(redirectPage(redirectStatus(config), location));
  }

  private realPort(port: number): Endpoint | null {
    const { listeners } = this.shared.served.world.elb;
    const balancer = this.listener?.loadBalancerArn;
    for (const { arn, loadBalancerArn, port: other } of listeners.values()) {
      if (loadBalancerArn === balancer && other === port) return this.shared.endpoint(arn);
    }
    return null;
  }

  private attribute(key: string): string | undefined {
    const { loadBalancers } = this.shared.served.world.elb;
    return loadBalancers.get(this.listener?.loadBalancerArn ?? '')?.attributes.get(key);
  }
}
