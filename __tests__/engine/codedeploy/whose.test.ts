import { expect, test } from '@jest/globals';
import { type Described, whose } from '../../../src/engine/codedeploy/whose.ts';

const RUN = 'ecs-blue-green:octo/shop:70.2:deploy web:1 → web:2';

test.each<[string, Described, string]>([
  [
    'a run, with the actor',
    { description: `${RUN} commit 0123456 by octocat Spring release` },
    'started by run 70, attempt 2, job deploy of octo/shop, by octocat',
  ],
  [
    'a run that rolls back',
    { description: `${RUN.replace('→', '↩')} commit 0123456 by octocat` },
    'started by run 70, attempt 2, job deploy of octo/shop, by octocat',
  ],
  [
    'a run without a commit',
    { description: `${RUN} by octocat` },
    'started by run 70, attempt 2, job deploy of octo/shop, by octocat',
  ],
  [
    'a run without an actor',
    { description: `${RUN} commit 0123456` },
    'started by run 70, attempt 2, job deploy of octo/shop',
  ],
  [
    'a rollback of this action',
    { description: 'ecs-blue-green:octo/shop:70.1:undo web:2 ↩ web:1 commit 0123456 by octocat' },
    'a rollback, started by run 70, attempt 1, job undo of octo/shop, by octocat',
  ],
  [
    'a leg of a matrix',
    { description: 'ecs-blue-green:octo/shop:70.1:deploy:0a1b web:1 → web:2 by dependabot[bot]' },
    'started by run 70, attempt 1, job deploy of octo/shop, by dependabot[bot]',
  ],
  [
    'a rollback, whatever stands on it',
    {
      creator: 'codeDeployRollback',
      description: RUN,
      rollbackInfo: { rollbackTriggeringDeploymentId: 'd-FAILED001' },
    },
    'a rollback that CodeDeploy started for deployment d-FAILED001',
  ],
  ['a rollback of nothing that is told', { creator: 'codeDeployRollback' }, 'a rollback that CodeDeploy started'],
  [
    'a person or a pipeline',
    { creator: 'user', description: 'hot\nfix' },
    'not started by this action, described as "hot fix"',
  ],
  ['nobody who says a word', { creator: 'user' }, 'not started by this action'],
  ['a stack', { creator: 'CloudFormation' }, 'started by CloudFormation'],
  ['a long story', { description: 'x'.repeat(900) }, `not started by this action, described as "${'x'.repeat(160)}"`],
])('%s', (_name, info, expected) => {
  expect(whose(info)).toBe(expected);
});
