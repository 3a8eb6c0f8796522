import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { generatedName } from '../../../sandbox/cloudformation/resources/names.ts';
import { handlers } from '../../../sandbox/cloudformation/resources/index.ts';
import { recordedHandler } from '../../../sandbox/cloudformation/resources/recorded.ts';
import { typeFacts } from '../../../sandbox/cloudformation/spec/check.ts';
import { type JsonObject } from '../../../sandbox/json.ts';
import { resources, type Rig } from './resources-rig.ts';

const REGION = 'eu-west-1:123456789012';
const RANDOM = '[A-Z0-9]{12}';

let rig: Rig;
beforeEach(() => {
  rig = resources();
});

describe('Ref, in the shape that the service gives it', () => {
  test.each<[string, JsonObject, string]>([
    ['EC2::VPC', { CidrBlock: '10.0.0.0/16' }, 'vpc-0[0-9a-f]{16}'],
    ['EC2::Subnet', {}, 'subnet-0[0-9a-f]{16}'],
    ['EC2::SecurityGroup', {}, 'sg-0[0-9a-f]{16}'],
    ['EC2::SecurityGroupIngress', {}, 'sgr-0[0-9a-f]{16}'],
    ['EC2::InternetGateway', {}, 'igw-0[0-9a-f]{16}'],
    ['EC2::NatGateway', {}, 'nat-0[0-9a-f]{16}'],
    ['EC2::RouteTable', {}, 'rtb-0[0-9a-f]{16}'],
    ['EC2::VPCEndpoint', {}, 'vpce-0[0-9a-f]{16}'],
    ['EC2::EIP', {}, '198\\.51\\.100\\.\\d+'],
    ['EC2::VPCGatewayAttachment', { VpcId: 'vpc-1', InternetGatewayId: 'igw-1' }, 'IGW\\|vpc-1'],
    ['EC2::Route', { RouteTableId: 'rtb-1', DestinationCidrBlock: '0.0.0.0/0' }, 'rtb-1\\|0\\.0\\.0\\.0/0'],
    ['S3::Bucket', {}, 'shop-it-[a-z0-9]{12}'],
    ['S3::BucketPolicy', { Bucket: 'shop' }, 'shop'],
    ['SNS::Topic', {}, `arn:aws:sns:${REGION}:shop-It-${RANDOM}`],
    ['SNS::Topic', { TopicName: 'all' }, `arn:aws:sns:${REGION}:all`],
    ['SNS::TopicPolicy', {}, `shop-It-${RANDOM}`],
    ['Events::Rule', {}, `shop-It-${RANDOM}`],
    ['Events::Rule', { EventBusName: 'bus', Name: 'push' }, 'bus\\|push'],
    ['KMS::Key', {}, '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'],
    ['KMS::Alias', { AliasName: 'alias/shop' }, 'alias/shop'],
    ['CodeBuild::Project', {}, `shop-It-${RANDOM}`],
    ['CodePipeline::Pipeline', { Name: 'shop' }, 'shop'],
    ['CodeCommit::Repository', { RepositoryName: 'shop' }, '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'],
    ['CloudWatch::Dashboard', {}, `shop-It-${RANDOM}`],
    ['SSM::Parameter', { Name: '/shop/key' }, '/shop/key'],
    [
      'CodeStarNotifications::NotificationRule',
      { Name: 'all' },
      `arn:aws:codestar-notifications:${REGION}:notificationrule/[0-9a-f-]{36}`,
    ],
    ['Not::Known', {}, `shop-It-${RANDOM}`],
  ])('%s %j', async (type, properties, form) => {
    expect((await rig.create(type, 'It', properties)).ref).toMatch(new RegExp(`^${form}$`));
  });
});

