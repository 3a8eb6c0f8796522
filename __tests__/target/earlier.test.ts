import { describe, expect, test } from '@jest/globals';
import { anotherOf, earlierRevision, isEarlierAttempt } from '../../src/target/earlier.ts';
import { type DescribedTaskDefinition } from '../../src/ports/aws/aws.ts';

const MARKER = 'ecs-blue-green:octo/shop:70.2:deploy';
const ours = (marker: string): string => `${marker} web:1 → web:2 commit 0123456 by octocat`;

describe('an earlier attempt of this run', () => {
  test.each([
    ['the first attempt of this job', ours('ecs-blue-green:octo/shop:70.1:deploy'), MARKER, true],
    ['this attempt itself', ours(MARKER), MARKER, true],
    ['another run', ours('ecs-blue-green:octo/shop:71.1:deploy'), MARKER, false],
    ['another job', ours('ecs-blue-green:octo/shop:70.1:other'), MARKER, false],
    ['another leg of the matrix', ours('ecs-blue-green:octo/shop:70.1:deploy:0123abcd'), MARKER, false],
    ['not made by this step', 'a colleague’s', MARKER, false],
    ['a run that does not know itself', ours(MARKER), null, false],
  ])('%s: %s', (_, description, marker, expected) => {
    expect(isEarlierAttempt({ description }, marker)).toBe(expected);
    const running = { description };
    expect(anotherOf(running, marker)).toBe(expected ? null : running);
  });

  test('is not what CodeDeploy started to take it back, whatever stands on that', () => {
    const rollback = { description: ours(MARKER), creator: 'codeDeployRollback' as const };
    expect(isEarlierAttempt(rollback, MARKER)).toBe(false);
    expect(anotherOf(rollback, MARKER)).toBe(rollback);
  });

  test.each([null, undefined])('nothing in progress (%s) is nobody’s', (running) => {
    expect(anotherOf(running, MARKER)).toBeNull();
  });
});

describe('what it brings to production', () => {
  const found: DescribedTaskDefinition = { arn: 'arn', definition: {}, tags: [] };
  const asked: string[] = [];
  const ecs = {
    describeTaskDefinition: (name: string) => {
      asked.push(name);
      return name === 'web:2' ? Promise.resolve(found) : Promise.reject(new Error('gone'));
    },
  };

  test.each([
    ['is read from its description', { description: ours(MARKER) }, found],
    ['is not known where the revision is gone', { description: ours(MARKER).replace('web:2', 'web:3') }, null],
    ['is not asked for where someone else wrote the description', { description: 'x web:1 → web:2' }, null],
    ['is nothing where nothing runs', null, null],
  ])('%s', async (_, running, expected) => {
    asked.length = 0;
    expect(await earlierRevision(running, ecs)).toEqual(expected);
    expect(asked).toHaveLength(running?.description.startsWith(MARKER) ? 1 : 0);
  });
});
