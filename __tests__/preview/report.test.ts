import { describe, expect, test } from '@jest/globals';
import { reportPreview } from '../../src/preview/report.ts';
import { type DeploymentOutput, type PlanOutput } from '../../src/preview/output.ts';
import { recordedRun } from '../recorded.ts';
import { ACCOUNT, change, output } from './given.ts';

async function reported(plan: PlanOutput) {
  const run = recordedRun();
  await reportPreview(plan, ACCOUNT, run);
  return { ...run, summary: run.summaries.join('\n'), info: run.of('info') };
}

const withChanges = (...changes: readonly ReturnType<typeof change>[]): DeploymentOutput => {
  const { taskDefinition } = output();
  if (taskDefinition === null) throw new Error('there is no task definition');
  return output({ taskDefinition: { ...taskDefinition, changes } });
};

describe('a plan', () => {
  test('is told in groups, as a page and as JSON', async () => {
    const { of, outputs, summary, info } = await reported(output());
    expect(of('group')).toEqual(['Target', 'Task definition: web:12 → web:<new>', 'AppSpec', 'Deployment', 'Wait']);
    expect(info).toEqual(
      expect.arrayContaining([
        'Weights on the production listener: blue 1, green 0',
        '~ cpu: "256" → "512"',
        'Production traffic: 10 %, 100 % after 5 min',
        'By the schedule: 1 h 5 min; given up after 1 h 35 min',
        'On top: the start of the new tasks',
      ]),
    );
    expect(info.at(-1)).toBe(output().told);
    expect(summary).toMatch(/^### 📝 Plan: web in shop\n/);
    expect(JSON.parse(outputs['plan'] ?? '')).toEqual(output());
    expect(Object.keys(outputs)).toEqual(['plan']);
  });

  test('with refusals tells each in red, whole, and is still told', async () => {
    const why = `because ${'x'.repeat(5_000)}`;
    const refusals = [
      { tried: 'find the service', on: 'shop/web', why, repair: 'aws ecs list-services' },
      { tried: 'read', on: 'it', why: 'denied', repair: 'Allow it.' },
    ];
    const { of, outputs, summary } = await reported(output({ result: 'refused', refusals }));
    expect(of('error')).toEqual([
      `Could not find the service (shop/web): ${why}\naws ecs list-services`,
      'Could not read (it): denied\nAllow it.',
    ]);
    expect(summary).toContain('### ❌ Plan: refused');
    expect(summary).toContain('denied Allow it.');
    expect(JSON.parse(outputs['plan'] ?? '')).toMatchObject({ result: 'refused', cut: true, refusals: [{}, {}] });
  });

  test('with a long difference folds it away on the page', async () => {
    const long = Array.from({ length: 30 }, (_, index) => change({ path: `m${index}` }));
    const { summary } = await reported(withChanges(...long));
    expect(summary).toMatch(
      /<details><summary>Task definition: web:12 → web:&lt;new&gt;<\/summary>\n\n- [^]*m29[^]*<\/details>/,
    );
  });

  test('is harmless on the page, whatever stands in it', async () => {
    const evil = '</details><img src=x onerror=alert(1)> [a](javascript:x) @octocat ``` |';
    const { summary, info } = await reported(withChanges(change({ path: evil, before: evil, after: '::error::x' })));
    expect(summary).not.toMatch(/<img|\]\(javascript|@octocat|```/);
    expect(info.some((line) => /^\s*::/.test(line))).toBe(false);
  });

  test('says of a hidden value only that it changes', async () => {
    const hidden = change({ path: 'environment["A"]', kind: 'added', before: null, after: null, hidden: true });
    const { info } = await reported(
      withChanges(hidden, change({ path: 'x', kind: 'reordered', before: null, after: null })),
    );
    expect(info).toEqual(expect.arrayContaining(['+ environment["A"] (added; value not shown)', '~ x: another order']));
  });

  test('tells what is warned of, and what is not known', async () => {
    const { of, info } = await reported(
      output({ warnings: ['careful'], notKnown: ['Whether an alarm is on: denied.'] }),
    );
    expect(of('warning')).toEqual(['careful']);
    expect(info).toContain('Not known: Whether an alarm is on: denied.');
  });

  test('goes on where the page cannot be written', async () => {
    const run = recordedRun();
    const addSummary = (): Promise<void> => Promise.reject(new Error('disk full'));
    await reportPreview(output(), ACCOUNT, { ...run, runner: { ...run.runner, addSummary } });
    expect(run.of('warning')).toEqual(['The job summary could not be written: disk full']);
  });
});
