/** Of what a template's resources refer to, what tells something. */
import { type ResourceDeclaration, type Template } from '../../../sandbox/cloudformation/template/template.ts';
import { type Json } from '../../../sandbox/json.ts';
import { referencesIn } from '../../templates/references.ts';
import { at, textsIn } from '../../templates/values.ts';

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** Stands for a resource between the two. */
  readonly joint: boolean;
  /** Drawn even where a way over others says as much. */
  readonly kept: boolean;
}

/** Types that are a line between two others, from one property to another, whichever is there. */
const JOINTS: Readonly<Record<string, readonly [from: string, to: readonly string[], label: string]>> = {
  'AWS::EC2::Route': ['RouteTableId', ['GatewayId', 'NatGatewayId'], ''],
  'AWS::EC2::SecurityGroupIngress': ['SourceSecurityGroupId', ['GroupId'], 'may call'],
  'AWS::EC2::SubnetRouteTableAssociation': ['SubnetId', ['RouteTableId'], ''],
  'AWS::EC2::VPCGatewayAttachment': ['InternetGatewayId', ['VpcId'], ''],
};

/** Types that say more about another resource, which stands for them. */
const DETAILS = new Set([
  'AWS::EC2::SecurityGroupEgress',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::Subscription',
  'AWS::SNS::TopicPolicy',
]);

export const isDrawn = (type: string): boolean => !Object.hasOwn(JOINTS, type) && !DETAILS.has(type);

/** What a role may do would be a line to nearly everything: told only of what nothing else leads to. */
const PERMISSIONS = new Set(['Policies', 'PolicyDocument']);

interface Told {
  readonly label?: string;
  /** Only where the other is of one of these types. */
  readonly of?: readonly string[];
  /** Not told at all. */
  readonly never?: true;
}

/** Properties, or members within them, that are told in a way of their own. */
const TOLD: Readonly<Record<string, Readonly<Record<string, Told>>>> = {
  'AWS::CodeDeploy::DeploymentGroup': {
    ProdTrafficRoute: { label: 'production' },
    TestTrafficRoute: { label: 'test' },
    TargetGroups: { never: true },
    ECSServices: { of: ['AWS::ECS::Service'] },
  },
  'AWS::CloudWatch::Alarm': { '': { of: ['AWS::ElasticLoadBalancingV2::TargetGroup'] } },
  // All of a network is in one VPC.
  'AWS::EC2::RouteTable': { VpcId: { never: true } },
  'AWS::EC2::Subnet': { VpcId: { never: true } },
  'AWS::EC2::VPCEndpoint': { SubnetIds: { never: true }, RouteTableIds: { never: true } },
  'AWS::ElasticLoadBalancingV2::TargetGroup': { VpcId: { never: true } },
  'AWS::IAM::Role': { AssumeRolePolicyDocument: { label: 'trusts' } },
};

export function edgesOf(template: Template, known: (name: string) => boolean): readonly Edge[] {
  const every = [...template.resources].flatMap(([id, resource]) =>
    isDrawn(resource.type) ? ofProperties(template, id, resource) : ofJoint(resource),
  );
  const able = every.filter(({ from, to }) => from !== to && known(from) && known(to));
  const usual = able.filter(({ label }) => label !== MAY);
  const reached = new Set(usual.map(({ to }) => to));
  const alone = able.filter(({ label, to }) => label === MAY && !reached.has(to));
  return thinned([...usual, ...alone]);
}

/** Of an edge that a permission makes. */
export const MAY = 'may use';

function ofJoint({ type, properties }: ResourceDeclaration): readonly Edge[] {
  const joint = JOINTS[type];
  if (!joint) return [];
  const [from, to, label] = joint;
  const ends = (name: string): readonly string[] => referencesIn(properties[name]).map((each) => each.to);
  return ends(from).flatMap((one) =>
    to.flatMap(ends).map((other) => ({ from: one, to: other, label, joint: true, kept: true })),
  );
}

function ofProperties(template: Template, from: string, { type, properties }: ResourceDeclaration): readonly Edge[] {
  const told = TOLD[type] ?? {};
  return Object.entries(properties).flatMap(([name, value]) => {
    if (value === undefined || name.endsWith('Tags') || isComposedName(name, value)) return [];
    return [...membersOf(value, name, new Set(Object.keys(told)))].flatMap(([member, part]) => {
      const { label = PERMISSIONS.has(name) ? MAY : '', of, never } = told[member] ?? told[''] ?? {};
      const kept = told[member]?.label !== undefined || of !== undefined;
      const named = referencesIn(part).map(({ to }) => to);
      const fitting = of ? named.filter((to) => of.includes(template.resources.get(to)?.type ?? '')) : named;
      return never ? [] : fitting.map((to) => ({ from, to, label, joint: false, kept }));
    });
  });
}

/** A name that is put together from others tells nothing of what it is for. */
const isComposedName = (name: string, value: Json): boolean =>
  name.endsWith('Name') && at(value, 'Fn::Sub') !== undefined;

/** Parts of a value by the nearest member around them that is told apart; the rest is the property's. */
function* membersOf(value: Json, member: string, apart: ReadonlySet<string>): Generator<readonly [string, Json]> {
  if (typeof value !== 'object' || value === null) return;
  const entries = Object.entries(value).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  const isFunction = entries.length === 1 && (entries[0]?.[0] === 'Ref' || entries[0]?.[0].startsWith('Fn::') === true);
  if (isFunction || [...textsIn(value)].length === 0) {
    yield [member, value];
    return;
  }
  for (const [name, inner] of entries) yield* membersOf(inner, apart.has(name) ? name : member, apart);
}

/** Each pair once, and none that a way over others tells as well. */
function thinned(edges: readonly Edge[]): readonly Edge[] {
  const pairs = new Map<string, Edge>();
  for (const edge of edges) {
    const key = `${edge.from} ${edge.to}`;
    const before = pairs.get(key);
    if (!before || (!before.kept && edge.kept)) pairs.set(key, edge);
  }
  const all = [...pairs.values()];
  return all.filter((edge) => edge.kept || !hasDetour(all, edge));
}

function hasDetour(edges: readonly Edge[], { from, to }: Edge): boolean {
  const next = (name: string): readonly string[] =>
    edges.filter((edge) => edge.from === name && !edge.joint).map((edge) => edge.to);
  const seen = new Set<string>([from]);
  const open = next(from).filter((name) => name !== to);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name === to) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    open.push(...next(name));
  }
  return false;
}
