/** An account of plain objects with a past, and what was asked of it. */
import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { type RollbackInputs, type RollbackTo } from '../../src/inputs/types.ts';
import { type JsonObject } from '../../src/json.ts';
import { type Aws } from '../../src/ports/aws/aws.ts';
import { planRollback, type RollbackPlan } from '../../src/rollback/plan.ts';
import { recordedRun } from '../recorded.ts';
import {
  container,
  definition,
  failure,
  fakeAws,
  inputs,
  LIVE,
  recorder,
  service,
  primarySet,
  world,
} from '../target/fake-aws.ts';
import { NOW } from './pasts.ts';

export const arnOf = (name: string): string => LIVE.replace(/[^/]*$/, name);

export interface Past {
  readonly deployments: readonly DeploymentInfo[];
  /** `family:revision` to its body; every other revision is one with the right container, and image `registry/app:<revision>`. */
  readonly bodies?: Readonly<Record<string, JsonObject | null>>;
  /** SHA-256 to content. */
  readonly appspecs?: Readonly<Record<string, string>>;
  readonly denied?: readonly string[];
}

export interface Planned {
  readonly plan: RollbackPlan;
  readonly lines: readonly string[];
  /** Names of the operations, in order. */
  readonly calls: readonly string[];
}

/** Plans with web:12 live, made by d-12. */
export async function planned(past: Past, to: RollbackTo = { kind: 'previous' }, runAttempt = '1'): Promise<Planned> {
  const calls: string[] = [];
  const { log, lines } = recorder();
  const run = recordedRun();
  const runner = { ...run.runner, context: { ...run.runner.context, runAttempt } };
  const clock = { now: () => NOW, sleep: () => Promise.resolve() };
  const plan = await planRollback(rollbackInputs(to), accountOf(past, calls), { clock, log, runner });
  return { plan, lines, calls };
}

function rollbackInputs(to: RollbackTo): RollbackInputs {
  const { cluster, service: name, waiting, matrix, codedeploy } = inputs();
  const named = { ...codedeploy, application: 'shop-app', group: 'web-group' };
  return {
    mode: 'rollback',
    cluster,
    service: name,
    waiting,
    matrix,
    codedeploy: named,
    to,
    deploymentId: null,
    ignoreAlarms: false,
  };
}

function accountOf({ deployments, bodies = {}, appspecs = {}, denied = [] }: Past, calls: string[]): Aws {
  const { aws } = fakeAws(world({ service: service({ taskSets: [primarySet({ externalId: 'd-12' })] }) }));
  const asked = (operation: string): void => {
    calls.push(operation);
    if (denied.includes(operation)) throw failure('codedeploy', operation, 'web', 'AccessDeniedException');
  };
  const bodyOf = (name: string): JsonObject | null =>
    name in bodies
      ? (bodies[name] ?? null)
      : definition([container('app', 8080, `registry/app:${name.split(':')[1] ?? ''}`)]);
  return {
    ...aws,
    ecs: {
      ...aws.ecs,
      describeTaskDefinition: async (reference) => {
        asked('DescribeTaskDefinition');
        const name = reference.slice(reference.lastIndexOf('/') + 1);
        const body = bodyOf(name);
        if (body === null) throw failure('ecs', 'DescribeTaskDefinition', name, 'ClientException');
        return Promise.resolve({ arn: arnOf(name), definition: body, tags: [] });
      },
    },
    codedeploy: {
      ...aws.codedeploy,
      getDeploymentGroup: async (...name) => {
        const last = { deploymentId: deployments.at(-1)?.deploymentId, status: 'Succeeded' } as const;
        return { ...(await aws.codedeploy.getDeploymentGroup(...name)), lastAttemptedDeployment: last };
      },
      getDeployment: async (id) => {
        asked('GetDeployment');
        const found = deployments.find(({ deploymentId }) => deploymentId === id);
        return Promise.resolve(found ?? { deploymentId: id });
      },
      listDeployments: async (_application, _group, since) => {
        asked('ListDeployments');
        const within = deployments.filter(({ createTime }) => since === null || (createTime?.getTime() ?? 0) >= since);
        return Promise.resolve(within.map(({ deploymentId }) => deploymentId ?? ''));
      },
      getDeployments: async (ids) => {
        for (let from = 0; from < ids.length; from += 25) asked('BatchGetDeployments');
        return Promise.resolve(deployments.filter(({ deploymentId }) => ids.includes(deploymentId ?? '')));
      },
      getAppSpec: async (_application, sha256) => {
        asked('GetApplicationRevision');
        return Promise.resolve(appspecs[sha256] ?? null);
      },
    },
  };
}
