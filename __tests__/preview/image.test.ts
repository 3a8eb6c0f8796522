/** Which image a run would deploy, told without Docker. */
import { describe, expect, test } from '@jest/globals';
import { type Existing } from '../../src/image/existing.ts';
import { type BuildInputs } from '../../src/inputs/types.ts';
import { type KnownPlan } from '../../src/plan.ts';
import { foreseeImage } from '../../src/preview/image.ts';
import { recordedRun } from '../recorded.ts';
import { build, ECR_HOST, inputs } from '../target/fake-aws.ts';

const SHA = recordedRun().runner.context.sha;
const DIGEST = `sha256:${'a'.repeat(64)}`;
const TAG = 'content-0123';

const existing = (more: Partial<Existing> = {}): Existing => ({
  content: { tag: TAG },
  image: null,
  taken: [],
  ...more,
});
const there = (...tags: readonly string[]): Existing =>
  existing({ image: { digest: DIGEST, tags, pushedAt: Date.parse('2026-11-24T10:00:00Z'), manifest: null } });

const known = (of: Existing | null, reachable = true): KnownPlan => ({
  target: null,
  draft: null,
  appspec: null,
  waiting: null,
  warnings: [],
  builtFor: ['app'],
  destination: reachable ? { repositoryUri: `${ECR_HOST}/web` } : null,
  existing: of,
});

const foreseen = async (of: KnownPlan, source: Partial<BuildInputs> = {}) => {
  const asked = inputs({ source: { ...build(), context: '/nowhere', ...source } });
  return (await foreseeImage(asked, of, null, recordedRun().runner))?.planned;
};

describe('a build', () => {
  test.each<[string, KnownPlan, Partial<BuildInputs>, string, readonly string[]]>([
    ['of new content', known(existing()), {}, 'no image of the same content', [SHA, TAG]],
    [
      'of a context from elsewhere',
      known(existing({ content: { none: 'it is fetched' } })),
      {},
      'it is fetched',
      [SHA],
    ],
    [
      'that is asked for again',
      known(there()),
      { existingImage: 'rebuild' },
      "existing-image is 'rebuild'",
      [SHA, TAG],
    ],
    ['into a repository that could not be read', known(null, false), {}, 'is not known', [SHA]],
    ['with tags', known(existing()), { tags: ['v1', SHA] }, 'no image', [SHA, 'v1', TAG]],
  ])('%s', async (_, of, source, why, tags) => {
    expect(await foreseen(of, source)).toEqual({
      action: 'build',
      reference: of.destination?.repositoryUri ?? 'web',
      digest: null,
      tags,
      containers: ['app'],
      told: expect.stringContaining(why),
    });
  });
});

test('an image of the same content is reused, under the tags that it lacks', async () => {
  expect(await foreseen(known(there(TAG, 'v1')), { tags: ['v1', 'v2'] })).toEqual({
    action: 'reuse',
    reference: `${ECR_HOST}/web@${DIGEST}`,
    digest: DIGEST,
    tags: [SHA, 'v2'],
    containers: ['app'],
    told: expect.stringContaining('pushed 2026-11-24T10:00:00Z: nothing would be built'),
  });
});

test('no image, where the definition is deployed as written or the given one could not be read', async () => {
  const { runner } = recordedRun();
  expect(await foreseeImage(inputs(), known(null), null, runner)).toBeNull();
  const given = inputs({ source: { kind: 'given', reference: 'web:1' } });
  expect(await foreseeImage(given, known(null), null, runner)).toBeNull();
});
