import { describe, expect, test } from '@jest/globals';
import { type Image } from '../../src/image/image.ts';
import { reportImage, reportPlan, reportRendered, reportRevision, reportStart } from '../../src/report/steps.ts';
import { recordedRun } from '../recorded.ts';
import { inputs, LIVE, service, world } from '../target/fake-aws.ts';
import { judge } from '../target/judge.ts';

describe('the plan', () => {
  test('tells where it starts from and what ran before, with the account-free twin', async () => {
    const run = recordedRun();
    reportPlan(await judge(world(), inputs()), run);
    expect(run.of('info').join('\n')).toContain('Starts from: ');
    expect(run.outputs).toEqual({
      'previous-task-definition-arn': LIVE,
      'previous-task-definition': 'web:12',
      url: 'https://web-1.eu-west-1.elb.amazonaws.com',
    });
    expect(run.of('warning')).toEqual([]);
  });

  test('warns of what should be known', async () => {
    const run = recordedRun();
    reportPlan(await judge(world({ service: service({ desiredCount: 0 }) }), inputs()), run);
    expect(run.of('warning')).toEqual([expect.stringMatching(/desired count|0 tasks/i)]);
  });

  test('the address, where it can be told', async () => {
    const run = recordedRun();
    const plan = await judge(world(), inputs());
    const listener = { ...plan.target.listener, url: 'http://shop.example.com' };
    reportPlan({ ...plan, target: { ...plan.target, listener } }, run);
    expect(run.outputs['url']).toBe('http://shop.example.com');
  });
});

describe('the image', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  const pushed: Image = { reference: `shop@${digest}`, repository: 'shop', tag: '0123', digest, kind: 'pushed' };

  test.each<[string, Image | null, Record<string, string>]>([
    ['none', null, {}],
    ['pushed', pushed, { image: `shop@${digest}`, 'image-tag': '0123', 'image-digest': digest }],
    ['by digest alone', { ...pushed, tag: null }, { image: `shop@${digest}`, 'image-digest': digest }],
    ['by tag alone', { ...pushed, reference: 'shop:1', tag: '1', digest: null }, { image: 'shop:1', 'image-tag': '1' }],
  ])('%s', (_, image, outputs) => {
    const run = recordedRun();
    reportImage(image, run);
    expect(run.outputs).toEqual(outputs);
  });
});

describe('the rendered definition', () => {
  test('names once what was left out, dropped and changed', () => {
    const run = recordedRun();
    const members = { leftOut: ['revision', 'status'], dropped: ['app.command'], changed: ['app.image'] };
    reportRendered({ body: {}, ...members }, 'web:12', run.log);
    expect(run.lines).toEqual([
      'info: Left out of web:12, since RegisterTaskDefinition refuses them: revision, status',
      'info: Dropped with the placeholder image that they belong to: app.command',
      'info: Changed: app.image',
    ]);
  });

  test('says nothing of nothing', () => {
    const run = recordedRun();
    reportRendered({ body: {}, leftOut: [], dropped: [], changed: [] }, 'web:12', run.log);
    expect(run.lines).toEqual([]);
  });
});

test('the revision, with the account-free twin', () => {
  const run = recordedRun();
  reportRevision({ arn: LIVE, name: 'web:12', kind: 'reused' }, run);
  expect(run.lines).toEqual(['info: Revision: web:12 (reused)']);
  expect(run.outputs).toEqual({ 'task-definition-arn': LIVE, 'task-definition': 'web:12' });
});

test('the start: id and link, for the reader, later steps, and post', () => {
  const run = recordedRun();
  reportStart('d-ABCDEFGHI', 'eu-west-1', run);
  const url = 'https://console.aws.amazon.com/codesuite/codedeploy/deployments/d-ABCDEFGHI?region=eu-west-1';
  expect(run.lines).toEqual(['info: Deployment: d-ABCDEFGHI', `info: ${url}`]);
  expect(run.outputs).toEqual({ 'codedeploy-deployment-id': 'd-ABCDEFGHI', 'console-url': url });
  expect(run.state).toEqual({ 'deployment-id': 'd-ABCDEFGHI', 'console-url': url });
});
