/** The order of jobs, what follows a failure, a refusal and a cancel: with scripts alone, as GitHub documents it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runWorkflow } from '../../../../scripts/runner/workflow/run-workflow.ts';
import { type WorkflowRun, type World } from '../../../../scripts/runner/workflow/world.ts';

const HEAD = `
name: Test
on: { push: { branches: [main] } }
permissions: { contents: read }
concurrency: { group: 'test-\${{ github.ref_name }}', cancel-in-progress: false }
env: { FROM_WORKFLOW: w }
jobs:
`;

const job = (id: string, lines: string, ...steps: readonly string[]): string =>
  [
    `  ${id}:`,
    `    runs-on: ubuntu-24.04`,
    `    timeout-minutes: 5`,
    ...lines.split(';').map((line) => `    ${line.trim()}`),
  ]
    .concat('    steps:', ...steps.map((step) => `      - ${step}`))
    .join('\n') + '\n';

async function run(jobs: string, more: Partial<World> = {}): Promise<WorkflowRun> {
  const folder = await mkdtemp(join(tmpdir(), 'workflow-'));
  try {
    await writeFile(join(folder, 'test.yml'), HEAD + jobs);
    return await runWorkflow(join(folder, 'test.yml'), {
      event: { name: 'push', branch: 'main' },
      repositoryFolder: folder,
      vars: {},
      environments: { gate: { review: () => Promise.resolve('approved') } },
      assume: () => ({}),
      ...more,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const results = ({ jobs }: WorkflowRun): readonly string[] =>
  Object.values(jobs).map(({ id, result }) => `${id} ${result}`);
const outcomes = (ended: WorkflowRun, id: string): readonly string[] =>
  ended.jobs[id]?.steps.map(({ outcome }) => outcome) ?? [];

const GOOD = '{ run: "true" }';
const BAD = '{ run: exit 3 }';

describe('jobs', () => {
  test('run in the order of their needs, not of the file', async () => {
    const ended = await run(job('b', 'needs: a', GOOD) + job('a', 'name: First', GOOD));
    expect([ended.result, results(ended), ended.name]).toEqual(['success', ['a success', 'b success'], 'Test']);
    expect(ended.concurrency).toEqual({ group: 'test-main', cancelInProgress: false });
  });

  test.each([
    ['skips those that need it', 'if: true', 'b skipped'],
    ['does not skip what always runs', 'if: always()', 'b success'],
    ['is what failure() looks for', 'if: failure()', 'b success'],
    ['is no success', 'if: success()', 'b skipped'],
  ])('one that fails %s', async (_case, condition, expected) => {
    const ended = await run(job('a', 'name: A', BAD) + job('b', `needs: a; ${condition}`, GOOD));
    expect([ended.result, results(ended)]).toEqual(['failure', ['a failure', expected]]);
  });

  test('a failure is seen through the jobs between, and a skipped job skips what needs it', async () => {
    const chain = job('a', 'name: A', BAD) + job('b', 'needs: a', GOOD);
    const ended = await run(chain + job('c', 'needs: b; if: failure()', GOOD) + job('d', 'needs: b', GOOD));
    expect(results(ended)).toEqual(['a failure', 'b skipped', 'c success', 'd skipped']);
  });

  test('jobs that need each other, or one that is not there, are an error', async () => {
    await expect(run(job('a', 'needs: b', GOOD) + job('b', 'needs: a', GOOD))).rejects.toThrow('need each other');
    await expect(run(job('a', 'needs: [z]', GOOD))).rejects.toThrow('what is not there: a');
  });

  test('hand outputs on, those of a failed job too', async () => {
    const first = job(
      'a',
      "outputs: { said: '${{ steps.say.outputs.word }}', unsaid: '${{ steps.late.outputs.word }}' }",
      '{ id: say, run: \'echo "word=hello" >> "$GITHUB_OUTPUT"; exit 1\' }',
      '{ id: late, run: \'echo "word=late" >> "$GITHUB_OUTPUT"\' }',
    );
    const ended = await run(first + job('b', "needs: a; if: always() && needs.a.outputs.said == 'hello'", GOOD));
    expect(ended.jobs['a']?.outputs).toEqual({ said: 'hello', unsaid: '' });
    expect(results(ended)).toEqual(['a failure', 'b success']);
  });

  test('an output that a step should have set, and did not, is an error', async () => {
    const lines = "outputs: { said: '${{ steps.say.outputs.word }}' }";
    await expect(run(job('a', lines, '{ id: say, run: "true" }'))).rejects.toThrow('has no "word"');
  });
});

describe('a review', () => {
  const jobs =
    job(
      'a',
      "environment: gate; outputs: { begun: '${{ steps.s.outputs.begun }}' }",
      '{ id: s, run: \'echo "begun=1" >> "$GITHUB_OUTPUT"\' }',
    ) + job('b', "needs: a; if: always() && needs.a.outputs.begun == ''", GOOD);
  const reviewed = (review: () => Promise<'approved' | 'rejected'>): Partial<World> => ({
    environments: { gate: { review } },
  });

  test('that approves lets the job begin', async () => {
    expect(
      results(
        await run(
          jobs,
          reviewed(() => Promise.resolve('approved')),
        ),
      ),
    ).toEqual(['a success', 'b skipped']);
  });

  test('that rejects fails the job without a step, with empty outputs', async () => {
    const ended = await run(
      jobs,
      reviewed(() => Promise.resolve('rejected')),
    );
    expect([results(ended), ended.result]).toEqual([['a failure', 'b success'], 'failure']);
    expect(ended.jobs['a']).toMatchObject({ steps: [], outputs: { begun: '' } });
  });

  test('that is pending when the run is cancelled cancels the job; what always runs, runs', async () => {
    const cancel = new AbortController();
    const pending = (): Promise<never> => {
      cancel.abort();
      return new Promise(() => undefined);
    };
    const ended = await run(jobs, { ...reviewed(pending), cancel: cancel.signal });
    expect([results(ended), ended.result]).toEqual([['a cancelled', 'b success'], 'cancelled']);
  });
});

describe('steps', () => {
  test('a failure skips the rest, but not what asks for it', async () => {
    const ended = await run(
      job('a', 'name: A', BAD, GOOD, '{ if: failure(), run: "true" }', '{ if: always(), run: "true" }'),
    );
    expect(outcomes(ended, 'a')).toEqual(['failure', 'skipped', 'success', 'success']);
  });

  test('the environment comes from workflow, job, earlier steps and step, the nearest last', async () => {
    const ended = await run(
      job(
        'a',
        'env: { FROM_JOB: j, BOTH: job }',
        '{ run: \'echo "FROM_STEP=s" >> "$GITHUB_ENV"\' }',
        '{ env: { BOTH: step }, run: \'echo "$FROM_WORKFLOW $FROM_JOB $FROM_STEP $BOTH $GITHUB_JOB"\' }',
      ),
    );
    expect(ended.jobs['a']?.steps[1]?.output).toBe('w j s step a\n');
  });

  test('an unset variable does not fail a script, a failing command does', async () => {
    const ended = await run(job('a', 'name: A', '{ run: "echo \\"$UNSET_HERE\\"; false; true" }'));
    expect(outcomes(ended, 'a')).toEqual(['failure']);
  });

  test('a cancel interrupts the one that runs, skips the rest, and leaves what always runs', async () => {
    const cancel = new AbortController();
    const onOutput = (): void => {
      cancel.abort();
    };
    const jobs = job('a', 'name: A', '{ run: "echo up; exec sleep 60" }', GOOD, '{ if: always(), run: "true" }');
    const ended = await run(jobs + job('b', 'needs: a', GOOD), { cancel: cancel.signal, onOutput });
    expect(outcomes(ended, 'a')).toEqual(['cancelled', 'skipped', 'success']);
    expect([results(ended), ended.result]).toEqual([['a cancelled', 'b skipped'], 'cancelled']);
  });
});

describe('what the runner does not know is refused', () => {
  test.each([
    ['a key of a job', job('a', 'strategy: {}', GOOD), 'jobs.a: this runner does not know strategy'],
    ['a key of a step', job('a', 'name: A', '{ run: x, timeout-minutes: 1 }'), 'does not know timeout-minutes'],
    ['another machine', job('a', 'name: A', GOOD).replace('24.04', '22.04'), 'runs-on is not ubuntu-24.04'],
    ['another action', job('a', 'name: A', '{ uses: actions/cache@v4 }'), 'is not known here'],
    ['another shell', job('a', 'name: A', '{ run: x, shell: pwsh }'), 'the shell pwsh'],
    ['a step that does nothing', job('a', 'name: A', '{ name: x }'), 'has to have one of uses and run'],
    ['an environment that there is not', job('a', 'environment: other', GOOD), 'there is no environment other'],
  ])('%s', async (_case, jobs, message) => {
    await expect(run(jobs)).rejects.toThrow(message);
  });
});
