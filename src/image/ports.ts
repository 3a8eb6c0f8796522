import { type EcrPort } from '../ports/aws/aws.ts';
import { type Clock } from '../ports/clock.ts';
import { type DockerPort } from '../ports/docker.ts';
import { type Log } from '../ports/log.ts';
import { type Runner } from '../ports/runner.ts';

/** What the image room touches. */
export interface ImagePorts {
  readonly ecr: EcrPort;
  readonly docker: DockerPort;
  readonly clock: Clock;
  readonly log: Log;
  readonly runner: Pick<Runner, 'context' | 'saveState'>;
  /** Ends a build or push that is running; what was thrown is then the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Where a built image goes. */
export interface Destination {
  /** `123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop`, as DescribeRepositories tells it. */
  readonly repositoryUri: string;
  /** For the IAM statement in an error; made from the URI where it is not given. */
  readonly repositoryArn?: string | undefined;
}
