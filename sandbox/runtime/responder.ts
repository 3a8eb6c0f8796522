/**
 * Tasks where no Docker engine is: each is a small HTTP server of this process that says which image, revision and task
 * it stands for. Health checks and traffic reach it as they would a container.
 */
import { createServer, type Server } from 'node:http';
import { type Clock } from '../clock.ts';
import { type Settings } from '../settings.ts';
import { behaviourOf } from './behaviour.ts';
import { playCourse } from './course.ts';
import { httpCheck } from './http-check.ts';
import { played, type PlayedTask } from './played-task.ts';
import { responderAnswer } from './responder-answer.ts';
import { type Endpoint, type TaskEvents, type TaskLaunch, type TaskRuntime } from './runtime.ts';

export function responderRuntime(clock: Clock, settings: Settings): TaskRuntime {
  const servers = new Set<Server>();
  // ECS, whose clock goes on, replaces tasks that have ended with the runtime.
  let closed = false;
  const open = async (launch: TaskLaunch, events: TaskEvents, task: PlayedTask, own: Server[]): Promise<void> => {
    const listening = await listenAll(settings, launch, events);
    for (const { server } of listening) servers.add(server);
    own.push(...listening.map(({ server }) => server));
    if (closed || !task.isAlive()) {
      for (const server of own) end(servers, server);
      return;
    }
    events.running(new Map(listening.map(({ port, endpoint }) => [port, endpoint])));
    playCourse({ clock, settings }, { launch, events, task }, crash(launch, events, task));
  };
  return {
    kind: 'responder',
    start(launch, events) {
      const own: Server[] = [];
      const task = played(launch, events, () => {
        for (const server of own) end(servers, server);
      });
      clock.after(settings.taskStartMs, () => {
        if (!closed && task.isAlive()) void clock.during(open(launch, events, task, own));
      });
      return task;
    },
    check: (_taskId, _port, check, endpoint) =>
      endpoint === null
        ? { reason: 'Target.FailedHealthChecks' }
        : httpCheck(endpoint, check, Math.max(1_000, clock.realMs(check.timeoutSeconds * 1_000))),
    close: () => {
      closed = true;
      for (const server of servers) end(servers, server);
      return Promise.resolve();
    },
  };
}

/** As when a process ends: its port is closed and its connections break. */
function end(servers: Set<Server>, server: Server): void {
  servers.delete(server);
  server.close();
  server.closeAllConnections();
}

function crash(launch: TaskLaunch, events: TaskEvents, task: PlayedTask): () => void {
  return () => {
    if (!task.isAlive()) return;
    const first = launch.containers.find(({ essential }) => essential);
    if (first) events.output(first.name, 'Error: FAULT is set, so this task crashes');
    task.crash();
  };
}

interface Listening {
  readonly port: number;
  readonly server: Server;
  readonly endpoint: Endpoint;
}

/** One server for each container port of the task. */
function listenAll(settings: Settings, launch: TaskLaunch, events: TaskEvents): Promise<Listening[]> {
  const ports = launch.containers.flatMap((container) => container.ports.map((port) => ({ container, port })));
  return Promise.all(
    ports.map(async ({ container, port }) => {
      const answer = responderAnswer(behaviourOf(settings, launch), launch, container, (line) => {
        events.output(container.name, line);
      });
      const server = createServer(answer);
      server.keepAliveTimeout = 120_000;
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen(0, '127.0.0.1', resolve);
      });
      const address = server.address();
      if (typeof address !== 'object' || !address) throw new Error('A responder got no port.');
      events.output(container.name, `${launch.revision} listens on port ${port}`);
      return { port, server, endpoint: { host: '127.0.0.1', port: address.port } };
    }),
  );
}
