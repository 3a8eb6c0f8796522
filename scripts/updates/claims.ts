/** What the console says of a parameter, by the label of its group, and whether that is so. */
import { type Json } from '../../sandbox/json.ts';
import { isObject } from '../../sandbox/cloudformation/template/shape.ts';
import { type Template } from '../../sandbox/cloudformation/template/template.ts';
import { type Effect } from './effects.ts';

/**
 * - `first launch`: reaches what CODE_DEPLOY or CloudFormation does not let change: it must stay as it is;
 * - `traffic`: an edit sends the listener, or the rule, whole: with the default action that LiveColor names;
 * - `any time`: nothing of that.
 */
export type Claim = 'first launch' | 'traffic' | 'any time';

/** By parameter, from the labels of the groups in the template's interface. */
export function claimsOf(template: Template): ReadonlyMap<string, Claim> {
  const groups = member(member(template.metadata, 'AWS::CloudFormation::Interface'), 'ParameterGroups');
  const list = Array.isArray(groups) ? (groups as readonly Json[]) : [];
  return new Map(
    list.flatMap((group) => {
      const label = member(member(group, 'Label'), 'default');
      const names = member(group, 'Parameters');
      const claim = claimOf(typeof label === 'string' ? label : '');
      return (Array.isArray(names) ? (names as readonly Json[]) : []).map(
        (name) => [typeof name === 'string' ? name : '', claim] as const,
      );
    }),
  );
}

function claimOf(label: string): Claim {
  if (label.startsWith('First launch only')) return 'first launch';
  return label.startsWith('Production traffic') ? 'traffic' : 'any time';
}

const member = (value: Json | undefined, name: string): Json | undefined => (isObject(value) ? value[name] : undefined);

/** What a deployment owns: ECS refuses its change under CODE_DEPLOY. */
const DEPLOYED = new Set(['AWS::ECS::Service', 'AWS::ECS::TaskDefinition']);
/** What traffic, releases or their ways back hang on: replaced, something of it is gone. */
const KEPT = new Set([
  'AWS::ECS::Cluster',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
  'AWS::ECR::Repository',
  'AWS::Logs::LogGroup',
  'AWS::CodeDeploy::Application',
  'AWS::CodeDeploy::DeploymentGroup',
  'AWS::IAM::OIDCProvider',
  'AWS::CodeCommit::Repository',
  'AWS::S3::Bucket',
  'AWS::EC2::VPC',
  'AWS::EC2::Subnet',
  'AWS::EC2::NatGateway',
  'AWS::EC2::EIP',
]);

/** What an edit really is, by all that it changes. */
export function claimFor(effects: readonly Effect[]): Claim {
  if (
    effects.some(
      ({ type, what }) => DEPLOYED.has(type) || (KEPT.has(type) && (what === 'remove' || what === 'replace')),
    )
  )
    return 'first launch';
  return effects.some(({ forwards }) => forwards) ? 'traffic' : 'any time';
}

/** What an edit is at worst. */
export function worst(claims: readonly Claim[]): Claim {
  const order: readonly Claim[] = ['any time', 'traffic', 'first launch'];
  return claims.reduce((most, each) => (order.indexOf(each) > order.indexOf(most) ? each : most), 'any time');
}

/**
 * Where the label says something else than what an edit does; null where they agree. "First launch only" may stand on a
 * parameter whose edit would do less: it belongs to others that are fixed.
 */
export function contradiction(claim: Claim, real: Claim): string | null {
  return worst([claim, real]) === claim && (claim === real || claim === 'first launch')
    ? null
    : `its label says "${claim}", and an edit is "${real}"`;
}
