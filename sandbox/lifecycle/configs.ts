import { type DeploymentConfig, type Routing } from '../world/codedeploy.ts';
import { type World } from '../world/world.ts';

const linear = (percentage: number, interval: number): Routing => ({ type: 'TimeBasedLinear', percentage, interval });
const canary = (percentage: number, interval: number): Routing => ({ type: 'TimeBasedCanary', percentage, interval });

const routings: Readonly<Record<string, Routing>> = {
  'CodeDeployDefault.ECSLinear10PercentEvery1Minutes': linear(10, 1),
  'CodeDeployDefault.ECSLinear10PercentEvery3Minutes': linear(10, 3),
  'CodeDeployDefault.ECSCanary10Percent5Minutes': canary(10, 5),
  'CodeDeployDefault.ECSCanary10Percent15Minutes': canary(10, 15),
  'CodeDeployDefault.ECSAllAtOnce': { type: 'AllAtOnce' },
};

/** Those that every account has for ECS (CodeDeploy User Guide: deployment configurations). Intervals in minutes. */
export function predefinedConfigs(): DeploymentConfig[] {
  return Object.entries(routings).map(([name, routing]) => ({
    id: `00000000-0000-0000-0000-${name.length.toString(16).padStart(12, '0')}`,
    name,
    createdAt: Date.UTC(2018, 10, 27),
    routing,
  }));
}

export function findConfig(world: World, name: string): DeploymentConfig | undefined {
  return world.codedeploy.configs.get(name) ?? predefinedConfigs().find((config) => config.name === name);
}

/** One step of the production shift: at `afterMs` from its start, `green` percent go to the replacement. */
export interface ShiftStep {
  readonly afterMs: number;
  readonly green: number;
}

/**
 * The production shift, step by step; the last step is at 100 percent. Linear: the percentage moves at the start of each
 * increment (CodeDeploy API: TimeBasedLinear), so 10 percent every minute takes nine minutes.
 */
export function shiftSteps(routing: Routing): ShiftStep[] {
  if (routing.type === 'AllAtOnce') return [{ afterMs: 0, green: 100 }];
  const intervalMs = routing.interval * 60_000;
  if (routing.type === 'TimeBasedCanary') {
    return [
      { afterMs: 0, green: routing.percentage },
      { afterMs: intervalMs, green: 100 },
    ];
  }
  return Array.from({ length: Math.ceil(100 / routing.percentage) }, (_, step) => ({
    afterMs: step * intervalMs,
    green: Math.min(100, (step + 1) * routing.percentage),
  }));
}
