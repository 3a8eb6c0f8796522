import { messageOf, StepError } from '../errors.ts';
import { removeDockerConfig } from '../ports/docker.ts';
import { attempts } from './attempts.ts';
import { registryFault } from './faults.ts';
import { type Destination, type ImagePorts } from './ports.ts';
import { splitUri } from './reference.ts';
import { type Told } from './told.ts';

/** The environment of Docker calls that are logged in to the registry of the destination. */
export type SessionEnv = Readonly<Record<string, string>>;

/** Where the path of the temporary Docker configuration stands for the `post` step. */
export const DOCKER_CONFIG_STATE = 'docker-config';

/**
 * Logs in to the registry, runs `work`, and removes the log-in, whatever comes of it. The path of the temporary
 * configuration is told to the `post` step, for a run that is killed.
 */
export async function withSession<T>(
  destination: Destination,
  ports: ImagePorts,
  work: (env: SessionEnv) => Promise<T>,
): Promise<T> {
  const { registry } = splitUri(destination.repositoryUri);
  const config = await ports.docker.isolate(ports.runner.context.temp, registry);
  ports.runner.saveState(DOCKER_CONFIG_STATE, config.path);
  try {
    await logIn(destination, ports, config.env);
    return await work(config.env);
  } finally {
    await remove(config.path, ports);
  }
}

async function remove(path: string, { log }: ImagePorts): Promise<void> {
  try {
    await removeDockerConfig(path);
  } catch (error) {
    log.warning(`The temporary Docker configuration ${path} could not be removed: ${messageOf(error)}`);
  }
}

async function logIn(destination: Destination, ports: ImagePorts, env: SessionEnv): Promise<void> {
  const { registry } = splitUri(destination.repositoryUri);
  const { user, password } = await ports.ecr.authorization();
  ports.log.mask(password);
  // The form in which Docker writes it down.
  const encoded = Buffer.from(`${user}:${password}`).toString('base64');
  ports.log.mask(encoded);
  const what = `log in to ${registry}`;
  const told = await attempts(ports, what, async (): Promise<Told> => {
    const { signal } = ports;
    const args = ['login', '--username', user, '--password-stdin', registry];
    const { code, stdout, stderr } = await ports.docker.run(args, { env, input: password, signal });
    signal?.throwIfAborted();
    const lines = `${stdout}\n${stderr}`.replaceAll(password, '***').replaceAll(encoded, '***').split('\n');
    return { ok: code === 0, lines };
  });
  if (!told.ok) throw new StepError(registryFault('log in to the registry', registry, destination, told.lines));
  ports.log.info(`Logged in to ${registry}, in a Docker configuration of this run only.`);
}
