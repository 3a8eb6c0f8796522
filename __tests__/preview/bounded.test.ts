import { describe, expect, test } from '@jest/globals';
import { bounded, LARGEST, planText } from '../../src/preview/bounded.ts';
import { type PlanOutput } from '../../src/preview/output.ts';
import { ACCOUNT, change, output } from './given.ts';

const read = (text: string): PlanOutput => JSON.parse(text) as PlanOutput;

const LONG = '字\u0000"\\'.repeat(1_000_000);
const many = <T>(value: T): T[] => Array.from({ length: 5_000 }, () => value);
const fault = { tried: LONG, on: LONG, why: LONG, repair: LONG };

describe('the output', () => {
  test('is the plan as it is, where it is small', () => {
    expect(read(planText(output(), ACCOUNT))).toEqual(output());
  });

  test.each<[string, Partial<ReturnType<typeof output>>]>([
    ['texts', { told: LONG, appspec: { from: LONG, content: LONG } }],
    ['refusals', { refusals: many(fault) }],
    ['warnings', { warnings: many(LONG), notKnown: many(LONG) }],
  ])('is small, still JSON, and says that it was cut: %s', (_, more) => {
    const text = planText(output(more), ACCOUNT);
    expect(text.length).toBeLessThanOrEqual(LARGEST);
    expect(Buffer.byteLength(text)).toBeLessThan(3 * LARGEST);
    expect(read(text)).toMatchObject({ version: 1, cut: true });
  });

  test('is small with as many changes as there can be', () => {
    const { taskDefinition } = output();
    if (taskDefinition === null) throw new Error('there is no task definition');
    const changes = many(change({ path: LONG, before: LONG, after: LONG }));
    const text = planText(output({ taskDefinition: { ...taskDefinition, changes } }), ACCOUNT);
    expect(text.length).toBeLessThanOrEqual(LARGEST);
    expect(read(text).cut).toBe(true);
  });

  test('does not hold the account, which a job’s output must not where it is masked; other accounts stay', () => {
    const content = `{"a":"arn:aws:ecs:eu-west-1:${ACCOUNT}:x","b":"arn:aws:ecs:eu-west-1:210987654321:x","c":"9${ACCOUNT}"}`;
    const text = planText(output({ appspec: { from: 'appspec.yaml', content } }), ACCOUNT);
    expect(read(text)).toMatchObject({
      appspec: {
        content: `{"a":"arn:aws:ecs:eu-west-1:<account>:x","b":"arn:aws:ecs:eu-west-1:210987654321:x","c":"9${ACCOUNT}"}`,
      },
    });
  });

  test('is whole where the account is not known', () => {
    expect(read(planText(output(), '*'))).toEqual(output());
  });
});

test('texts lose what could command a terminal or the runner', () => {
  const { told } = bounded(output({ told: 'a\n::error::b\u001b[31m\u202ec' }));
  expect(told).toBe('a ::error::b [31m c');
});
