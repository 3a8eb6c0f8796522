/** Ids of resources that only exist on paper, in the shapes that their services give them. */
import { hex, uuid } from '../../ids.ts';
import { type ResourceContext } from './handler.ts';
import { generatedName } from './names.ts';

type Random = () => number;

/** EC2: prefix, and seventeen hexadecimal digits of which the first is 0. */
const ec2Id = (prefix: string, random: Random): string => `${prefix}-0${hex(random, 16)}`;

const ec2Types: Readonly<Record<string, string>> = {
  'AWS::EC2::DHCPOptions': 'dopt',
  'AWS::EC2::EgressOnlyInternetGateway': 'eigw',
  'AWS::EC2::FlowLog': 'fl',
  'AWS::EC2::Instance': 'i',
  'AWS::EC2::InternetGateway': 'igw',
  'AWS::EC2::LaunchTemplate': 'lt',
  'AWS::EC2::NatGateway': 'nat',
  'AWS::EC2::NetworkAcl': 'acl',
  'AWS::EC2::NetworkInterface': 'eni',
  'AWS::EC2::PrefixList': 'pl',
  'AWS::EC2::RouteTable': 'rtb',
  'AWS::EC2::SecurityGroup': 'sg',
  'AWS::EC2::SecurityGroupEgress': 'sgr',
  'AWS::EC2::SecurityGroupIngress': 'sgr',
  'AWS::EC2::Subnet': 'subnet',
  'AWS::EC2::SubnetRouteTableAssociation': 'rtbassoc',
  'AWS::EC2::TransitGateway': 'tgw',
  'AWS::EC2::VPC': 'vpc',
  'AWS::EC2::VPCEndpoint': 'vpce',
  'AWS::EC2::Volume': 'vol',
};

/** Attributes that hold another resource's id, which AWS made along with it. */
const ec2Attributes: Readonly<Record<string, string>> = {
  AllocationId: 'eipalloc',
  DefaultNetworkAcl: 'acl',
  DefaultSecurityGroup: 'sg',
  EniId: 'eni',
  NetworkAclAssociationId: 'aclassoc',
  RouteTableId: 'rtb',
  SubnetId: 'subnet',
  VpcId: 'vpc',
};

const own = (table: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** The id that the service itself gives a resource of this type; undefined where it goes by its name. */
export function serviceId(type: string, random: Random): string | undefined {
  const prefix = own(ec2Types, type);
  if (prefix !== undefined) return ec2Id(prefix, random);
  if (type === 'AWS::KMS::Key' || type === 'AWS::CodeCommit::Repository') return uuid(random);
  return undefined;
}

export function relatedId(attribute: string, random: Random): string | undefined {
  const prefix = own(ec2Attributes, attribute);
  return prefix === undefined ? undefined : ec2Id(prefix, random);
}

/** TEST-NET-2 of RFC 5737: an address that nobody has. */
export const publicAddress = (random: Random): string => `198.51.100.${1 + Math.floor(random() * 254)}`;

/** Longest names, of those types whose names are shorter than 255 characters. */
const nameLimits: Readonly<Record<string, number>> = {
  'AWS::CodeBuild::Project': 150,
  'AWS::CodePipeline::Pipeline': 100,
  'AWS::Events::Rule': 64,
  'AWS::IAM::ManagedPolicy': 128,
  'AWS::IAM::Policy': 128,
  'AWS::IAM::Role': 64,
  'AWS::Lambda::Function': 64,
  'AWS::S3::Bucket': 63,
};

/** S3 user guide, "Bucket naming rules": no capitals. */
const lowerCaseTypes: ReadonlySet<string> = new Set(['AWS::S3::Bucket']);

export const nameFor = (type: string, context: ResourceContext): string =>
  generatedName(context, Object.hasOwn(nameLimits, type) ? nameLimits[type] : undefined, lowerCaseTypes.has(type));
