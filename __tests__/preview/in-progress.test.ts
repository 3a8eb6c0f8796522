import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { describe, expect, test } from '@jest/globals';
import { type InProgressPolicy } from '../../src/inputs/types.ts';
import { inProgress } from '../../src/preview/in-progress.ts';

const MARKER = 'ecs-blue-green:octo-org/shop:7000000001.1:deploy';
const OTHERS = 'ecs-blue-green:octo-org/shop:6000000001.2:release web:1 → web:2 by octocat';

const info = (more: Partial<DeploymentInfo> = {}): DeploymentInfo => ({
  deploymentId: 'd-OTHER1234',
  status: 'InProgress',
  createTime: new Date('2026-11-24T10:00:00Z'),
  description: OTHERS,
  creator: 'user',
  ...more,
});

const WAIT = 'would wait until it has ended, and then read everything again';

describe('what would be done about a deployment in progress', () => {
  test.each<[InProgressPolicy, boolean, string]>([
    ['wait', false, `${WAIT}.`],
    ['wait', true, `${WAIT}.`],
    ['finish', false, `${WAIT}; if it comes to its termination wait, that would be ended.`],
    ['finish', true, 'end its termination wait, and then deploy'],
    ['replace', false, 'stop it with rollback, and then deploy'],
    ['replace', true, 'end its termination wait, and then deploy'],
    ['fail', false, 'would fail'],
    ['fail', true, 'would fail'],
  ])('%s; has production: %s', (policy, shifted, then) => {
    const madePrimary = shifted ? 'd-OTHER1234' : 'd-MADEPRIM1';
    expect(inProgress(info(), { policy, marker: MARKER, madePrimary }).then).toContain(then);
  });

  test.each<InProgressPolicy>(['wait', 'finish', 'replace'])('a rollback is waited for with %s', (policy) => {
    const of = { policy, marker: MARKER, madePrimary: 'd-OTHER1234' };
    const told = inProgress(info({ creator: 'codeDeployRollback', description: 'x' }), of);
    expect([told.owner, told.then]).toEqual(['CodeDeploy, as a rollback', expect.stringContaining(`${WAIT}.`)]);
  });

  test('one of an earlier attempt is gone on with', () => {
    const description = MARKER.replace('.1:', '.3:');
    const told = inProgress(info({ description }), { policy: 'fail', marker: MARKER, madePrimary: null });
    expect(told.then).toContain('would be gone on with');
  });
});

test('whose it is', () => {
  const of = { policy: 'wait', marker: MARKER, madePrimary: null } as const;
  expect(inProgress(info(), of)).toMatchObject({
    id: 'd-OTHER1234',
    status: 'InProgress',
    since: '2026-11-24T10:00:00.000Z',
    owner: 'run 6000000001, attempt 2, job release of octo-org/shop',
    description: OTHERS,
  });
  expect(inProgress(info({ description: 'by\n::error::hand' }), of)).toMatchObject({
    owner: 'not started by this action',
    description: 'by ::error::hand',
  });
});
