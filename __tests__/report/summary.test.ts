import { describe, expect, test } from '@jest/globals';
import { cell, link } from '../../src/report/markdown.ts';
import { summary, type SummaryFacts } from '../../src/report/summary.ts';

const facts: SummaryFacts = {
  outcome: { result: 'succeeded', note: 'web:2 takes the production traffic' },
  cluster: 'shop',
  service: 'web',
  from: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:1',
  to: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:2',
  image: 'registry/web',
  digest: 'sha256:ab',
  deploymentId: 'd-1',
  consoleUrl: 'https://console.aws.amazon.com/x?region=eu-west-1',
  url: null,
  events: [
    { name: 'Install', status: 'Succeeded', startedAt: 0, endedAt: 42_000, diagnostics: null },
    { name: 'AllowTraffic', status: 'Failed', startedAt: 0, endedAt: 1_000, diagnostics: null },
    { name: 'AfterAllowTraffic', status: 'Skipped', startedAt: null, endedAt: null, diagnostics: null },
  ],
  tookMs: 90_000,
};

test('tells revision, image, deployment and timings', () => {
  const text = summary(facts);
  for (const part of [
    '### ✅ Deployed: web in shop',
    '| Revision | web:1 → web:2 |',
    '| Image | registry/web |',
    '| Deployment | [d-1](https://console.aws.amazon.com/x?region=eu-west-1) |',
    '| Took | 90 s |',
    '| Install | 42 s |',
    '| AllowTraffic | Failed, 1 s |',
    '| AfterAllowTraffic | Skipped |',
  ])
    expect(text).toContain(part);
});

test('a success has the name that its mode gives it', () => {
  expect(summary({ ...facts, done: 'Back on web:1' })).toMatch(/^### ✅ Back on web:1: web in shop\n/);
});

test('a rollback is named', () => {
  const outcome = { result: 'rolled-back', cause: 'alarm', rollbackId: 'd-BACK' } as const;
  expect(summary({ ...facts, outcome })).toMatch(/❌ Rolled back[^]*\| Rollback deployment \| d-BACK \|/);
});

describe('hostile text', () => {
  test.each([
    ['a cell that ends', 'a | b', 'a &#124; b'],
    ['a row that ends', 'a\n| b', 'a &#124; b'],
    ['HTML', '<img src=x onerror=y>', '&lt;img src=x onerror=y&gt;'],
    ['an entity', '&lt;', '&amp;lt;'],
    ['code', '`x` \\', '&#96;x&#96; &#92;'],
    ['a link', '[x](javascript:y)', '&#91;x&#93;&#40;javascript:y&#41;'],
    ['an address', 'https://evil.example', 'https&#58;//evil.example'],
    ['a mention', '@octocat #1', '&#64;octocat &#35;1'],
  ])('%s', (_name, text, expected) => {
    expect(cell(text)).toBe(expected);
  });

  test.each(['javascript:alert(1)', 'https://x.example/)[y](z', 'https://x.example/ y', 'https://x/|'])(
    'an address that is none of ours is no link: %s',
    (address) => {
      expect(link('x', address)).toBe('x');
    },
  );

  test('in every field stays in its cell', () => {
    const evil = '|\n<b>`](x)';
    const text = summary({
      ...facts,
      service: evil,
      cluster: evil,
      from: evil,
      to: evil,
      image: evil,
      digest: evil,
      deploymentId: evil,
    });
    expect(text).not.toMatch(/<b>|`|\]\(x\)/);
    for (const row of text.split('\n').filter((one) => one.startsWith('|'))) expect(row.split('|')).toHaveLength(4);
  });
});
