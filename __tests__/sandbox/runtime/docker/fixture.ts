/** Tasks as the scheduler would launch them, and what is told of them. */
import { randomBytes } from 'node:crypto';
import {
  type ContainerLaunch,
  type Endpoint,
  type TaskEvents,
  type TaskLaunch,
} from '../../../../sandbox/runtime/runtime.ts';

export const containerOf = (given: Partial<ContainerLaunch>): ContainerLaunch => ({
  name: 'app',
  image: 'no-image',
  essential: true,
  ports: [],
  entryPoint: null,
  command: null,
  environment: {},
  user: null,
  workingDirectory: null,
  stopTimeoutSeconds: 30,
  healthCheck: null,
  ...given,
});

export const taskOf = (...containers: Partial<ContainerLaunch>[]): TaskLaunch => ({
  taskId: randomBytes(16).toString('hex'),
  revision: 'web:3',
  cluster: 'shop',
  service: 'web',
  course: null,
  containers: containers.map(containerOf),
});

/** A container of an image with Node that runs a script. */
export const scriptOf = (
  image: string,
  code: string,
  given: Partial<ContainerLaunch> = {},
): Partial<ContainerLaunch> => ({ image, command: ['node', '-e', code], ...given });

export const SERVER = `require('http').createServer((q, s) => s.end('hello')).listen(8080, () => console.log('up'))`;
export const FOREVER = `setInterval(() => {}, 1000); console.log('up')`;

/** Everything that a task's runtime tells, in its order, and a way to wait for it. */
export class Told implements TaskEvents {
  /** `running`, `exited app 0`, `failed app …`, `health app HEALTHY` */
  readonly events: string[] = [];
  readonly lines: string[] = [];
  ports: ReadonlyMap<number, Endpoint> = new Map();
  private readonly waiting: (() => void)[] = [];

  running(ports: ReadonlyMap<number, Endpoint>): void {
    this.ports = ports;
    this.add('running');
  }
  health(container: string, status: string): void {
    this.add(`health ${container} ${status}`);
  }
  exited(container: string, exitCode: number | null, reason: string | null): void {
    this.add(['exited', container, String(exitCode), ...(reason === null ? [] : [reason])].join(' '));
  }
  failed(container: string, reason: string): void {
    this.add(`failed ${container} ${reason}`);
  }
  output(container: string, line: string): void {
    this.lines.push(`${container}: ${line}`);
    this.wake();
  }

  /** Resolves once an event, or a line, begins so. A test that waits in vain ends by its time limit. */
  async until(start: string): Promise<void> {
    while (![...this.events, ...this.lines].some((one) => one.startsWith(start))) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  /** Resolves when the task runs and the container has written `up`, in whichever order. */
  async up(container = 'app'): Promise<void> {
    await Promise.all([this.until('running'), this.until(`${container}: up`)]);
  }

  url(port: number, path = '/'): string {
    const endpoint = this.ports.get(port);
    if (!endpoint) throw new Error(`port ${port} is not published`);
    return `http://${endpoint.host}:${endpoint.port}${path}`;
  }

  private add(event: string): void {
    this.events.push(event);
    this.wake();
  }
  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
