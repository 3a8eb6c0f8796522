/** The roles fit the workflows that take them, and the stack whose names they are given. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

import { renderRoles } from '../../scripts/permissions/policy.ts';
import { MODES_OF, type Role } from '../../scripts/permissions/roles.ts';
import { readTemplate } from '../../sandbox/cloudformation/template/read.ts';
import { isObject } from '../../sandbox/cloudformation/template/shape.ts';
import { type Json, type JsonObject } from '../../sandbox/json.ts';
import { BY_STACK, SURROUNDINGS } from './service.ts';

const root = join(import.meta.dirname, '../..');
const body = readFileSync(join(root, 'cloudformation/github-oidc.yml'), 'utf8');

const DeployContexts = 'environment:production,environment:production-candidate';
const roles = renderRoles(body, { ...BY_STACK, DeployContexts }, SURROUNDINGS);

interface Job {
  readonly file: string;
  readonly job: string;
  readonly variable: string;
  readonly context: string;
  readonly modes: readonly string[];
}

const objectsIn = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
const textIn = (value: Json | undefined, name: string): string => {
  const found = isObject(value) ? value[name] : undefined;
  return typeof found === 'string' ? found : '';
};

/** Jobs of a workflow that take a role. */
function jobsOf(file: string): readonly Job[] {
  const workflow: unknown = parse(readFileSync(join(root, 'examples/workflows', file), 'utf8'));
  const { jobs = {}, on = {} } = workflow as { jobs?: JsonObject; on?: JsonObject }; // as the runner's tests read it
  return Object.entries(jobs).flatMap(([job, value]): Job[] => {
    const steps = objectsIn(isObject(value) ? value['steps'] : undefined).map((step) => step['with']);
    const taken = steps.map((given) => textIn(given, 'role-to-assume')).find((text) => text !== '');
    if (taken === undefined || !isObject(value)) return [];
    const named = textIn(value, 'environment') || textIn(value['environment'], 'name');
    const environment = named.replace('${{ inputs.environment }}', 'production');
    const event = 'pull_request' in on ? 'pull_request' : 'ref:refs/heads/main';
    const uses = objectsIn(value['steps']).filter((step) => textIn(step, 'uses').includes('/ecs-blue-green@'));
    return [
      {
        ...{ file, job, variable: taken.replace(/\W*vars\.|\W*\}\}/g, '') },
        context: environment === '' ? event : `environment:${environment}`,
        modes: uses.map((step) => textIn(step['with'], 'mode') || 'deploy'),
      },
    ];
  });
}

/** Roles of the variable that trust a job. */
function rolesFor({ variable, context }: Job): readonly string[] {
  const candidates = variable === 'AWS_PLAN_ROLE_ARN' ? ['PlanRole'] : ['DeployRole', 'OperatorRole'];
  return candidates.filter((role) =>
    JSON.stringify(roles.get(role)?.properties['AssumeRolePolicyDocument']).includes(`"repo:octo-org/shop:${context}"`),
  );
}

/** What promote.yml asks of the role that deploys beside its own modes; roles.test.ts shows that it may. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  DeployRole: ['promote', 'rollback'],
  OperatorRole: ['plan'],
};

describe('jobs of the example workflows', () => {
  const jobs = readdirSync(join(root, 'examples/workflows')).flatMap(jobsOf);

  test('are found', () => {
    expect(jobs.map(({ file, job }) => `${file} ${job}`)).toEqual([
      'deploy.yml deploy',
      'plan.yml plan',
      'promote.yml candidate',
      'promote.yml promote',
      'promote.yml reject',
      'rollback.yml rollback',
    ]);
  });

  test.each(jobs)('$file, $job: its token is taken by one role, which may do its modes', (job) => {
    const [role, ...others] = rolesFor(job);
    expect([role, others]).toEqual([expect.any(String), []]);
    const may = [...MODES_OF[role as Role], ...(BESIDE[role ?? ''] ?? [])]; // one of those in `candidates`
    expect(job.modes.filter((mode) => !may.includes(mode))).toEqual([]);
    expect(job.modes.length).toBeGreaterThan(0);
  });
});

test("the stack's own deployment configuration begins with the service's name, by which the roles know it", () => {
  const { resources } = readTemplate(readFileSync(join(root, 'cloudformation/service.yml'), 'utf8'));
  expect(resources.get('Service')?.properties['ServiceName']).toEqual({ Ref: 'Name' });
  const { DeploymentConfigName } = resources.get('DeploymentConfig')?.properties ?? {};
  expect(JSON.stringify(DeploymentConfigName)).toMatch(/^\{"Fn::Sub":\["\$\{Name\}-/);
});

test('every name that is taken from the stack of a service is exported by service.yml', () => {
  const imported = new Set([...body.matchAll(/\$\{ServiceStack\}-(\w+)/g)].map(([, name]) => name));
  const service = readTemplate(readFileSync(join(root, 'cloudformation/service.yml'), 'utf8'));
  expect(imported.size).toBe(9);
  for (const name of imported) {
    expect(service.outputs.get(name ?? '')?.exportName).toEqual({ 'Fn::Sub': `\${AWS::StackName}-${name ?? ''}` });
  }
});
