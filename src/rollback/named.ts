/** `codedeploy-deployment-id`: only that deployment, and only while it is in progress. */
import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { type Fault } from '../errors.ts';
import { hasEnded } from '../target/running.ts';
import { type Target } from '../target/target.ts';
import { revisionName } from '../task-definition/load.ts';
import { type Way } from './choose.ts';
import { type Revision, type Running } from './running.ts';

export interface Named {
  readonly id: string;
  /** null: CodeDeploy knows no such deployment. */
  readonly info: DeploymentInfo | null;
  readonly running: Running | null;
  readonly target: Target;
}

/** What is done about it, or what speaks against it. */
export function chooseNamed(named: Named): Exclude<Way, { readonly kind: 'deploy' }> | Fault {
  const { id, info, running, target } = named;
  const { application, name } = target.group;
  const live: Revision = { arn: target.live.arn, name: revisionName(target.live.arn) };
  if (info === null)
    return fault(id, 'CodeDeploy knows no such deployment', 'Check the id, the account and the region.');
  if (info.applicationName !== application || info.deploymentGroupName !== name) {
    const other = `${info.applicationName ?? ''} / ${info.deploymentGroupName ?? ''}`;
    return fault(
      id,
      `it is one of ${other}, not of ${application} / ${name}`,
      "Check the id, 'cluster' and 'service'.",
    );
  }
  if (running?.seen.id === id) return chooseInProgress(running, live);
  const rollback = running !== null && running.byCodeDeploy && takesBack(running, info) ? running : null;
  if (rollback !== null) {
    const to = rollback.blue ?? live;
    const why = `deployment ${id} is ${info.status ?? ''}, and its rollback ${rollback.seen.id} is in progress`;
    return { kind: 'follow', id: rollback.seen.id, to, leaves: rollback.green ?? live, why };
  }
  const ended = info.status === 'Failed' || info.status === 'Stopped';
  if (ended && target.primary.externalId !== id) {
    const why = `deployment ${id} has ended as ${info.status} and is not in production: there is nothing to stop`;
    return { kind: 'there', to: live, why };
  }
  return hasEnded(info.status) ? finished(named, live) : lagging(named);
}

function chooseInProgress(running: Running, live: Revision): ReturnType<typeof chooseNamed> {
  const { id } = running.seen;
  if (running.byCodeDeploy) {
    return fault(id, 'it is a rollback by CodeDeploy, which is never stopped', 'Wait until it has ended.');
  }
  // Out and checked, it is no candidate any more that a refused approval could mean: that would be a rollback nobody asked for.
  if (running.stage === 'terminating') {
    return fault(id, 'production is wholly on its replacement, and its checks have passed', HOW);
  }
  const to = running.blue ?? live;
  const why = `deployment ${id} is in progress: stopping it leads to ${to.name}`;
  return { kind: 'stop', id, to, leaves: running.green ?? live, why };
}

function takesBack({ seen }: Running, info: DeploymentInfo): boolean {
  return seen.takesBack === info.deploymentId || info.rollbackInfo?.rollbackDeploymentId === seen.id;
}

const HOW =
  "To roll back what is live, leave 'codedeploy-deployment-id' out: 'mode: rollback' then returns to what production ran before, or to what 'rollback-to' names.";

function finished({ id, info, running }: Named, live: Revision): Fault {
  const other = running === null ? '' : `; deployment ${running.seen.id} is in progress now`;
  return fault(id, `it has ended as ${info?.status ?? ''}, and production runs ${live.name}${other}`, HOW);
}

/** The group does not know of it yet, or knows another one. */
function lagging({ id, info, running }: Named): Fault {
  const other = running === null ? 'none' : `deployment ${running.seen.id}`;
  const why = `it is ${info?.status ?? 'in an unknown state'}, but the deployment group has ${other} in progress`;
  return fault(id, why, 'Run this job again.');
}

function fault(id: string, why: string, repair: string): Fault {
  return { tried: 'stop the deployment', on: id, why, repair };
}
