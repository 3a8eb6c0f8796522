/** Whether production already is what was asked for. */
import { appspecEqualsTaskSet } from './appspec/compare.ts';
import { type DeployInputs } from './inputs/types.ts';
import { type JsonObject } from './json.ts';
import { type Plan } from './plan.ts';
import { type Log } from './ports/log.ts';
import { containersOf } from './task-definition/containers.ts';
import { type Revision } from './task-definition/definition.ts';

export interface Unchanged {
  /** True where a deployment would change nothing. */
  readonly nothing: boolean;
  /** Nothing to do, or why the same revision is deployed again; null where another revision is deployed. */
  readonly told: string | null;
}

/** As `isUnchanged` has it, told in the log. */
export function nothingToDo(
  inputs: DeployInputs,
  plan: Plan,
  revision: Revision,
  definition: JsonObject,
  log: Log,
): boolean {
  const { nothing, told } = isUnchanged(inputs, plan, revision, definition);
  if (told !== null) log.info(told);
  return nothing;
}

/**
 * A deployment would change nothing where the PRIMARY task set runs this revision with this network, platform and
 * capacity, is steady, has all the traffic, and every image is named by digest (a tag may have moved since).
 */
export function isUnchanged(
  inputs: Pick<DeployInputs, 'forceNewDeployment'>,
  plan: Pick<Plan, 'target' | 'appspec'>,
  revision: Pick<Revision, 'arn' | 'name'>,
  definition: JsonObject,
): Unchanged {
  if (revision.arn !== plan.target.primary.taskDefinition) return { nothing: false, told: null };
  const reason = inputs.forceNewDeployment ? 'force-new-deployment is set' : differenceOf(plan, definition);
  if (reason !== null) {
    return { nothing: false, told: `${revision.name} runs already; it is deployed again, because ${reason}.` };
  }
  const told =
    `${revision.name} runs already, steady and with all the traffic: nothing to deploy. Secrets and parameters are ` +
    'read when a task starts: if one of those has changed, set force-new-deployment: true.';
  return { nothing: true, told };
}

function differenceOf({ target, appspec }: Pick<Plan, 'target' | 'appspec'>, definition: JsonObject): string | null {
  const { primary, listener } = target;
  const moving = containersOf(definition)
    .map(imageOf)
    .filter((image) => !image.includes('@sha256:'));
  if (moving.length > 0) return `${moving.join(', ')} is named by a tag, which may stand for another image by now`;
  if (!appspecEqualsTaskSet(appspec.service, primary)) {
    return 'the AppSpec has hooks, or another network, platform version or capacity than what runs';
  }
  if (primary.stabilityStatus !== 'STEADY_STATE') return 'the tasks that run it are not steady';
  const shared = listener.weights.filter(({ weight }) => weight > 0).length > 1;
  return shared ? 'it does not have all the traffic' : null;
}

function imageOf(container: JsonObject): string {
  return typeof container['image'] === 'string' ? container['image'] : '';
}
