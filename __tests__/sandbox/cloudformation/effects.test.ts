/** What a change of a property does to a resource. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type JsonObject } from '../../../sandbox/json.ts';
import { changesOf } from '../../../sandbox/cloudformation/spec/effects.ts';

const effect = (type: string, before: JsonObject, after: JsonObject): Readonly<Record<string, string>> =>
  Object.fromEntries(changesOf(type, before, after).map((change) => [change.property, change.effect]));

describe('properties that replace, and some beside them that do not', () => {
  const replacing: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['AWS::ECS::Service', ['Cluster', 'Role', 'SchedulingStrategy', 'ServiceName', 'LaunchType', 'DeploymentController'], ['TaskDefinition', 'LoadBalancers', 'NetworkConfiguration', 'DesiredCount', 'HealthCheckGracePeriodSeconds', 'Tags']],
    ['AWS::ECS::TaskDefinition', ['Family', 'Cpu', 'Memory', 'ContainerDefinitions', 'TaskRoleArn', 'ExecutionRoleArn', 'RuntimePlatform', 'Volumes'], ['Tags']],
    ['AWS::ECS::Cluster', ['ClusterName'], ['ClusterSettings', 'Configuration']],
    ['AWS::ElasticLoadBalancingV2::TargetGroup', ['Name', 'Port', 'Protocol', 'ProtocolVersion', 'TargetType', 'VpcId', 'IpAddressType'], ['HealthCheckPath', 'Matcher', 'TargetGroupAttributes']],
    ['AWS::ElasticLoadBalancingV2::LoadBalancer', ['Name', 'Type', 'Scheme'], ['LoadBalancerAttributes', 'SecurityGroups', 'Subnets']],
    ['AWS::ElasticLoadBalancingV2::Listener', ['LoadBalancerArn'], ['Port', 'Protocol', 'Certificates', 'SslPolicy', 'DefaultActions']],
    ['AWS::ElasticLoadBalancingV2::ListenerRule', ['ListenerArn'], ['Priority', 'Actions', 'Conditions']],
    ['AWS::CodeDeploy::DeploymentGroup', ['ApplicationName', 'DeploymentGroupName'], ['DeploymentConfigName', 'ECSServices', 'LoadBalancerInfo', 'AlarmConfiguration', 'ServiceRoleArn']],
    ['AWS::CodeDeploy::DeploymentConfig', ['DeploymentConfigName', 'ComputePlatform', 'TrafficRoutingConfig'], []],
    ['AWS::IAM::Role', ['RoleName', 'Path'], ['AssumeRolePolicyDocument', 'Policies', 'PermissionsBoundary']],
    ['AWS::ECR::Repository', ['RepositoryName', 'EncryptionConfiguration'], ['ImageTagMutability', 'LifecyclePolicy']],
    ['AWS::EC2::SecurityGroup', ['GroupDescription', 'GroupName', 'VpcId'], ['SecurityGroupIngress']],
    ['AWS::Logs::LogGroup', ['LogGroupName'], ['RetentionInDays', 'KmsKeyId']],
  ]; // prettier-ignore
  test.each(replacing)('%s', (type, replace, update) => {
    for (const property of replace)
      expect({ property, ...effect(type, {}, { [property]: 'new' }) }).toEqual({ property, [property]: 'replace' });
    for (const property of update)
      expect({ property, ...effect(type, { [property]: 'old' }, {}) }).toEqual({ property, [property]: 'update' });
  });
});

test('what is equal, in another order of members, is no change', () => {
  const before = {
    Cluster: 'a',
    NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['a', 'b'], AssignPublicIp: 'ENABLED' } },
  };
  const after = {
    NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: 'ENABLED', Subnets: ['a', 'b'] } },
    Cluster: 'a',
  };
  expect(changesOf('AWS::ECS::Service', before, after)).toEqual([]);
  expect(effect('AWS::ECS::Service', { ...before, Cluster: 'b', Tags: [] }, after)).toEqual({
    Cluster: 'replace',
    Tags: 'update',
  });
});

test('a part of a property that replaces, or may, makes the property do so', () => {
  const instance = (more: JsonObject) => ({ NetworkInterfaces: [{ DeviceIndex: '0', ...more }] });
  expect(effect('AWS::EC2::Instance', instance({}), instance({ SubnetId: 'a' }))).toEqual({
    NetworkInterfaces: 'replace',
  });
  expect(effect('AWS::EC2::Instance', { InstanceType: 'a' }, { InstanceType: 'b' })).toEqual({
    InstanceType: 'conditional',
  });
  expect(effect('AWS::EC2::VPC', {}, { InstanceTenancy: 'dedicated' })).toEqual({ InstanceTenancy: 'conditional' });
  const invoke = (TargetArn: string) => ({ InvokeConfiguration: { TargetArn } });
  expect(effect('AWS::EventsV2::Subscriber', invoke('a'), invoke('b'))).toEqual({ InvokeConfiguration: 'conditional' });
  const dns = (PrivateDnsPreference: string) => ({ DnsOptions: { DnsRecordIpType: 'ipv4', PrivateDnsPreference } });
  expect(effect('AWS::EC2::VPCEndpoint', dns('A'), dns('B'))).toEqual({ DnsOptions: 'replace' });
});

test('a part of an item that is new in a list, or gone from it, counts as well', () => {
  const channel = (...InputAttachments: readonly JsonObject[]) => ({ InputAttachments });
  const [one, two] = [{ InputAttachmentName: 'a' }, { InputAttachmentName: 'b', InputId: '1' }];
  for (const [short, long] of [
    [channel(), channel(two)],
    [channel(one), channel(one, two)],
  ] as const) {
    expect(effect('AWS::MediaLive::Channel', short, long)).toEqual({ InputAttachments: 'replace' });
    expect(effect('AWS::MediaLive::Channel', long, short)).toEqual({ InputAttachments: 'replace' });
  }
});

test('a property or a type that is not known counts as an update', () => {
  expect(effect('AWS::ECS::Service', { Bogus: 1 }, { Bogus: 2 })).toEqual({ Bogus: 'update' });
  expect(effect('AWS::ECS::Clutser', { A: 1 }, { A: 2 })).toEqual({ A: 'update' });
  expect(effect('AWS::ECS::Service', {}, { constructor: 2 })).toEqual({ constructor: 'update' });
});

test('both ways the same properties change, with the same effect', () => {
  const value = fc.jsonValue({ maxDepth: 3 }).map((each) => each as JsonObject[string] & (string | number));
  const properties = fc.dictionary(
    fc.constantFrom('Cluster', 'LoadBalancers', 'TaskDefinition', 'Tags', 'Bogus', 'DeploymentConfiguration'),
    value,
  );
  fc.assert(
    fc.property(properties, properties, (before, after) => {
      expect(effect('AWS::ECS::Service', before, after)).toEqual(effect('AWS::ECS::Service', after, before));
      expect(changesOf('AWS::ECS::Service', before, structuredClone(before))).toEqual([]);
    }),
  );
});
