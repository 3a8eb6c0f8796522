import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { type WaitInputs } from '../inputs/types.ts';
import { type Waiting } from '../plan.ts';
import { type CodeDeployPort } from '../ports/aws/aws.ts';
import { readConfig } from '../target/config.ts';
import { testListener } from '../target/facts.ts';
import { type DeploymentConfig, type DeploymentGroup } from '../target/target.ts';
import { waitingOf } from '../target/waiting.ts';

/** What another deployment waits for, and for how long at most: until it has ended. */
export interface TheirWaits {
  readonly waiting: Waiting;
  readonly steps: DeploymentConfig['steps'];
  readonly hasTestListener: boolean;
}

/**
 * A deployment has the waits that its group had when it was started, and a configuration of its own; the margin is this
 * run's (`wait-for-minutes`). What is not told or cannot be read is taken from the group.
 */
export async function theirWaits(
  info: DeploymentInfo,
  group: DeploymentGroup,
  inputs: WaitInputs,
  codedeploy: Pick<CodeDeployPort, 'getDeploymentConfig'>,
): Promise<TheirWaits> {
  const config = await configOf(info, group, codedeploy);
  const own = info.blueGreenDeploymentConfiguration;
  const theirs = own === undefined ? group.info : { ...group.info, blueGreenDeploymentConfiguration: own };
  const waiting = waitingOf({ ...inputs, until: 'completed' }, { info: theirs, config });
  return { waiting, steps: config.steps, hasTestListener: testListener(group) !== undefined };
}

async function configOf(
  { deploymentConfigName: name }: DeploymentInfo,
  { config }: DeploymentGroup,
  codedeploy: Pick<CodeDeployPort, 'getDeploymentConfig'>,
): Promise<DeploymentConfig> {
  if (name === undefined || name === config.name) return config;
  // How long it takes is all that hangs on it: no reason to refuse.
  return readConfig(name, codedeploy).catch(() => config);
}
