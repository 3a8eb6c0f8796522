/** What network.yml makes, for every choice that it offers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

import { type Surroundings } from '../../sandbox/cloudformation/template/template.ts';
import { type JsonObject } from '../../sandbox/json.ts';
import { madeOf, render, textsOf } from '../../scripts/permissions/policy.ts';

const body = readFileSync(join(import.meta.dirname, '../../cloudformation/network.yml'), 'utf8');

const SURROUNDINGS: Surroundings = {
  account: '123456789012',
  region: 'eu-west-1',
  partition: 'aws',
  stackName: 'shop-network',
  stackId: 'arn:aws:cloudformation:eu-west-1:123456789012:stack/shop-network/1',
  exports: new Map(),
};

interface Network {
  readonly all: ReadonlyMap<string, { readonly type: string; readonly properties: JsonObject }>;
  readonly outputs: Readonly<Record<string, string>>;
}

function networkOf(parameters: Readonly<Record<string, string>> = {}): Network {
  const rendered = render(body, { Name: 'shop', ...parameters }, SURROUNDINGS);
  const made = (id: string) => {
    const { ref, physicalId } = madeOf(id);
    const ids = ['AllocationId', 'PublicIp', 'DefaultSecurityGroup', 'Arn'];
    return { ref, physicalId, attributes: Object.fromEntries(ids.map((name) => [name, `${id}.${name}`])) };
  };
  const typeOf = (id: string): string => rendered.template.resources.get(id)?.type ?? '';
  return {
    all: new Map(rendered.order.map((id) => [id, { type: typeOf(id), properties: rendered.properties(id, made) }])),
    outputs: Object.fromEntries(rendered.outputs(made).map(({ name, value }) => [name, value])),
  };
}

function ofType({ all }: Network, type: string): readonly (readonly [string, JsonObject])[] {
  return [...all].filter(([, one]) => one.type === `AWS::EC2::${type}`).map(([id, { properties }]) => [id, properties]);
}

/** Where packets that leave a subnet for the internet go; null: nowhere. */
function wayOut(network: Network, subnet: string): string | null {
  const [, association] =
    ofType(network, 'SubnetRouteTableAssociation').find(([, one]) => one['SubnetId'] === subnet) ?? [];
  const routes = ofType(network, 'Route').map(([, route]) => route);
  const found = routes.find((route) => route['RouteTableId'] === association?.['RouteTableId']);
  return textsOf(found?.['GatewayId'] ?? found?.['NatGatewayId'])[0] ?? null;
}

const zoneOf = (network: Network, subnet: string) => network.all.get(subnet)?.properties['AvailabilityZone'];
const subnetsOf = ({ outputs }: Network, kind: string) => outputs[`${kind}Subnets`]?.split(',') ?? [];

const CHOICES = ['2', '3'].flatMap((Zones) =>
  ['none', 'one', 'each'].flatMap((Nat) =>
    ['none', 's3', 'tasks', 'all'].map((Endpoints) => ({ Zones, Nat, Endpoints })),
  ),
);

describe.each(CHOICES)('$Zones zones, NAT: $Nat, endpoints: $Endpoints', (choice) => {
  const network = networkOf(choice);
  const zones = Number(choice.Zones);

  test('a public and a private subnet in each zone, none over another', () => {
    for (const kind of ['Public', 'Private']) {
      const own = subnetsOf(network, kind);
      expect(new Set(own.map((subnet) => zoneOf(network, subnet))).size).toBe(zones);
      expect(own).toHaveLength(zones);
    }
    const blocks = ofType(network, 'Subnet').map(([, subnet]) => subnet['CidrBlock']);
    expect(new Set(blocks).size).toBe(2 * zones);
  });

  test('public subnets lead to the internet, and give no address by themselves', () => {
    for (const subnet of subnetsOf(network, 'Public')) expect(wayOut(network, subnet)).toBe('InternetGateway');
    for (const [, subnet] of ofType(network, 'Subnet')) expect(subnet['MapPublicIpOnLaunch']).toBe(false);
  });

  test('private subnets lead to a NAT gateway where there is one, to that of their own zone where each has one', () => {
    for (const subnet of subnetsOf(network, 'Private')) {
      const out = wayOut(network, subnet);
      if (choice.Nat === 'none') expect(out).toBeNull();
      if (choice.Nat === 'one') expect(out).toBe('NatGatewayA');
      const gateway = textsOf(network.all.get(out ?? '')?.properties['SubnetId'])[0] ?? '';
      if (choice.Nat === 'each') expect(zoneOf(network, gateway)).toBe(zoneOf(network, subnet));
    }
    const addresses = choice.Nat === 'none' ? 0 : choice.Nat === 'one' ? 1 : zones;
    expect(network.outputs['NatAddresses']?.split(',').length ?? 0).toBe(addresses);
    expect(ofType(network, 'EIP')).toHaveLength(addresses);
    for (const [, { SubnetId }] of ofType(network, 'NatGateway')) {
      expect(subnetsOf(network, 'Public')).toContain(SubnetId);
    }
  });

  test('endpoints', () => {
    const found = ofType(network, 'VPCEndpoint').map(([, one]) =>
      (textsOf(one['ServiceName'])[0] ?? '').replace('com.amazonaws.eu-west-1.', ''),
    );
    expect(found.toSorted()).toEqual(ENDPOINTS[choice.Endpoints]);
    for (const [, one] of ofType(network, 'VPCEndpoint')) {
      if (one['VpcEndpointType'] === 'Interface') expect(one).toMatchObject({ PrivateDnsEnabled: true });
      const places = textsOf(one['SubnetIds'] ?? one['RouteTableIds']);
      expect(places).toHaveLength(one['VpcEndpointType'] === 'Interface' ? zones : zones + 1);
    }
  });
});

