import { type Change } from '../../src/task-definition/difference.ts';
import { type DeploymentOutput } from '../../src/preview/output.ts';

export const ACCOUNT = '123456789012';

export const change = (more: Partial<Change> = {}): Change => ({
  path: 'cpu',
  kind: 'changed',
  before: '"256"',
  after: '"512"',
  hidden: false,
  ...more,
});

export function output(more: Partial<DeploymentOutput> = {}): DeploymentOutput {
  return {
    version: 1,
    of: 'deploy',
    result: 'deploy',
    told: 'web:<new> would be deployed to shop/web, which runs web:12.',
    refusals: [],
    warnings: [],
    notKnown: [],
    cut: false,
    target: {
      region: 'eu-west-1',
      cluster: 'shop',
      service: 'web',
      runs: 'web:12',
      running: 2,
      desired: 2,
      application: 'AppECS-shop-web',
      group: 'DgpECS-shop-web',
      foundBy: 'inputs',
      targetGroup: 'blue',
      weights: [
        { targetGroup: 'blue', weight: 1 },
        { targetGroup: 'green', weight: 0 },
      ],
      url: 'https://shop.example.com',
      testUrl: null,
    },
    image: null,
    taskDefinition: {
      from: 'web:12',
      to: 'web:<new>',
      revision: 'registered',
      startsFrom: 'taskdef.json',
      changes: [change()],
      moreChanges: 0,
      leftOut: [],
    },
    appspec: { from: 'live service', content: '{"version":0}' },
    deployment: {
      configuration: 'CodeDeployDefault.ECSCanary10Percent5Minutes',
      schedule: [
        { minute: 0, percent: 10 },
        { minute: 5, percent: 100 },
      ],
      readyMinutes: 0,
      terminationMinutes: 60,
      ignoreAlarms: false,
    },
    wait: { until: 'completed', expectedMinutes: 65, limitMinutes: 95, onTop: ['the start of the new tasks'] },
    inProgress: null,
    runTask: null,
    smokeTest: null,
    ...more,
  };
}
