import { type DeploymentGroupInfo, type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { StepError } from '../errors.ts';
import { type CodeDeployInputs } from '../inputs/types.ts';
import { type CodeDeployPort } from '../ports/aws/aws.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { awsCommand } from './command.ts';
import { deniedRepair } from './faults.ts';
import { consoleNames, type GroupName } from './console-names.ts';
import { describePlace, type Place } from './place.ts';

/** A deployment group that GetDeploymentGroup has confirmed. */
export interface FoundGroup {
  readonly application: string;
  readonly name: string;
  readonly foundBy: string;
  readonly info: DeploymentGroupInfo;
  /** The step may not read the deployment that made the PRIMARY task set; the search went on without it. */
  readonly denied: AwsCallError | null;
}

export interface GroupSearch {
  readonly given: Pick<CodeDeployInputs, 'application' | 'group'>;
  readonly place: Place;
  readonly codedeploy: Pick<CodeDeployPort, 'getDeploymentGroup'>;
  readonly getDeployment: (id: string) => Promise<DeploymentInfo>;
  /** `externalId` of the PRIMARY task set: the deployment that made it. null: none, or not known. */
  readonly madeBy: () => Promise<string | null>;
}

/**
 * Finds application and group: by the inputs; else by the deployment that made the PRIMARY task set; else by the
 * console's names. With one input alone, the other half is the console's first. Never scans the account.
 * Throws an `AwsCallError`, or a `StepError` that lists the names tried.
 */
export async function findGroup(search: GroupSearch): Promise<FoundGroup> {
  const { application, group } = search.given;
  if (application !== null && group !== null) return confirmed(search, { application, group }, 'inputs', null);
  const names = consoleNames(search.place, search.given);
  const derived = application !== null || group !== null;
  const early = derived ? await guess(search, names, 'one input and the console’s names', null) : NOTHING;
  if (early.found !== null) return early.found;
  const made = await madeByDeployment(search);
  if (made.name !== null) {
    const found = await existing(search, made.name, 'the deployment that made the PRIMARY task set', null);
    if (found !== null) return found;
  }
  const late = derived ? early : await guess(search, names, 'the console’s names', made.denied);
  if (late.found !== null) return late.found;
  throw notFound(search, [...(made.name === null ? [] : [made.name]), ...names], made.reason, late.denied);
}

async function confirmed(
  search: GroupSearch,
  { application, group }: GroupName,
  foundBy: string,
  denied: AwsCallError | null,
): Promise<FoundGroup> {
  const info = await search.codedeploy.getDeploymentGroup(application, group);
  return { application, name: group, foundBy, info, denied };
}

/** null where there is no such group. */
async function existing(
  search: GroupSearch,
  name: GroupName,
  foundBy: string,
  denied: AwsCallError | null,
): Promise<FoundGroup | null> {
  try {
    return await confirmed(search, name, foundBy, denied);
  } catch (error) {
    if (error instanceof AwsCallError && error.kind === 'missing') return null;
    throw error;
  }
}

interface Guessed {
  readonly found: FoundGroup | null;
  readonly denied: AwsCallError | null;
}

const NOTHING: Guessed = { found: null, denied: null };

/** The first of the names that exists. A tight policy denies names that are merely guessed: that is remembered. */
async function guess(
  search: GroupSearch,
  names: readonly GroupName[],
  foundBy: string,
  deniedBefore: AwsCallError | null,
): Promise<Guessed> {
  let denied: AwsCallError | null = null;
  for (const name of names) {
    try {
      const found = await existing(search, name, foundBy, deniedBefore);
      if (found !== null) return { found, denied };
    } catch (error) {
      if (!(error instanceof AwsCallError) || error.kind !== 'denied') throw error;
      denied ??= error;
    }
  }
  return { found: null, denied };
}

interface MadeBy {
  readonly name: GroupName | null;
  /** Why no name came of it; null where one did. */
  readonly reason: string | null;
  readonly denied: AwsCallError | null;
}

async function madeByDeployment(search: GroupSearch): Promise<MadeBy> {
  const id = await search.madeBy();
  if (id === null) return { name: null, reason: 'no deployment is known that made the PRIMARY task set', denied: null };
  try {
    const { applicationName, deploymentGroupName } = await search.getDeployment(id);
    const name = { application: applicationName ?? '', group: deploymentGroupName ?? '' };
    const fits =
      name.application === (search.given.application ?? name.application) &&
      name.group === (search.given.group ?? name.group);
    return fits && name.application !== '' && name.group !== ''
      ? { name, reason: null, denied: null }
      : { name: null, reason: `deployment ${id} names no group that fits the inputs`, denied: null };
  } catch (error) {
    // Old deployments are removed, and a tight policy may not cover them: the console's names may still do.
    if (!(error instanceof AwsCallError) || !['missing', 'denied', 'other'].includes(error.kind)) throw error;
    const denied = error.kind === 'denied' ? error : null;
    return { name: null, reason: `deployment ${id}, that made the PRIMARY task set: ${error.code}`, denied };
  }
}

function notFound(
  search: GroupSearch,
  names: readonly GroupName[],
  reason: string | null,
  denied: AwsCallError | null,
): StepError {
  const tried = names.map(({ application, group }) => `${application} / ${group}`).join(', ');
  const because = reason === null ? '' : `; ${reason}`;
  const inputs = "Set inputs 'codedeploy-application' and 'codedeploy-deployment-group'.";
  const list = awsCommand(search.place, 'deploy', 'list-applications');
  return new StepError({
    tried: 'find the CodeDeploy deployment group',
    on: describePlace(search.place),
    why: `${denied === null ? 'none of these names exists' : 'these names do not exist or may not be read'}: ${tried || 'no name can be derived, all would be too long'}${because}`,
    repair:
      denied === null
        ? `${inputs} What is there: ${list}`
        : `${inputs} If the group has one of the names above: ${deniedRepair(denied, search.place)}`,
  });
}
