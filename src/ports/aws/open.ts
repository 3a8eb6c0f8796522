import { StepError } from '../../errors.ts';
import { type Aws, type EcrPort, type RegistryAddress } from './aws.ts';
import { type ClientSettings } from './config.ts';
import { type LogsPort } from './task-port.ts';

/**
 * The one door to the AWS SDK: nothing of it is loaded before this is called, and a service that a run does not need
 * (ECR, where an image is given with its digest) is not loaded at all.
 */
export async function openAws(settings: ClientSettings): Promise<Aws> {
  const [{ credentialsEnd, ecsPort, findRegion }, { codeDeployPort }, { elbPort }] = await Promise.all([
    import('./ecs.ts'),
    import('./codedeploy.ts'),
    import('./elb.ts'),
  ]);
  return {
    region: settings.region ?? (await findRegion().catch(noRegion)),
    ecs: ecsPort(settings),
    codedeploy: codeDeployPort(settings),
    elb: elbPort(settings),
    ecr: lazyEcr(settings),
    logs: lazyLogs(settings),
    alarms: { states: async (names) => (await import('./alarms.ts')).alarmPort(settings).states(names) },
    scaling: {
      activities: async (...of) => (await import('./scaling.ts')).scalingPort(settings).activities(...of),
    },
    credentialsEnd,
  };
}

function noRegion(cause: unknown): never {
  throw new StepError(
    {
      tried: 'find the AWS region',
      on: 'AWS_REGION and the shared AWS configuration',
      why: 'neither names one.',
      repair:
        "Set it in an earlier step (aws-actions/configure-aws-credentials with 'aws-region'), or as env AWS_REGION.",
    },
    { cause },
  );
}

function lazyLogs(settings: ClientSettings): LogsPort {
  let opened: Promise<LogsPort> | undefined;
  return {
    events: async (of, token) => {
      opened ??= import('./logs.ts').then(({ logsPort }) => logsPort(settings));
      return (await opened).events(of, token);
    },
  };
}

function lazyEcr(settings: ClientSettings, registry: RegistryAddress | null = null): EcrPort {
  let opened: Promise<EcrPort> | undefined;
  const open = (): Promise<EcrPort> =>
    (opened ??= import('./ecr.ts').then(({ ecrPort }) => ecrPort(settings, registry)));
  return {
    at: (address) => lazyEcr(settings, address),
    describeRepository: async (name) => (await open()).describeRepository(name),
    describeImage: async (repository, image) => (await open()).describeImage(repository, image),
    describeImages: async (repository, images) => (await open()).describeImages(repository, images),
    manifests: async (repository, images) => (await open()).manifests(repository, images),
    tagImage: async (repository, image, tag) => (await open()).tagImage(repository, image, tag),
    scanFindings: async (repository, digest) => (await open()).scanFindings(repository, digest),
    authorization: async () => (await open()).authorization(),
  };
}
