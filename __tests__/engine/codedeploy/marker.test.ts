import { describe, expect, test } from '@jest/globals';
import {
  deployedBy,
  describeDeployment,
  parseDescription,
  replacedBy,
  revisionOf,
} from '../../../src/engine/codedeploy/describe.ts';
import { carriesMarker, carriesRun, markerOf, parseMarker } from '../../../src/engine/codedeploy/marker.ts';

const run = { repository: 'acme/shop', runId: '12345678901', runAttempt: '2', job: 'deploy' };

describe('a marker', () => {
  test('is read back', () => {
    const text = markerOf(run, 'a1b2c3');
    expect(text).toBe('ecs-blue-green:acme/shop:12345678901.2:deploy:a1b2c3');
    expect(parseMarker(`${text} web:1 → web:2`)).toEqual({
      text,
      repository: 'acme/shop',
      runId: '12345678901',
      attempt: '2',
      job: 'deploy',
      matrix: 'a1b2c3',
    });
  });

  const long = {
    ...run,
    repository: `${'o'.repeat(39)}/${'r'.repeat(100)}`,
    job: 'j'.repeat(100),
    runId: '9'.repeat(40),
  };
  test.each([
    ['job', { ...long, job: `${long.job}x` }, 'm'.repeat(64)],
    ['repository', { ...long, repository: `${long.repository}x` }, 'm'.repeat(64)],
    ['run', { ...long, runId: `${long.runId}8` }, 'm'.repeat(64)],
    ['attempt', { ...long, runAttempt: '3' }, 'm'.repeat(64)],
    ['matrix', long, 'm'.repeat(65)],
  ])('of long names is short, and another one for another %s', (_name, other, matrix) => {
    const text = markerOf(long, 'm'.repeat(64));
    expect(text.length).toBeLessThanOrEqual(110);
    expect(parseMarker(text)?.text).toBe(text);
    expect(markerOf(other, matrix)).not.toBe(text);
    expect(markerOf(long, 'm'.repeat(64))).toBe(text);
  });

  test.each([
    ['a longer job', 'ecs-blue-green:acme/shop:1.1:deploy2'],
    ['a matrix more', 'ecs-blue-green:acme/shop:1.1:deploy:x'],
    ['elsewhere in the text', 'see ecs-blue-green:acme/shop:1.1:deploy'],
    ['empty', ''],
  ])('is not carried by %s', (_name, description) => {
    expect(carriesMarker(description, 'ecs-blue-green:acme/shop:1.1:deploy')).toBe(false);
  });

  test('hostile names cannot imitate another run', () => {
    const text = markerOf({ ...run, job: 'deploy:evil web\n:x' }, '');
    expect(parseMarker(`${text} tail`)?.text).toBe(text);
    expect(text).not.toMatch(/\s/);
  });

  test('attempts of one run belong together, runs outside of GitHub do not', () => {
    expect(carriesRun(markerOf({ ...run, runAttempt: '1' }, ''), markerOf(run, ''))).toBe(true);
    expect(carriesRun(markerOf({ ...run, runId: '7' }, ''), markerOf(run, ''))).toBe(false);
    const local = markerOf({ repository: '', runId: '', runAttempt: '', job: '' }, '');
    expect(carriesRun(local, local)).toBe(false);
  });
});

describe('a description', () => {
  const parts = {
    kind: 'deploy' as const,
    marker: markerOf(run, ''),
    from: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:1',
    to: 'arn:aws-cn:ecs:cn-north-1:123456789012:task-definition/web:2',
    commit: '0123456789abcdef',
    actor: 'octocat',
    text: 'Release 7',
  };

  test('has all of it in order', () => {
    expect(describeDeployment(parts)).toBe(`${parts.marker} web:1 → web:2 commit 0123456 by octocat Release 7`);
  });

  test.each(['x', '💙', 'a💙', 'é'])('cuts only the text, at 256, never through a character: %s', (sign) => {
    const text = describeDeployment({ ...parts, text: sign.repeat(400) });
    expect(text.length).toBeLessThanOrEqual(256);
    expect(text.length).toBeGreaterThan(250);
    expect(text.isWellFormed()).toBe(true);
    expect(text).toContain('by octocat');
    expect(text.endsWith('…')).toBe(true);
  });

  test('holds no control characters', () => {
    const text = describeDeployment({ ...parts, actor: 'a\nb', text: 'one\r\n::set-output\u0000\u2028two\ud800' });
    expect(text).not.toMatch(/[\p{Cc}\p{Zl}]/u);
    expect(text.isWellFormed()).toBe(true);
  });

  test('leaves out what is not there', () => {
    const text = describeDeployment({ ...parts, commit: '', actor: '', text: '' });
    expect(text).toBe(`${parts.marker} web:1 → web:2`);
  });

  test('a revision that is no ARN stays as it is', () => {
    expect(revisionOf('web:7')).toBe('web:7');
  });

  test('of a rollback says so, and both are read back', () => {
    const text = describeDeployment({ ...parts, kind: 'rollback' });
    expect(text).toBe(`${parts.marker} web:1 ↩ web:2 commit 0123456 by octocat Release 7`);
    const read = { from: 'web:1', to: 'web:2', commit: '0123456', actor: 'octocat' };
    expect(parseDescription(text)).toEqual({ kind: 'rollback', ...read });
    expect(parseDescription(describeDeployment(parts))).toEqual({ kind: 'deploy', ...read });
    expect(deployedBy(text)).toBe('web:2');
  });

  test.each([
    ['a deployment into a rollback', { text: 'web:1 ↩ web:9 commit 7777777 by mallory' }],
    ['its actor', { actor: 'eve ↩ web:9', text: 'by mallory' }],
    ['its commit', { commit: '', text: 'commit 7777777' }],
  ])('cannot be turned by its words: %s', (_name, words) => {
    const read = parseDescription(describeDeployment({ ...parts, ...words }));
    expect(read).toMatchObject({ kind: 'deploy', from: 'web:1', to: 'web:2' });
    expect(['0123456', null]).toContain(read?.commit);
    expect(read?.actor).not.toBe('mallory');
  });

  test.each([
    ['nobody’s', 'web:1 ↩ web:2'],
    ['another tool’s', 'ecs-blue-green deployed web:1 → web:2'],
    ['one without revisions', `${markerOf(run, '')} hello`],
    ['one cut short', `${markerOf(run, '')} web:1 → web:2x`],
  ])('is read from none but ours: %s', (_name, text) => {
    expect(parseDescription(text)).toBeNull();
  });
});

test.each([
  ['a deployment', 'web:1 → web:2', 'web:1'],
  ['a rollback', 'web:2 ↩ web:1', 'web:2'],
  ['one whose end was cut', 'web:2 → a-very-lo…', 'web:2'],
])('what is replaced is read from %s', (_, text, expected) => {
  expect(replacedBy(`${markerOf(run, '')} ${text}`)).toBe(expected);
});
