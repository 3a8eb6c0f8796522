/** What GetAtt yields of resources that only exist on paper. */
import { type PropertyType, type Resource } from '../spec/database.ts';
import { type Json, type JsonObject } from '../../json.ts';
import { type Sandbox } from '../../operation.ts';
import { memberOf } from '../template/shape.ts';
import { stringOf } from './members.ts';
import { arnOf } from './recorded-arn.ts';
import { publicAddress, relatedId } from './recorded-ids.ts';

export interface Recorded {
  readonly spec: Resource;
  readonly name: string;
  /** The name again, where the service gives no id of its own. */
  readonly id: string;
  readonly physicalId: string;
  /** Members that identify it. */
  readonly identity: Readonly<Record<string, string>>;
  readonly properties: JsonObject;
}

type Rule = (of: Recorded, sandbox: Sandbox) => Json;

const bucketHost =
  (host: (region: string) => string): Rule =>
  ({ physicalId }, { world }) =>
    `${physicalId}.${host(world.region)}`;

/** By type and attribute, those that follow no rule. */
const special: Readonly<Record<string, Rule>> = {
  'AWS::CodeCommit::Repository.CloneUrlHttp': ({ name }, { world }) =>
    `https://git-codecommit.${world.region}.amazonaws.com/v1/repos/${name}`,
  'AWS::CodeCommit::Repository.CloneUrlSsh': ({ name }, { world }) =>
    `ssh://git-codecommit.${world.region}.amazonaws.com/v1/repos/${name}`,
  'AWS::CodePipeline::Pipeline.Version': () => '1',
  'AWS::EC2::EIP.PublicIp': (_, { random }) => publicAddress(random),
  'AWS::EC2::Route.CidrBlock': ({ properties }) =>
    stringOf(properties, 'DestinationCidrBlock') ?? stringOf(properties, 'DestinationIpv6CidrBlock') ?? '',
  'AWS::EC2::Subnet.AvailabilityZone': (_, { world }) => `${world.region}a`,
  'AWS::EC2::VPCGatewayAttachment.AttachmentType': ({ properties }) =>
    stringOf(properties, 'VpnGatewayId') === undefined ? 'IGW' : 'VGW',
  'AWS::S3::Bucket.DomainName': bucketHost(() => 's3.amazonaws.com'),
  'AWS::S3::Bucket.DualStackDomainName': bucketHost((region) => `s3.dualstack.${region}.amazonaws.com`),
  'AWS::S3::Bucket.RegionalDomainName': bucketHost((region) => `s3.${region}.amazonaws.com`),
  'AWS::S3::Bucket.WebsiteURL': ({ physicalId }, { world }) =>
    `http://${physicalId}.s3-website-${world.region}.amazonaws.com`,
};

/** The attribute's value where the type has a rule of its own for it. */
export function specialValue(of: Recorded, attribute: string, sandbox: Sandbox): Json | undefined {
  const key = `${of.spec.cloudFormationType}.${attribute}`;
  return Object.hasOwn(special, key) ? special[key]?.(of, sandbox) : undefined;
}

export function attributeOf(of: Recorded, attribute: string, type: PropertyType, sandbox: Sandbox): Json {
  const { spec, name, identity, properties } = of;
  const given = memberOf(properties, attribute);
  if (given !== undefined) return given;
  if (Object.hasOwn(identity, attribute)) return identity[attribute] ?? '';
  const ruled = specialValue(of, attribute, sandbox);
  if (ruled !== undefined) return ruled;
  if (type.type !== 'string') return emptyOf(type);
  if (attribute === 'Arn') return arnOf(spec, of, properties, sandbox);
  return relatedId(attribute, sandbox.random) ?? (attribute.endsWith('Name') ? name : of.physicalId);
}

function emptyOf({ type }: PropertyType): Json {
  if (type === 'integer' || type === 'number') return 0;
  if (type === 'boolean') return false;
  return type === 'array' ? [] : {};
}
