/** What every example has to hold to, and that a slip in one is found. */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { checkInputs, OUR_STEP, readActionFile } from '../../../scripts/runner/workflow/action-file.ts';
import { readWorkflow } from '../../../scripts/runner/workflow/file.ts';
import { runWorkflow } from '../../../scripts/runner/workflow/run-workflow.ts';
import { type World } from '../../../scripts/runner/workflow/world.ts';
import { example } from './stage.ts';

const names = readdirSync(example('.')).filter((name) => name.endsWith('.yml'));

test('the examples are the four that are tested', () => {
  expect(names.sort()).toEqual(['deploy.yml', 'plan.yml', 'promote.yml', 'rollback.yml']);
});

describe.each(names)('%s', (name) => {
  const source = readFileSync(example(name), 'utf8');
  const workflow = readWorkflow(source);
  const steps = workflow.jobs.flatMap((job) => job.steps);

  test('gives its token nothing but what a job asks for, and no job more than it needs', () => {
    expect(workflow.permissions).toEqual({});
    for (const { id, permissions, steps } of workflow.jobs) {
      const checksOut = steps.some(({ uses }) => uses?.startsWith('actions/checkout@'));
      expect([id, permissions]).toEqual([id, { 'id-token': 'write', ...(checksOut ? { contents: 'read' } : {}) }]);
    }
  });

  test('pins every action by a full hash, our own by its version, to be replaced', () => {
    for (const { uses } of steps)
      if (uses !== null && !OUR_STEP.test(uses)) expect(uses).toMatch(/^[\w.-]+\/[\w.-]+@[0-9a-f]{40}$/);
    expect(steps.some(({ uses }) => uses !== null && OUR_STEP.test(uses))).toBe(true);
  });

  test('puts no expression into a script', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });

  test('gives only inputs that action.yml has', () => {
    expect(() => {
      checkInputs(workflow, readActionFile());
    }).not.toThrow();
  });

  test('does not run for a stranger with the rights of the repository, and ends in time', () => {
    expect(source.replaceAll(/#.*$/gm, '')).not.toContain('pull_request_target');
    for (const { timeoutMinutes } of workflow.jobs) expect(Number(timeoutMinutes)).toBeGreaterThan(0);
  });
});

test('a deployment is not cancelled by the next one, and a rollback does not queue behind a deployment', () => {
  const concurrencyOf = (name: string) => readWorkflow(readFileSync(example(name), 'utf8')).concurrency;
  const deploy = concurrencyOf('deploy.yml');
  expect(deploy.cancelInProgress).toBe(false);
  expect(concurrencyOf('promote.yml')).toEqual(deploy);
  expect(concurrencyOf('rollback.yml')).toMatchObject({ cancelInProgress: false });
  expect(concurrencyOf('rollback.yml').group).not.toContain(deploy.group);
});

describe('a slip planted into a copy', () => {
  const world: World = {
    event: { name: 'push', branch: 'main' },
    repositoryFolder: example('../app'),
    vars: { AWS_ROLE_ARN: 'role', AWS_REGION: 'eu-west-1' },
    environments: { production: {} },
    assume: () => {
      throw new Error('the role is not given');
    },
  };

  const runChanged = async (from: string | RegExp, to: string): ReturnType<typeof runWorkflow> => {
    const folder = await mkdtemp(join(tmpdir(), 'workflow-'));
    try {
      const source = await readFile(example('deploy.yml'), 'utf8');
      expect(source).toMatch(from);
      await writeFile(join(folder, 'deploy.yml'), source.replace(from, to));
      return await runWorkflow(join(folder, 'deploy.yml'), world);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

  test.each<[string, string | RegExp, string, string]>([
    [
      'an input that action.yml does not have',
      'repository: shop-web',
      'repo: shop-web',
      'action.yml has no input repo',
    ],
    ['no service', /\n\s+service: web/, '', 'action.yml requires service'],
    ['a variable that there is not', 'vars.AWS_REGION', 'vars.REGION', 'vars has no "REGION"'],
    ['a context that there is not', 'vars.AWS_REGION', 'var.AWS_REGION', 'there is no context "var"'],
    [
      'a hash that is cut',
      'credentials@00943011d9042930efac3dcd3a170e4273319bc8',
      'credentials@00943011',
      'not pinned',
    ],
    ['an environment that there is not', 'environment: production', 'environment: prod', 'no environment prod'],
    ['a key that the runner does not know', 'timeout-minutes: 60', 'strategy: {}', 'does not know strategy'],
    ['an expression that is not closed', '${{ vars.AWS_REGION }}', '${{ vars.AWS_REGION', 'is not closed'],
    ['an event that is not the one', 'branches: [main]', 'branches: [trunk]', 'not started by push'],
  ])('%s', async (_case, from, to, message) => {
    await expect(runChanged(from, to)).rejects.toThrow(message);
  });

  test.each<[string, string | RegExp, string, string]>([
    ['no role', 'role-to-assume: ${{ vars.AWS_ROLE_ARN }}', "role-to-assume: ''", 'role-to-assume and aws-region'],
    ['no token', 'id-token: write', 'issues: write', 'lacks id-token: write'],
    ['a role that is not given', 'Deploy to production', 'Deploy', 'the role is not given'],
  ])('%s fails the run before our step', async (_case, from, to, message) => {
    const { result, jobs } = await runChanged(from, to);
    const steps = jobs['deploy']?.steps ?? [];
    expect([result, steps.map(({ outcome }) => outcome)]).toEqual(['failure', ['success', 'failure', 'skipped']]);
    expect(steps[1]?.output).toContain(message);
  });
});
