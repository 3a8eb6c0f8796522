import { type DeploymentConfigInfo, type TrafficRoutingConfig } from '@aws-sdk/client-codedeploy';
import { StepError } from '../errors.ts';
import { type CodeDeployPort } from '../ports/aws/aws.ts';
import { type DeploymentConfig } from './target.ts';

/**
 * What a deployment uses that neither the inputs nor the group name a configuration for. It is always named: the
 * API's own default is CodeDeployDefault.OneAtATime, which is none for ECS (CodeDeploy API: CreateDeploymentInput).
 */
export const DEFAULT_CONFIG = 'CodeDeployDefault.ECSAllAtOnce';

const MINUTE = 60_000;

/** AWS's own configurations never change: asking for them would cost a call and tell nothing (CodeDeploy user guide). */
const PREDEFINED: ReadonlyMap<string, TrafficRoutingConfig> = new Map([
  [DEFAULT_CONFIG, { type: 'AllAtOnce' }],
  ['CodeDeployDefault.ECSLinear10PercentEvery1Minutes', linear(10, 1)],
  ['CodeDeployDefault.ECSLinear10PercentEvery3Minutes', linear(10, 3)],
  ['CodeDeployDefault.ECSCanary10Percent5Minutes', canary(10, 5)],
  ['CodeDeployDefault.ECSCanary10Percent15Minutes', canary(10, 15)],
]);

/** The configuration of this name, and when its steps are due. Throws an `AwsCallError` or a `StepError`. */
export async function readConfig(
  name: string,
  codedeploy: Pick<CodeDeployPort, 'getDeploymentConfig'>,
): Promise<DeploymentConfig> {
  const predefined = PREDEFINED.get(name);
  const info: DeploymentConfigInfo =
    predefined === undefined
      ? await codedeploy.getDeploymentConfig(name)
      : { computePlatform: 'ECS', trafficRoutingConfig: predefined };
  return configOf(name, info);
}

/** Throws a `StepError` for a configuration that is not for ECS, or whose schedule cannot be read. */
export function configOf(name: string, info: DeploymentConfigInfo): DeploymentConfig {
  if (info.computePlatform !== undefined && info.computePlatform !== 'ECS') {
    throw unusable(name, `it is for compute platform ${info.computePlatform}, not for ECS`);
  }
  const steps = stepsOf(info.trafficRoutingConfig ?? {});
  if (steps === null) throw unusable(name, 'it has no traffic schedule that an ECS deployment could follow');
  return { name, steps, shiftMs: steps.at(-1)?.atMs ?? 0 };
}

/**
 * When each step is due. Linear p % every i minutes shifts at the start of each increment: p at once, 2p after i, …,
 * the last step takes the rest (CodeDeploy API: TimeBasedLinear).
 */
function stepsOf(routing: TrafficRoutingConfig): DeploymentConfig['steps'] | null {
  if (routing.type === 'AllAtOnce') return [{ atMs: 0, percent: 100 }];
  const { timeBasedCanary, timeBasedLinear } = routing;
  if (routing.type === 'TimeBasedCanary') {
    const { canaryPercentage: percent = 0, canaryInterval: minutes = 0 } = timeBasedCanary ?? {};
    return isShare(percent)
      ? [
          { atMs: 0, percent },
          { atMs: minutes * MINUTE, percent: 100 },
        ]
      : null;
  }
  if (routing.type !== 'TimeBasedLinear') return null;
  const { linearPercentage: percent = 0, linearInterval: minutes = 0 } = timeBasedLinear ?? {};
  if (!isShare(percent)) return null;
  return Array.from({ length: Math.ceil(100 / percent) }, (_, step) => ({
    atMs: step * minutes * MINUTE,
    percent: Math.min(100, (step + 1) * percent),
  }));
}

function isShare(percent: number): boolean {
  return Number.isInteger(percent) && percent > 0 && percent < 100;
}

function linear(linearPercentage: number, linearInterval: number): TrafficRoutingConfig {
  return { type: 'TimeBasedLinear', timeBasedLinear: { linearPercentage, linearInterval } };
}

function canary(canaryPercentage: number, canaryInterval: number): TrafficRoutingConfig {
  return { type: 'TimeBasedCanary', timeBasedCanary: { canaryPercentage, canaryInterval } };
}

function unusable(name: string, why: string): StepError {
  return new StepError({
    tried: 'use the deployment configuration',
    on: name,
    why,
    repair: `Set input 'codedeploy-deployment-config' (or the deployment group's own) to one for ECS, such as ${DEFAULT_CONFIG}.`,
  });
}
