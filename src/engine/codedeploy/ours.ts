import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { StepError } from '../../errors.ts';
import { AwsCallError, isTransient } from '../../ports/aws/error.ts';
import { permissionFor } from '../../report/permission.ts';
import { type StartRequest } from '../engine.ts';
import { backoffMs } from '../../backoff.ts';
import { carriesMarker, carriesRun } from './marker.ts';
import { type StartPorts } from './start.ts';
import { isRollback } from './whose.ts';

const READ_LIMIT = 6;

/** How a deployment of this run is told from all others of the group. */
export type Wanted = Pick<StartRequest, 'application' | 'group' | 'marker'> & {
  readonly appspec: Pick<StartRequest['appspec'], 'sha256'>;
};

/** True where this attempt made the deployment: its marker in the description, and all that was asked for. */
export function isOurs(info: DeploymentInfo, request: Wanted): boolean {
  return carriesMarker(info.description ?? '', request.marker) && isAskedFor(info, request);
}

/** True where an attempt of the same job of the same run made it, and it does what is asked for now. */
export function isOfThisRun(info: DeploymentInfo, request: Wanted): boolean {
  return carriesRun(info.description ?? '', request.marker) && isAskedFor(info, request);
}

/** The group and the AppSpec of the request, and no rollback. GetDeployment never returns an AppSpec, but its hash. */
function isAskedFor(info: DeploymentInfo, { application, group, appspec }: Wanted): boolean {
  const { applicationName = application, deploymentGroupName = group } = info;
  const sameGroup = applicationName === application && deploymentGroupName === group;
  const sameAppSpec = info.revision?.appSpecContent?.sha256?.toLowerCase() === appspec.sha256.toLowerCase();
  return sameGroup && sameAppSpec && !isRollback(info);
}

/** This run's deployment among those of the group since `since` (epoch milliseconds); null when none is. */
export async function findOurs(ports: StartPorts, request: Wanted, since: number): Promise<string | null> {
  const { application, group } = request;
  const ids = await readSurely(ports, request, () => ports.codedeploy.listDeployments(application, group, since));
  for (const id of ids) {
    const info = await readSurely(ports, request, () => ports.codedeploy.getDeployment(id));
    if (isOurs(info, request)) return id;
  }
  return null;
}

/** Nothing may be started before this is known: transient faults are ridden out for about a minute. */
export async function readSurely<T>(ports: StartPorts, request: Wanted, read: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof AwsCallError)) throw error;
      if (!isTransient(error) || attempt >= READ_LIMIT) throw unknownOutcome(error, request);
      await ports.clock.sleep(backoffMs(attempt, ports.random));
    }
  }
}

function unknownOutcome(error: AwsCallError, request: Wanted): StepError {
  const permission = error.kind === 'denied' ? ` ${permissionFor(error)}` : '';
  return new StepError(
    {
      tried: 'find out whether the deployment was started',
      on: `${request.application} / ${request.group}`,
      why: `CreateDeployment did not give a usable answer, and the look at the group's deployments failed: ${error.message}`,
      repair:
        `A deployment may be running. Look for one of this group whose description begins with "${request.marker}", ` +
        `and run this job again when it has ended.${permission}`,
    },
    { cause: error },
  );
}
