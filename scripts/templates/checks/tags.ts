/** Tags of the parameters, on everything that is paid for, holds something or gives rights, and may be edited. */
import { typeFacts } from '../../../sandbox/cloudformation/spec/check.ts';
import { type Fault } from '../finding.ts';
import { namesIn } from '../references.ts';
import { type Subject } from '../subject.ts';

const TAGS = ['TagEnvironment', 'TagOwner'];

/** An edited tag would be an edit of what must not be edited: see first-launch.ts and listeners.ts. */
const NEVER = [
  'AWS::ECS::Service',
  'AWS::ECS::TaskDefinition',
  'AWS::ElasticLoadBalancingV2::Listener',
  'AWS::ElasticLoadBalancingV2::ListenerRule',
];

/** Cost nothing, hold nothing and give no rights: their tags would not fit into the 51,200 bytes of a body. */
const FREE = [
  'AWS::ApplicationAutoScaling::ScalableTarget',
  'AWS::CloudWatch::Alarm',
  'AWS::CodeDeploy::Application',
  'AWS::CodeDeploy::DeploymentGroup',
  'AWS::EC2::SecurityGroup',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
  'AWS::Events::Rule',
  'AWS::IAM::OIDCProvider',
  'AWS::SNS::Topic',
];

export function* tags({ template }: Subject): Generator<Fault> {
  const given = TAGS.filter((name) => template.parameters.has(name));
  for (const place of TAGS.filter((name) => !given.includes(name))) {
    yield { place, what: 'This parameter is not there.', repair: 'Add it, optional.' };
  }
  for (const [place, { type, properties }] of template.resources) {
    const property = typeFacts(type)?.tags?.property;
    if (property === undefined || FREE.includes(type)) continue;
    const referred = namesIn(properties[property]);
    if (NEVER.includes(type)) {
      if (given.some((name) => referred.has(name))) {
        yield { place, what: `A tag that may be edited is on ${type}.`, repair: 'Remove it.' };
      }
      continue;
    }
    const missing = given.filter((name) => !referred.has(name));
    if (missing.length > 0) yield { place, what: `${property} lacks ${missing.join(', ')}.`, repair: 'Add them.' };
  }
}