describe('GetAtt', () => {
  const attributes = async (type: string, properties: JsonObject) =>
    (await rig.create(type, 'It', properties)).attributes;

  test('holds together with the properties and with Ref', async () => {
    expect(await attributes('EC2::VPC', { CidrBlock: '10.0.0.0/16' })).toMatchObject({
      CidrBlock: '10.0.0.0/16',
      DefaultSecurityGroup: expect.stringMatching(/^sg-0/),
    });
    expect(await attributes('EC2::EIP', {})).toEqual({
      PublicIp: expect.stringMatching(/^198/),
      AllocationId: expect.stringMatching(/^eipalloc-0/),
    });
    expect(await attributes('S3::Bucket', { BucketName: 'logs' })).toMatchObject({
      Arn: 'arn:aws:s3:::logs',
      DomainName: 'logs.s3.amazonaws.com',
      RegionalDomainName: 'logs.s3.eu-west-1.amazonaws.com',
    });
    expect(await attributes('SNS::Topic', { TopicName: 'all' })).toEqual({
      TopicArn: `arn:aws:sns:${REGION}:all`,
      TopicName: 'all',
    });
    expect(await attributes('CodePipeline::Pipeline', { Name: 'shop' })).toEqual({
      Arn: `arn:aws:codepipeline:${REGION}:shop`,
      Version: '1',
    });
    expect(await attributes('CodeCommit::Repository', { RepositoryName: 'shop' })).toMatchObject({
      Arn: `arn:aws:codecommit:${REGION}:shop`,
      Name: 'shop',
      CloneUrlHttp: 'https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/shop',
    });
    const key = await rig.create('KMS::Key', 'It', {});
    expect(key.attributes).toEqual({ KeyId: key.ref, Arn: `arn:aws:kms:${REGION}:key/${key.ref}` });
    const group = await rig.create('EC2::SecurityGroup', 'It', { VpcId: 'vpc-1' });
    expect(group.attributes).toEqual({ GroupId: group.ref, Id: group.ref, VpcId: 'vpc-1' });
  });

  test('of what changed follows; the rest stays', async () => {
    const made = await rig.create('SSM::Parameter', 'It', { Type: 'String', Value: 'one', Name: 'key' });
    const after = await rig.update('SSM::Parameter', 'It', made, { Type: 'String', Value: 'two', Name: 'key' }, {});
    expect(after).toEqual({ ...made, attributes: { ...made.attributes, Value: 'two' } });
  });

  test.each([
    'EC2::VPC',
    'EC2::NatGateway',
    'EC2::VPCEndpoint',
    'IAM::Role',
    'CodeBuild::Project',
    'Lambda::Function',
    'RDS::DBInstance',
    'CertificateManager::Certificate',
  ])('%s has a value for every attribute of the specification', async (type) => {
    const expected = typeFacts(`AWS::${type}`)?.attributes ?? [];
    expect(Object.keys((await recordedHandler(`AWS::${type}`).create({}, rig.context('It'))).attributes)).toEqual(
      expected,
    );
  });
});

test('every live type is one of the specification, with the attributes that it names', () => {
  for (const type of handlers.keys()) expect([type, typeFacts(type)]).not.toEqual([type, null]);
});

describe('generated names', () => {
  test.each<[string, string, number | undefined, RegExp]>([
    ['shop', 'Cluster', undefined, new RegExp(`^shop-Cluster-${RANDOM}$`)],
    ['checkout', 'TargetGroup', 32, new RegExp(`^check-Targe-${RANDOM}$`)],
    [
      'a-very-long-name-of-a-stack-indeed',
      'CodeDeployServiceRoleOfTheService',
      64,
      /^a-very-long-name-of-a-sta-CodeDeployServiceRoleOfTh-/,
    ],
    ['web-shop', 'Listener', 32, new RegExp(`^web-s-Liste-${RANDOM}$`)],
    ['the-shop', 'Listener', 32, new RegExp(`^the-s-Liste-${RANDOM}$`)],
    ['shop-', 'A', 32, new RegExp(`^shop-A-${RANDOM}$`)],
  ])('%s, %s, %s', (stackName, logicalId, limit, form) => {
    expect(generatedName({ ...rig.context(logicalId), stackName }, limit)).toMatch(form);
  });

  test('never pass their limit, and begin with the stack', () => {
    const id = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,254}$/);
    const stack = fc.stringMatching(/^[A-Za-z](-?[A-Za-z0-9]){0,60}$/);
    fc.assert(
      fc.property(stack, id, fc.constantFrom(32, 63, 64, 100, 255), (stackName, logicalId, limit) => {
        const name = generatedName({ ...rig.context(logicalId), stackName }, limit);
        expect(name.length).toBeLessThanOrEqual(limit);
        expect(name).toMatch(/^[A-Za-z](-?[A-Za-z0-9])+$/);
        expect(name.startsWith(stackName.slice(0, 1))).toBe(true);
      }),
    );
  });
});
