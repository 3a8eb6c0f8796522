/** What a rollback would do, from an account with a past, and how much it reads for that. */
import { describe, expect, test } from '@jest/globals';
import { RefusalError } from '../../src/errors.ts';
import { BOOTSTRAP_LABEL } from '../../src/task-definition/bootstrap.ts';
import { appspecOf } from '../e2e/past.ts';
import { container, definition } from '../target/fake-aws.ts';
import { arnOf, type Past, planned } from './account.ts';
import { failed, info, stopped } from './pasts.ts';

const current = info('d-12', 1, 'web:10 → web:12');
const ten = info('d-10', 3, 'web:9 → web:10');
const count = (calls: readonly string[], operation: string): number =>
  calls.filter((call) => call === operation).length;

async function refused(past: Past, to?: Parameters<typeof planned>[1]): Promise<readonly string[]> {
  const thrown: unknown = await planned(past, to).catch((error: unknown) => error);
  if (!(thrown instanceof RefusalError)) throw new Error('It was not refused.', { cause: thrown });
  return thrown.refusals.map(({ why, repair }) => `${why} | ${repair}`);
}

describe('a job that is run again', () => {
  const byHand = { ...stopped, errorInformation: { code: 'MANUAL_STOP' as const, message: 'stopped' } };
  const taken = info('d-13', 0.5, 'web:12 → web:13', byHand);
  const back = info('d-BACK', 0.4, '', {
    creator: 'codeDeployRollback',
    rollbackInfo: { rollbackTriggeringDeploymentId: 'd-13' },
  });
  const previous = { kind: 'previous' } as const;

  test('goes no further back where a deployment was stopped since: an earlier attempt may have done that', async () => {
    const deployments = [ten, current, taken, back];
    const { choice, warnings } = (await planned({ deployments }, previous, '2')).plan;
    expect(choice).toMatchObject({ kind: 'there' });
    expect(warnings).toEqual([
      expect.stringMatching(/^Nothing is done: .*deployment d-13 left when it was stopped.*'rollback-to'/s),
    ]);
    // Which code a stop has is assumed: none counts as well.
    const untold = { deployments: [ten, current, { ...taken, errorInformation: undefined }, back] };
    expect((await planned(untold, previous, '2')).plan.choice.kind).toBe('there');
    // A run of its own was asked for by somebody who sees what is live.
    expect((await planned({ deployments }, previous, '1')).plan.choice.to.name).toBe('web:10');
    // So is a revision by its name.
    expect((await planned({ deployments }, { kind: 'revision', revision: 10 }, '2')).plan.choice.to.name).toBe(
      'web:10',
    );
  });

  test.each([
    ['the latest is live', [ten, current]],
    ['the stopped one is older than what is live', [ten, info('d-11', 2, 'web:10 → web:11', stopped), current]],
    ['nobody let the latest go on', [ten, current, { ...taken, errorInformation: { code: 'TIMEOUT' as const } }, back]],
    ['the latest failed by itself', [ten, current, { ...taken, ...failed }, back]],
  ])('goes back where %s', async (_, deployments) => {
    expect((await planned({ deployments }, previous, '2')).plan.choice.to.name).toBe('web:10');
  });
});

describe('the history', () => {
  test('is read no further back than the last two weeks where that tells it', async () => {
    const { plan, calls } = await planned({ deployments: [info('d-9', 300, 'web:8 → web:9'), ten, current] });
    expect(plan.choice).toMatchObject({
      kind: 'deploy',
      to: { name: 'web:10', arn: arnOf('web:10') },
      leaves: { name: 'web:12' },
    });
    expect([count(calls, 'ListDeployments'), count(calls, 'BatchGetDeployments')]).toEqual([1, 1]);
  });

  test('of 300 deployments is read 25 at a time, each once', async () => {
    const many = Array.from({ length: 298 }, (_, index) =>
      info(`d-X${index}`, 2 + index / 1000, 'web:10 → web:11', stopped),
    );
    const { plan, calls } = await planned({ deployments: [...many, ten, current] });
    expect(plan.choice.to.name).toBe('web:10');
    expect([count(calls, 'ListDeployments'), count(calls, 'BatchGetDeployments')]).toEqual([1, 12]);
  });

  test('is read in wider and wider windows until something is found', async () => {
    const old = info('d-10', 800, 'web:9 → web:10');
    const { plan, calls } = await planned({
      deployments: [old, info('d-11', 200, 'web:10 → web:11', failed), current],
    });
    expect(plan.choice.to.name).toBe('web:10');
    // Of each window only what the ones before did not have.
    expect([count(calls, 'ListDeployments'), count(calls, 'BatchGetDeployments')]).toEqual([4, 3]);
  });

  test('has an end: of thousands a thousand are looked at, which is said', async () => {
    const many = Array.from({ length: 1500 }, (_, index) =>
      info(`d-X${index}`, 2 + index / 1000, 'web:10 → web:11', stopped),
    );
    const deployments = [current, ten, ...many];
    const { plan, lines, calls } = await planned({ deployments });
    expect(plan.choice.to.name).toBe('web:10');
    expect(count(calls, 'BatchGetDeployments')).toBe(40);
    expect(lines.join('\n')).toContain('Only 1000 deployments of the group are looked at');
  });

  test('of others is told by their AppSpecs, read only as far as needed; S3 is passed over, which is said', async () => {
    const s3 = info('d-S3', 2, 'pipeline', { revision: { revisionType: 'S3' } });
    const deployments = [info('d-8', 6, 'by hand'), info('d-9', 5, 'by hand'), s3, current];
    const appspecs = { 'sha-d-9': appspecOf(arnOf('web:9')), 'sha-d-8': appspecOf(arnOf('web:8')) };
    const { plan, lines, calls } = await planned({ deployments, appspecs });
    expect(plan.choice).toMatchObject({ to: { name: 'web:9' }, appspec: { content: appspecs['sha-d-9'] } });
    expect(count(calls, 'GetApplicationRevision')).toBe(1);
    expect(lines).toContain('Deployment d-S3 is passed over: its AppSpec lies in S3 and is not read.');
  });

  test('an AppSpec that nobody can read is passed over as well', async () => {
    const deployments = [info('d-8', 6, 'by hand'), info('d-9', 5, 'by hand'), current];
    const appspecs = { 'sha-d-9': 'Resources: [', 'sha-d-8': appspecOf(arnOf('web:8')) };
    const { plan, lines } = await planned({ deployments, appspecs });
    expect(plan.choice.to.name).toBe('web:8');
    expect(lines.join('\n')).toContain('The AppSpec of deployment d-9 cannot be used');
  });
});