const ENDPOINTS: Readonly<Record<string, readonly string[]>> = {
  none: [],
  s3: ['s3'],
  tasks: ['ecr.api', 'ecr.dkr', 'logs', 's3'],
  all: ['ecr.api', 'ecr.dkr', 'logs', 's3', 'secretsmanager', 'ssm', 'ssmmessages'],
};

describe('the VPC', () => {
  test('resolves names, for private endpoints and for ECR', () => {
    const [[, vpc] = ['', {}]] = ofType(networkOf(), 'VPC');
    expect(vpc).toMatchObject({ EnableDnsSupport: true, EnableDnsHostnames: true, CidrBlock: '10.0.0.0/16' });
  });

  test('no group is open to the world, and endpoints are to this VPC alone', () => {
    const groups = ofType(networkOf({ Endpoints: 'all' }), 'SecurityGroup').map(([, group]) => group);
    expect(groups).toHaveLength(1);
    expect(JSON.stringify(groups)).not.toContain('0.0.0.0/0');
    expect(groups[0]?.['SecurityGroupIngress']).toMatchObject([{ FromPort: 443, ToPort: 443, CidrIp: '10.0.0.0/16' }]);
  });

  test.each([
    ['10.1.0.0/16', '13'],
    ['172.16.0.0/17', '12'],
    ['192.168.16.0/20', '9'],
    ['10.0.8.0/21', '8'],
    ['10.0.4.0/22', '7'],
  ])('takes %s with %s bits for a subnet', (Cidr, SubnetBits) => {
    expect(ofType(networkOf({ Cidr, SubnetBits, Zones: '3' }), 'Subnet')).toHaveLength(6);
  });

  test.each([
    ['public addresses', { Cidr: '8.8.0.0/16' }],
    ['a block that is too small', { Cidr: '10.0.0.0/24' }],
    ['subnets that do not fit', { Cidr: '10.0.0.0/22', SubnetBits: '8' }],
    ['one zone', { Zones: '1' }],
    ['a name in capitals', { Name: 'Shop' }],
    ['a key without a log', { KmsKeyArn: 'arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d' }],
  ])('refuses %s', (_, parameters) => {
    expect(() => networkOf(parameters)).toThrow();
  });
});

describe('flow logs', () => {
  test.each(['REJECT', 'ALL'])('%s, to a group that only their own role may write to', (FlowLogs) => {
    const network = networkOf({ FlowLogs });
    expect(network.all.get('FlowLog')?.properties).toMatchObject({
      ResourceId: 'Vpc',
      TrafficType: FlowLogs,
      LogGroupName: 'FlowLogGroup',
      DeliverLogsPermissionArn: 'FlowLogRole.Arn',
    });
    const document = JSON.stringify(network.all.get('FlowLogPolicy')?.properties);
    expect(document).toContain('"Resource":"FlowLogGroup.Arn"');
    // AWS asks for it of every such role; it reads names.
    const find = /\{"Sid":"FindLogGroup","Effect":"Allow","Action":"logs:DescribeLogGroups",[^}]*\}/;
    expect(document).toMatch(find);
    expect(document.replace(find, '')).not.toContain('*');
  });

  test('none, unless they are asked for', () => {
    expect([...networkOf().all.keys()].filter((id) => id.startsWith('FlowLog'))).toEqual([]);
  });
});

test('a trial makes nothing that costs by the hour', () => {
  const types = new Set([...networkOf().all.values()].map(({ type }) => type));
  for (const type of ['NatGateway', 'EIP', 'FlowLog']) expect(types).not.toContain(`AWS::EC2::${type}`);
  const endpoints = ofType(networkOf(), 'VPCEndpoint').map(([, one]) => one['VpcEndpointType']);
  expect(endpoints).toEqual(['Gateway']);
});
