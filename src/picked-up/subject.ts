/** A deployment that another step has started, and where it stands in. */
import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { parseDescription } from '../engine/codedeploy/describe.ts';
import { codeDeployEngine } from '../engine/codedeploy/engine.ts';
import { isRollback as isRollbackByCodeDeploy } from '../engine/codedeploy/whose.ts';
import { type Engine } from '../engine/engine.ts';
import { RefusalError, type Fault } from '../errors.ts';
import { type PromoteInputs, type WatchInputs } from '../inputs/types.ts';
import { type Aws, type CodeDeployPort } from '../ports/aws/aws.ts';
import { consoleUrl } from '../report/console.ts';
import { type ReportFacts } from '../report/outcome.ts';
import { reportAddresses } from '../report/steps.ts';
import { readConfig } from '../target/config.ts';
import { fact, UNKNOWN, valueOf } from '../target/fact.ts';
import { faultsOf } from '../target/faults.ts';
import { type Place } from '../target/place.ts';
import { readService } from '../target/read.ts';
import { standingOf } from '../target/standing.ts';
import { engineTarget, type Target } from '../target/target.ts';
import { testUrlWarnings } from '../target/test-url.ts';
import { revisionName } from '../task-definition/load.ts';
import { type World } from '../world.ts';
import { broughtBy, replacedIn } from './revisions.ts';

export interface Subject {
  readonly id: string;
  readonly info: DeploymentInfo;
  readonly place: Place;
  readonly target: Target;
  readonly engine: Engine;
  /** ARN of the task definition that it brings. */
  readonly brings: string;
  /** ARN of the one that it replaces; null where nothing tells. */
  readonly replaces: string | null;
  /** CodeDeploy made it to take another one back. */
  readonly isRollback: boolean;
  /** `mode: rollback` of this action started it, as its description tells. */
  readonly isWayBack: boolean;
}

/** Throws a `RefusalError` where it cannot be read, or is of another group. Writes nothing. */
export async function readSubject(
  inputs: PromoteInputs | WatchInputs,
  aws: Aws,
  { clock, log }: World,
): Promise<Subject> {
  const id = inputs.deploymentId;
  const [facts, read] = await Promise.all([readService(inputs, aws, log), fact(aws.codedeploy.getDeployment(id))]);
  const { place } = facts;
  const standing = standingOf(facts);
  const { application, name } = standing.group;
  if (read.state !== 'known') {
    throw new RefusalError(faultsOf(read.state === 'failed' ? [read.error] : [], place, `${application}/${name}`));
  }
  const info = read.value;
  if (info.applicationName !== application || info.deploymentGroupName !== name) {
    throw new RefusalError([foreign(id, info, standing, place)]);
  }
  const target = await asStarted(standing, info, aws.codedeploy);
  for (const warning of testUrlWarnings(facts)) log.warning(warning);
  const isRollback = isRollbackByCodeDeploy(info);
  const brings = await broughtBy(id, info, target, { codedeploy: aws.codedeploy, log });
  if (brings === null && !isRollback) throw new RefusalError([untold(id)]);
  return {
    ...{ id, info, place, target, isRollback },
    isWayBack: parseDescription(info.description ?? '')?.kind === 'rollback',
    engine: codeDeployEngine({ codedeploy: aws.codedeploy, clock, log }, engineTarget(target)),
    // A rollback is not judged by what it brings.
    brings: brings ?? target.live.arn,
    replaces: replacedIn(id, info, target),
  };
}

/** The waits and the schedule that the deployment was started with: both may have changed since, or been overridden. */
async function asStarted(target: Target, info: DeploymentInfo, codedeploy: CodeDeployPort): Promise<Target> {
  const { group } = target;
  const { deploymentConfigName: own, blueGreenDeploymentConfiguration: waits } = info;
  const read = own === undefined || own === group.config.name ? UNKNOWN : await fact(readConfig(own, codedeploy));
  const config = valueOf(read) ?? group.config;
  const groupInfo = waits === undefined ? group.info : { ...group.info, blueGreenDeploymentConfiguration: waits };
  return { ...target, group: { ...group, config, info: groupInfo } };
}

function foreign(id: string, info: DeploymentInfo, { group }: Target, place: Place): Fault {
  return {
    tried: 'pick the deployment up',
    on: id,
    why: `it is of ${info.applicationName ?? ''} / ${info.deploymentGroupName ?? ''}, and ${place.cluster}/${place.service} is deployed by ${group.application} / ${group.name}`,
    repair:
      "Take 'codedeploy-deployment-id' from the outputs of the step that deployed this service, or correct inputs 'cluster' and 'service'.",
  };
}

function untold(id: string): Fault {
  return {
    tried: 'find out what the deployment brings to production',
    on: id,
    why: 'no task set of the service is its own, CodeDeploy does not keep its AppSpec, and its description does not tell',
    repair: 'Look at it in the CodeDeploy console; to bring that revision to production, deploy it again.',
  };
}

/** What the report of a run says of it. */
export function reportOf({ id, target, brings, replaces }: Subject): Omit<ReportFacts, 'runAt'> {
  const { cluster, service, listener, testUrl } = target;
  const names = { cluster, service: service.serviceName ?? '', from: replaces ?? brings, to: brings };
  return { ...names, image: null, url: listener.url, testUrl, id };
}

/** Outputs and log: which deployment it is, and what it brings. */
export function reportSubject(subject: Subject, region: string, { log, runner }: World): void {
  const { id, info, target, brings, replaces } = subject;
  const url = consoleUrl(id, region);
  runner.setOutput('codedeploy-deployment-id', id);
  runner.setOutput('console-url', url);
  runner.setOutput('task-definition-arn', brings);
  runner.setOutput('task-definition', revisionName(brings));
  if (replaces !== null) {
    runner.setOutput('previous-task-definition-arn', replaces);
    runner.setOutput('previous-task-definition', revisionName(replaces));
  }
  reportAddresses(target, runner);
  log.info(`Deployment: ${id} (${info.status ?? 'status unknown'}), which brings ${revisionName(brings)}`);
  log.info(url);
}