describe('previous', () => {
  test('passes the placeholder of a fresh stack over', async () => {
    const labelled = { ...container('app', 8080), dockerLabels: { [BOOTSTRAP_LABEL]: 'command' } };
    const bodies = { 'web:10': definition([labelled]) };
    const { plan } = await planned({ deployments: [info('d-9', 5, 'web:8 → web:9'), ten, current], bodies });
    expect(plan.choice.to.name).toBe('web:9');
    expect(await refused({ deployments: [ten, current], bodies })).toEqual([
      expect.stringContaining('the placeholder of a fresh stack'),
    ]);
  });

  test('is not passed over where it cannot be used: that is refused, with what there is', async () => {
    const bodies = { 'web:10': { ...definition([container('web', 80)]), status: 'INACTIVE' }, 'web:8': null };
    const deployments = [info('d-8', 6, 'web:7 → web:8'), info('d-9', 5, 'web:8 → web:9'), ten, current];
    const [inactive = '', misfit = '', ...others] = await refused({ deployments, bodies });
    expect(others).toEqual([]);
    expect(inactive).toContain('it is INACTIVE');
    expect(misfit).toContain("the load balancer goes to container 'app', and this revision has: web");
    expect(misfit).toMatch(/What there is: web:9 \(5 days ago, by hubot, image registry\/app:9\)\.$/);
  });

  test('without a candidate tells what was rolled back from, and what the first deployment found', async () => {
    const back = info('d-12', 1, 'web:9 ↩ web:12');
    const [told] = await refused({ deployments: [info('d-9', 5, 'web:8 → web:9'), back] });
    expect(told).toMatch(
      /is left\. Rolled back from, so only to be had by name: web:9\. Deployment d-9, the first that is known, found web:8 in production\.$/,
    );
    expect(await refused({ deployments: [back], bodies: { 'web:9': null } })).toEqual([
      expect.stringMatching(/is left\.$/),
    ]);
  });

  test('that ECS does not know any more is refused', async () => {
    expect(await refused({ deployments: [ten, current], bodies: { 'web:10': null } })).toEqual([
      expect.stringContaining('ECS does not know this task definition'),
    ]);
  });
});

describe('a revision', () => {
  test.each([
    ['by its number', { kind: 'revision', revision: 9 }],
    ['by name', { kind: 'definition', reference: 'web:9' }],
    ['by its ARN', { kind: 'definition', reference: arnOf('web:9') }],
    ['by the tag of its image', { kind: 'name', name: '9' }],
  ] as const)('%s, with the AppSpec that it was deployed with', async (_, to) => {
    const content = appspecOf(arnOf('web:9'), [{ AfterAllowTraffic: 'check' }]);
    const deployments = [info('d-9', 5, 'web:8 → web:9'), ten, current];
    const { plan } = await planned({ deployments, appspecs: { 'sha-d-9': content } }, to);
    expect(plan.choice).toMatchObject({ kind: 'deploy', to: { name: 'web:9' }, appspec: { content } });
    expect(plan.warnings).toEqual([]);
  });

  test('an AppSpec of another revision than its description says is not used', async () => {
    const appspecs = { 'sha-d-10': appspecOf(arnOf('web:7')) };
    const { plan } = await planned({ deployments: [ten, current], appspecs });
    expect(plan.choice).toMatchObject({ appspec: { content: expect.stringContaining(arnOf('web:10')) } });
  });

  test('is rolled back to although the history may not be read, with a warning', async () => {
    const past = { deployments: [ten, current], denied: ['ListDeployments'] };
    const { plan } = await planned(past, { kind: 'revision', revision: 10 });
    expect(plan.choice.to.name).toBe('web:10');
    expect(plan.warnings.join()).toContain('"Action":"codedeploy:ListDeployments"');
  });

  test('candidates are told newest first, without what is live, what was rolled back from and what is gone', async () => {
    const deployments = [
      ...[1, 2, 3, 4, 5, 6, 7].map((n) => info(`d-${n}`, 13 - n, `web:${n - 1} → web:${n}`)),
      info('d-11', 3, 'web:7 → web:11'),
      info('d-R', 2, 'web:11 ↩ web:7'),
      current,
    ];
    const { plan } = await planned({ deployments, bodies: { 'web:6': null } });
    expect((await plan.candidates()).map(({ revision }) => revision)).toEqual([
      'web:7',
      'web:5',
      'web:4',
      'web:3',
      'web:2',
    ]);
  });
});
