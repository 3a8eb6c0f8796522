/** What waits for what, whatever else happens at the same time. */
import { describe, expect, test } from '@jest/globals';
import { type Evaluation, evaluate } from '../../sandbox/cloudformation/template/evaluate.ts';
import { readParameters } from '../../sandbox/cloudformation/template/parameters.ts';
import { readTemplate } from '../../sandbox/cloudformation/template/read.ts';
import { surroundings } from '../sandbox/cloudformation/surroundings.ts';
import { templateOf, trial } from './service-stage.ts';

const template = readTemplate(templateOf('service.yml'));
const exported = [
  'Cluster',
  'ClusterNameCut',
  'LoadBalancer',
  'LoadBalancerSecurityGroupId',
  'ProductionListenerArn',
  'TestListenerArn',
];

function evaluated(values: Readonly<Record<string, string>>): Evaluation {
  const given = new Map(Object.entries({ ...trial, ...values }));
  const around = { ...surroundings, exports: new Map(exported.map((name) => [`main-${name}`, name])) };
  return evaluate(template, readParameters(template, given, around), around);
}

/** All that must be there before a resource. */
function before(evaluation: Evaluation, id: string): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (each: string): void => {
    for (const name of evaluation.dependencies(each)) {
      if (found.has(name)) continue;
      found.add(name);
      visit(name);
    }
  };
  visit(id);
  return found;
}

describe('alone', () => {
  const evaluation = evaluated({ CertificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/1' });
  test('the service waits for its listeners: ECS refuses a target group without a load balancer', () => {
    expect([...before(evaluation, 'Service')]).toEqual(
      expect.arrayContaining(['ProductionListener', 'TestListener', 'BlueTargetGroup']),
    );
  });
  test('both listeners go before both groups: a deployment leads them to the other one', () => {
    for (const listener of ['ProductionListener', 'TestListener']) {
      expect([...before(evaluation, listener)]).toEqual(
        expect.arrayContaining(['BlueTargetGroup', 'GreenTargetGroup']),
      );
    }
  });
  test('the redirect waits until production has left its port', () => {
    expect(before(evaluation, 'RedirectListener')).toContain('ProductionListener');
  });
  test('scaling, and the deployment group with its alarms and role, come after the service and go before it', () => {
    expect(before(evaluation, 'ScalingPolicy')).toContain('Service');
    expect([...before(evaluation, 'DeploymentGroup')]).toEqual(
      expect.arrayContaining(['Service', 'Application', 'ErrorsAlarm', 'UnhealthyAlarm', 'CodeDeployRole']),
    );
  });
});

describe('joined', () => {
  const evaluation = evaluated({ ClusterStack: 'main', RuleHosts: 'shop.example.com' });
  test('the service waits for its rules', () => {
    expect([...before(evaluation, 'Service')]).toEqual(expect.arrayContaining(['ProductionRule', 'TestRule']));
  });
  test('both rules go before both groups', () => {
    for (const rule of ['ProductionRule', 'TestRule']) {
      expect([...before(evaluation, rule)]).toEqual(expect.arrayContaining(['BlueTargetGroup', 'GreenTargetGroup']));
    }
  });
  test('there is no cluster, load balancer or listener of its own', () => {
    const own = [
      'Cluster',
      'LoadBalancer',
      'LoadBalancerSecurityGroup',
      'ProductionListener',
      'TestListener',
      'RedirectListener',
    ];
    expect(evaluation.order.filter((id) => own.includes(id))).toEqual([]);
  });
});
