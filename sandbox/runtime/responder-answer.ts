import { type RequestListener } from 'node:http';
import { type Behaviour } from './behaviour.ts';
import { type ContainerLaunch, type TaskLaunch } from './runtime.ts';

/** A flaky image fails every second request. */
const FLAKY_EVERY = 2;

const isHealthCheck = (agent: string | undefined): boolean => agent?.startsWith('ELB-HealthChecker/') === true;

/** Answers every request with what it stands for; `print` gets what a container would write. */
export function responderAnswer(
  behaviour: Behaviour,
  launch: TaskLaunch,
  container: ContainerLaunch,
  print: (line: string) => void,
): RequestListener {
  const { taskId, revision } = launch;
  let served = 0;
  return (request, response) => {
    const check = isHealthCheck(request.headers['user-agent']);
    if (!check) served += 1;
    const sick = check && behaviour === 'unhealthy';
    const failing = !check && behaviour === 'flaky' && served % FLAKY_EVERY === 0;
    const status = sick ? 503 : failing ? 500 : 200;
    if (status !== 200) print(`${request.method ?? ''} ${request.url ?? ''} ${status}`.slice(0, 200));
    const body = JSON.stringify({ image: container.image, revision, task: taskId, container: container.name });
    request.resume();
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}
