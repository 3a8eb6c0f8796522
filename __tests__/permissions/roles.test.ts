import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

import { allowedBy } from '../../scripts/permissions/allowed.ts';
import { callsOfModes, endOf, PLAN_OF_A_ROLLBACK } from '../../scripts/permissions/modes.ts';
import { actionOf, NEEDS } from '../../scripts/permissions/needs.ts';
import { renderRoles } from '../../scripts/permissions/policy.ts';
import { openProgram } from '../../scripts/permissions/program.ts';
import { differences, MODES_OF, MODES_WITHOUT_OPERATOR, neededBy, ROLES } from '../../scripts/permissions/roles.ts';
import { BY_NAME, BY_STACK, OPTIONS_ON, SURROUNDINGS } from './service.ts';

const root = join(import.meta.dirname, '../..');
const body = readFileSync(join(root, 'cloudformation/github-oidc.yml'), 'utf8');
const program = openProgram(join(root, 'src'), ['index.ts']);
const modes = callsOfModes(program);

const rolesWith = (parameters: Readonly<Record<string, string>>) => renderRoles(body, parameters, SURROUNDINGS);
const all = rolesWith({ ...BY_STACK, ...OPTIONS_ON });
const allowed = (role: string, roles = all) => allowedBy(roles.get(role)?.statements ?? []);

describe.each(ROLES)('%s', (role) => {
  test('may do what the code of its modes calls, and nothing else', () => {
    expect(differences(role, neededBy(role, modes), allowed(role))).toEqual([]);
  });

  test('may do the same on a service that is named name by name', () => {
    const byName = rolesWith({ ...BY_NAME, ...OPTIONS_ON });
    const statements = byName.get(role)?.statements.filter(({ sid }) => sid !== 'ReadDeploymentConfig');
    expect(statements).toEqual(all.get(role)?.statements.filter(({ sid }) => sid !== 'ReadDeploymentConfig'));
  });
});

describe('the role that deploys', () => {
  test('rolls back too, where there is no operator', () => {
    const options = { ...OPTIONS_ON, AlarmOverride: 'false', OperatorContexts: '' };
    const alone = allowed('DeployRole', rolesWith({ ...BY_STACK, ...options }));
    expect(differences('DeployRole', neededBy('DeployRole', modes, MODES_WITHOUT_OPERATOR), alone)).toEqual([]);
  });

  // promote.yml: one role for the candidate, its promotion, and its end by a rollback that names it.
  test('promotes', () => {
    const needed = neededBy('DeployRole', modes, ['promote', endOf('promote')]);
    expect([...needed.keys()].filter((action) => !allowed('DeployRole').has(action))).toEqual([]);
  });

  test('lacks for a rollback what one that names a deployment never asks for: history, and alarms of a new deployment', () => {
    const needed = neededBy('DeployRole', modes, ['rollback', endOf('rollback')]);
    const lacking = [...needed.keys()].filter((action) => !allowed('DeployRole').has(action));
    expect(lacking.toSorted()).toEqual(['cloudwatch:DescribeAlarms', 'codedeploy:BatchGetDeployments']);
  });
});

/** What is not allowed with all options off, and is with one of them on. */
const BEHIND: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  RunTask: { DeployRole: ['ecs:RunTask', 'ecs:StopTask'] },
  TaskLog: { DeployRole: ['logs:GetLogEvents'] },
  Tags: { DeployRole: ['ecs:TagResource'] },
  BuildCache: { DeployRole: ['ecr:GetDownloadUrlForLayer'] },
  ScanFindings: { PlanRole: ['ecr:DescribeImageScanFindings'], DeployRole: ['ecr:DescribeImageScanFindings'] },
  AlarmOverride: { OperatorRole: ['codedeploy:UpdateDeploymentGroup'] },
};

describe('options', () => {
  const off = rolesWith(BY_STACK);

  test.each(Object.keys(OPTIONS_ON))('%s allows what it is for', (option) => {
    const before = option === 'TaskLog' ? rolesWith({ ...BY_STACK, RunTask: 'true' }) : off;
    const needed = option === 'TaskLog' ? { RunTask: 'true' } : {};
    const after = rolesWith({ ...BY_STACK, ...needed, [option]: 'true' });
    for (const role of ROLES) {
      const added = [...allowed(role, after).keys()].filter((action) => !allowed(role, before).has(action));
      expect([role, added]).toEqual([role, BEHIND[option]?.[role] ?? []]);
    }
  });
});

describe('the code', () => {
  test('each call of AWS that is written down is reached by a mode', () => {
    const written = program.files.flatMap(({ text }) =>
      [...text.matchAll(/new (\w+)Command\(/g)].map(([, name]) => name),
    );
    const reached = new Set([...modes.values()].flatMap(({ calls }) => calls.map(({ operation }) => operation)));
    expect([...new Set(written)].toSorted()).toEqual([...reached].toSorted());
  });

  test('each mode of run.ts runs under a role', () => {
    const under = new Set(Object.values(MODES_OF).flat());
    expect([...modes.keys()].filter((mode) => mode !== endOf('plan') && !under.has(mode))).toEqual([]);
  });

  test('a plan keeps nothing that its end would act on', () => {
    expect([...(modes.get('plan')?.states ?? ['?'])]).toEqual([]);
    expect([...(modes.get('deploy')?.states ?? [])]).toContain('run-task-arn');
  });

  test('a plan calls nothing that writes', () => {
    const calls = ['plan', PLAN_OF_A_ROLLBACK].flatMap((mode) => modes.get(mode)?.calls ?? []);
    expect(calls.map(actionOf).filter((action) => !/:(Describe|Get|List|BatchGet)/.test(action))).toEqual([]);
  });

  test('what comes with a call comes with one that is made', () => {
    const made = new Set([...modes.values()].flatMap(({ calls }) => calls.map(actionOf)));
    expect(NEEDS.filter((need) => !made.has(need.with))).toEqual([]);
  });
});
