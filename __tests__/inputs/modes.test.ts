/** What each mode reads, and which inputs have no place in it. */
import { describe, expect, test } from '@jest/globals';
import { InputError } from '../../src/errors.ts';
import { readInputs } from '../../src/inputs.ts';
import { variableOf } from '../../src/inputs/reading.ts';
import { parseRollbackTo } from '../../src/inputs/rollback.ts';
import { type Inputs } from '../../src/inputs/types.ts';

type Given = Readonly<Record<string, string>>;

const read = (given: Given): Promise<Inputs> =>
  readInputs(
    Object.fromEntries(Object.entries({ service: 'web', ...given }).map(([name, value]) => [variableOf(name), value])),
  );

async function faulty(given: Given): Promise<readonly string[]> {
  const thrown = await read(given).catch((error: unknown) => error);
  if (!(thrown instanceof InputError)) throw new Error('The inputs were read without a fault.');
  return thrown.faults.map(({ input }) => input);
}

const ID = 'd-ABCDEFGHI';
const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
const ARN = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7';

describe('a mode', () => {
  test.each<[Given, Partial<Record<string, unknown>>]>([
    [{ mode: 'rollback' }, { mode: 'rollback', to: { kind: 'previous' }, deploymentId: null, ignoreAlarms: false }],
    [
      { mode: 'rollback', 'codedeploy-deployment-id': ID },
      { mode: 'rollback', deploymentId: ID },
    ],
    [
      { mode: 'wait', 'codedeploy-deployment-id': ID },
      { mode: 'wait', deploymentId: ID },
    ],
    [
      { mode: 'promote', 'codedeploy-deployment-id': ID },
      { mode: 'promote', deploymentId: ID, approved: null },
    ],
    [
      { mode: 'promote', 'codedeploy-deployment-id': ID, 'task-definition': 'web:7' },
      { mode: 'promote', approved: 'web:7' },
    ],
    [
      { mode: 'plan', image: 'shop/web:v2' },
      { mode: 'plan', of: expect.objectContaining({ mode: 'deploy' }) },
    ],
    [
      { mode: 'plan', 'rollback-to': '7' },
      {
        mode: 'plan',
        of: expect.objectContaining({ mode: 'rollback', to: { kind: 'revision', revision: 7 } }),
      },
    ],
  ])('%j is read', async (given, expected) => {
    expect(await read(given)).toMatchObject(expected);
  });

  test.each<[string, Given, readonly string[]]>([
    ['one that there is not, and nothing else', { mode: 'rolback', 'rollback-to': '7' }, ['mode']],
    ['an image in a rollback', { mode: 'rollback', repository: 'web', image: 'web:1' }, ['repository', 'image']],
    ['rollback-to in a deployment', { 'rollback-to': '7' }, ['rollback-to']],
    ['a deployment id in a deployment', { 'codedeploy-deployment-id': ID }, ['codedeploy-deployment-id']],
    ['an image in the plan of a rollback', { mode: 'plan', 'rollback-to': '7', image: 'web:1' }, ['image']],
    ['no id to promote', { mode: 'promote' }, ['codedeploy-deployment-id']],
    ['no id to wait for', { mode: 'wait' }, ['codedeploy-deployment-id']],
    ['an id that is none', { mode: 'wait', 'codedeploy-deployment-id': 'web:7' }, ['codedeploy-deployment-id']],
    [
      'a file to promote',
      { mode: 'promote', 'codedeploy-deployment-id': ID, 'task-definition': 'a.json' },
      ['task-definition'],
    ],
    [
      'two ways to say what is rolled back',
      { mode: 'rollback', 'rollback-to': '7', 'codedeploy-deployment-id': ID },
      ['rollback-to'],
    ],
    ['a smoke test that is never reached', { 'smoke-test': 'true', 'wait-for': 'test-ready' }, ['smoke-test']],
    ['minutes without a smoke test', { 'smoke-test-minutes': '3' }, ['smoke-test-minutes']],
    [
      'on-cancel in a mode that only watches',
      { mode: 'wait', 'codedeploy-deployment-id': ID, 'on-cancel': 'leave' },
      ['on-cancel'],
    ],
  ])('refuses %s', async (_, given, expected) => {
    expect(await faulty(given)).toEqual(expected);
  });
});

describe('rollback-to', () => {
  test.each([
    ['', { kind: 'previous' }],
    ['previous', { kind: 'previous' }],
    ['12', { kind: 'revision', revision: 12 }],
    ['web:12', { kind: 'definition', reference: 'web:12' }],
    [ARN, { kind: 'definition', reference: ARN }],
    [DIGEST, { kind: 'digest', digest: DIGEST }],
    [`shop/web@${DIGEST}`, { kind: 'digest', digest: DIGEST }],
    ['0123abc', { kind: 'name', name: '0123abc' }],
    ['v1.2.3', { kind: 'name', name: 'v1.2.3' }],
  ])('%j', (text, value) => {
    expect(parseRollbackTo(text)).toEqual({ ok: true, value });
  });

  test.each(['-1', 'web:', 'web:0', 'a b', `sha256:${'g'.repeat(64)}`, 'arn:aws:ecs:eu-west-1:1:x', '../v1'])(
    '%j is none',
    (text) => {
      expect(parseRollbackTo(text).ok).toBe(false);
    },
  );
});
