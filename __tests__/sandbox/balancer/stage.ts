/** Listeners with real ports in front of stub targets. */
import { createServer, type RequestListener, Server } from 'node:http';
import { type Server as TcpServer } from 'node:net';
import { listenerPorts } from '../../../sandbox/balancer/ports.ts';
import { type Counts, noCounts } from '../../../sandbox/balancer/traffic.ts';
import { steppedClock } from '../../../sandbox/clock.ts';
import { seededRandom } from '../../../sandbox/ids.ts';
import { type Sandbox } from '../../../sandbox/operation.ts';
import { elbOperations } from '../../../sandbox/operations/elb/index.ts';
import { type Endpoint } from '../../../sandbox/runtime/runtime.ts';
import { createSandbox } from '../../../sandbox/sandbox.ts';
import { type Action, type Target } from '../../../sandbox/world/elb.ts';

export interface Stage {
  readonly sandbox: Sandbox;
  /** The load balancer's ARN. */
  readonly balancer: string;
  /** ARNs of two target groups. */
  readonly blue: string;
  readonly green: string;
  call(operation: string, input: object): Promise<Record<string, unknown>>;
  /** CreateListener with these default actions; its ARN and its real port. */
  listen(actions: readonly object[], input?: object): Promise<{ arn: string; port: number; url: string }>;
  /** A stub target, registered in a group as healthy. */
  target(group: string, revision: string, answer: RequestListener | null): Promise<StubTarget>;
  register(group: string, revision: string, endpoint: Endpoint | null): Target;
  /** What the sandbox counted for a listener, over all revisions. */
  counts(listenerArn: string): Readonly<Counts>;
  /** Closes all that it opened. */
  close(): Promise<void>;
}

export interface StubTarget {
  readonly server: Server;
  readonly target: Target;
  readonly endpoint: Endpoint;
}

/** What makes a listener an HTTPS one. */
export const secure = {
  Protocol: 'HTTPS',
  Certificates: [{ CertificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/1b2c' }],
};

interface StageOptions {
  readonly type?: 'application' | 'network';
  readonly secondMs?: number;
  readonly fixed?: ReadonlyMap<number, number>;
  readonly log?: (line: string) => void;
}

export async function stage({ type = 'application', ...options }: StageOptions = {}): Promise<Stage> {
  const sandbox = createSandbox({
    clock: steppedClock(),
    random: seededRandom(4),
    balancer: (served) => listenerPorts(served, options),
  });
  const servers: TcpServer[] = [];
  const call: Stage['call'] = async (operation, input) => {
    const found = elbOperations[operation];
    if (!found) throw new Error(`There is no operation ${operation}.`);
    return (await found.handle(input, sandbox, {})) as Record<string, unknown>; // an operation's output is an object
  };
  const balancer = arnIn(await call('CreateLoadBalancer', { Name: 'web', Type: type }), 'LoadBalancers');
  const protocol = type === 'network' ? 'TCP' : 'HTTP';
  const group = async (Name: string): Promise<string> =>
    arnIn(
      await call('CreateTargetGroup', { Name, Port: 80, Protocol: protocol, VpcId: 'vpc-1', TargetType: 'ip' }),
      'TargetGroups',
    );
  const register: Stage['register'] = (targetGroupArn, revision, endpoint) => {
    const target = targetOf(targetGroupArn, revision, endpoint);
    sandbox.world.elb.targets.set(targetGroupArn, [...(sandbox.world.elb.targets.get(targetGroupArn) ?? []), target]);
    return target;
  };
  return {
    sandbox,
    balancer,
    blue: await group('blue'),
    green: await group('green'),
    call,
    async listen(DefaultActions, input = {}) {
      const given = { LoadBalancerArn: balancer, Port: 80, Protocol: protocol, DefaultActions, ...input };
      const arn = arnIn(await call('CreateListener', given), 'Listeners');
      const port = sandbox.balancer.endpoint(arn)?.port ?? 0;
      return { arn, port, url: `http://127.0.0.1:${port}` };
    },
    async target(targetGroupArn, revision, answer) {
      const server = createServer(answer ?? (() => undefined));
      servers.push(server);
      const endpoint = { host: '127.0.0.1', port: await listening(server) };
      return { server, endpoint, target: register(targetGroupArn, revision, endpoint) };
    },
    register,
    counts: (listenerArn) => sumOf([...(sandbox.traffic.totals().get(listenerArn)?.values() ?? [])]),
    async close() {
      await sandbox.balancer.close();
      await Promise.all(servers.map(closed));
    },
  };
}

export const forward = (...weights: readonly (readonly [group: string, weight: number])[]): Action => ({
  Type: 'forward',
  ForwardConfig: { TargetGroups: weights.map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight })) },
});

export const targetOf = (targetGroupArn: string, revision: string, endpoint: Endpoint | null): Target => ({
  targetGroupArn,
  id: '10.0.0.1',
  port: 8080,
  taskId: revision,
  revision,
  endpoint,
  state: 'healthy',
  reason: null,
  description: null,
  passed: 0,
  failed: 0,
});

export async function listening(server: TcpServer): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The stub got no port.');
  return address.port;
}

export async function closed(server: TcpServer): Promise<void> {
  if (server instanceof Server) server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** The ARN of the first of a list in an answer. */
export function arnIn(answer: Record<string, unknown>, list: string): string {
  const items = answer[list];
  const first: unknown = Array.isArray(items) ? items[0] : undefined;
  const members = typeof first === 'object' && first !== null ? Object.entries(first) : [];
  const own = `${list === 'Listeners' ? 'Listener' : list.slice(0, -1)}Arn`;
  const arn: unknown = members.find(([name]) => name === own)?.[1];
  if (typeof arn !== 'string') throw new Error(`The answer has no ${list} with an ARN.`);
  return arn;
}

function sumOf(all: readonly Readonly<Counts>[]): Readonly<Counts> {
  const names = Object.keys(noCounts()) as (keyof Counts)[]; // it has no other members
  return names.reduce((sum, name) => ({ ...sum, [name]: all.reduce((n, counts) => n + counts[name], 0) }), noCounts());
}
