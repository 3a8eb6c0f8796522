import { type Faults } from '../../sandbox/control/faults.ts';
import { AwsError, type Sandbox } from '../../sandbox/operation.ts';
import { getDeployment } from '../../sandbox/operations/codedeploy/GetDeployment.ts';
import { getDeploymentTarget } from '../../sandbox/operations/codedeploy/GetDeploymentTarget.ts';
import { type CodeDeployPort } from '../../src/ports/aws/aws.ts';
import { AwsCallError, kindOf } from '../../src/ports/aws/error.ts';
import { type Clock } from '../../src/ports/clock.ts';

/** One call as its caller made it. */
export interface Asked {
  readonly at: number;
  readonly throttled: boolean;
}

/** From a call to its answer, half of it each way: taken as typical of CodeDeploy. */
const LATENCY_MS = 120;

/** CodeDeploy as the sandbox plays it, asked without HTTP; keeps when it was asked. */
export function watchedPort(
  { sandbox, clock, faults }: { sandbox: Sandbox; clock: Clock; faults: Faults },
  asked: Asked[],
): CodeDeployPort {
  async function call<T>(operation: string, on: string, answer: () => T | Promise<T>): Promise<T> {
    const at = clock.now();
    await clock.sleep(LATENCY_MS / 2);
    const fault = faults.meet(operation);
    asked.push({ at, throttled: fault !== null });
    try {
      if (fault !== null) throw new AwsError('ThrottlingException', 'Rate exceeded');
      return await answer();
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      const { code, status, message } = error;
      throw new AwsCallError({ service: 'codedeploy', operation, on }, { kind: kindOf(code, status), code, message });
    } finally {
      await clock.sleep(LATENCY_MS / 2);
    }
  }
  return {
    ...notWatched,
    getDeployment: (id) =>
      call('GetDeployment', id, async () => {
        return (await getDeployment.handle({ deploymentId: id }, sandbox, {})).deploymentInfo ?? {};
      }),
    async getEcsTarget(id, targetId) {
      try {
        return await call('GetDeploymentTarget', id, async () => {
          const answer = await getDeploymentTarget.handle({ deploymentId: id, targetId }, sandbox, {});
          return answer.deploymentTarget?.ecsTarget ?? null;
        });
      } catch (error) {
        if (error instanceof AwsCallError && error.code === 'DeploymentNotStartedException') return null;
        throw error;
      }
    },
  };
}

function no(): never {
  throw new Error('A watch does not call this.');
}

const notWatched = {
  getDeploymentGroup: no,
  getDeploymentConfig: no,
  createDeployment: no,
  listDeployments: no,
  getDeployments: no,
  getAppSpec: no,
  stopDeployment: no,
  continueDeployment: no,
};
