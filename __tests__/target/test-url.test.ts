import { describe, expect, test } from '@jest/globals';
import { type Rule } from '@aws-sdk/client-elastic-load-balancing-v2';
import { type DeploymentGroupInfo } from '@aws-sdk/client-codedeploy';
import { type Aws, type Entrance } from '../../src/ports/aws/aws.ts';
import { valueOf } from '../../src/target/fact.ts';
import { readTarget } from '../../src/target/read.ts';
import { testUrlWarnings } from '../../src/target/test-url.ts';
import { type DeployInputs } from '../../src/inputs/types.ts';
import {
  failure,
  fakeAws,
  forward,
  GREEN,
  BLUE,
  group,
  inputs,
  LISTENER,
  OTHER,
  recorder,
  RULE,
  world,
} from './fake-aws.ts';

const TEST = LISTENER.replace(/bbbb$/, 'eeee');

const tested: DeploymentGroupInfo = group({
  loadBalancerInfo: {
    targetGroupPairInfoList: [
      {
        targetGroups: [{ name: 'web-blue' }, { name: 'web-green' }],
        prodTrafficRoute: { listenerArns: [LISTENER] },
        testTrafficRoute: { listenerArns: [TEST] },
      },
    ],
  },
});

interface Case {
  readonly rules?: readonly Rule[] | Error;
  readonly entrance?: Entrance | Error;
  readonly inputs?: DeployInputs;
  readonly info?: DeploymentGroupInfo;
}

const smoke = inputs({ smokeTest: { command: 'true', minutes: 10 } });

async function read(
  of: Case,
): Promise<{ url: string | null | undefined; warnings: readonly string[]; asked: readonly string[] }> {
  const fake = fakeAws(world({ groups: { 'shop-app/web-group': of.info ?? tested } }));
  const asked: string[] = [];
  const answer = <T>(value: T | Error): Promise<T> =>
    value instanceof Error ? Promise.reject(value) : Promise.resolve(value);
  const elb: Aws['elb'] = {
    ...fake.aws.elb,
    describeRules: (arn) => {
      if (arn === TEST) asked.push('rules');
      return answer(arn === TEST ? (of.rules ?? [forward(BLUE)]) : [forward(BLUE)]);
    },
    entrance: (arn) => {
      if (arn === TEST) asked.push('entrance');
      return answer(of.entrance ?? { dnsName: 'web-1.eu-west-1.elb.amazonaws.com', protocol: 'HTTP', port: 8080 });
    },
  };
  const ports = { aws: { ...fake.aws, elb }, readFile: () => Promise.resolve(null), workspace: '/workspace' };
  const facts = await readTarget(of.inputs ?? smoke, ports, recorder().log);
  const url = facts.test === undefined ? undefined : valueOf(facts.test)?.url;
  return { url, warnings: testUrlWarnings(facts), asked };
}

const hosted = (host: string, arn: string): Rule => ({
  ...forward(arn, RULE),
  Conditions: [{ Field: 'host-header', HostHeaderConfig: { Values: [host] } }],
});

test.each([
  ['the load balancer’s name and the listener’s port', {}, 'http://web-1.eu-west-1.elb.amazonaws.com:8080'],
  ['the usual port', { entrance: { dnsName: 'lb', protocol: 'HTTPS', port: 443 } }, 'https://lb'],
  [
    'the host of a rule to the original',
    { rules: [hosted('test.example.com', BLUE), forward(OTHER)] },
    'http://test.example.com:8080',
  ],
  [
    'the host of a rule to the replacement',
    { rules: [hosted('test.example.com', GREEN)] },
    'http://test.example.com:8080',
  ],
  [
    'not the host of another service',
    { rules: [hosted('other.example.com', OTHER), forward(BLUE)] },
    'http://web-1.eu-west-1.elb.amazonaws.com:8080',
  ],
  [
    'rules that may not be read leave the name',
    { rules: failure('elasticloadbalancing', 'DescribeRules', TEST, 'AccessDenied') },
    'http://web-1.eu-west-1.elb.amazonaws.com:8080',
  ],
] as const)('%s', async (_, of, url) => {
  expect(await read(of)).toMatchObject({ url, warnings: [] });
});

describe('not known', () => {
  test('denied: empty, and a warning with the statement', async () => {
    const denied = failure('elasticloadbalancing', 'DescribeLoadBalancers', TEST, 'AccessDenied');
    const { url, warnings } = await read({ entrance: denied });
    expect(url).toBeNull();
    expect(warnings.join()).toContain('"Action":"elasticloadbalancing:DescribeLoadBalancers"');
  });

  test('a listener for no web pages', async () => {
    const { url, warnings } = await read({ entrance: { dnsName: 'lb', protocol: 'TCP', port: 25 } });
    expect(url).toBeNull();
    expect(warnings).toHaveLength(1);
  });
});

test.each([
  ['nothing is done with it', inputs(), tested, 0],
  ['the step ends at Ready', inputs({ waiting: { until: 'test-ready' } }), tested, 2],
  ['a smoke test runs', smoke, tested, 2],
  ['the group has no test listener', smoke, group(), 0],
] as const)('asked for where something is done with it: %s', async (_, asks, info, count) => {
  expect((await read({ inputs: asks, info })).asked).toHaveLength(count);
});
