/** Names that fit into what the services take, however long the parameters in them may be. */
import { type Json } from '../../../sandbox/json.ts';
import { type Fault } from '../finding.ts';
import { subPieces } from '../../../sandbox/cloudformation/template/sub-text.ts';
import { referencesIn } from '../references.ts';
import { type Subject } from '../subject.ts';
import { isList } from '../../../sandbox/cloudformation/template/shape.ts';
import { alternatives, at, each, textOf } from '../values.ts';
import { matches } from '../../../sandbox/cloudformation/template/pattern.ts';

/** Most characters of each name (API references of the services). */
const LIMITS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'AWS::CloudWatch::Alarm': { AlarmName: 255 },
  'AWS::CodeBuild::Project': { Name: 150 },
  'AWS::CodeCommit::Repository': { RepositoryName: 100 },
  'AWS::CodeDeploy::Application': { ApplicationName: 100 },
  'AWS::CodeDeploy::DeploymentConfig': { DeploymentConfigName: 100 },
  'AWS::CodeDeploy::DeploymentGroup': { DeploymentGroupName: 100, ApplicationName: 100 },
  'AWS::CodePipeline::Pipeline': { Name: 100 },
  'AWS::CodeStarNotifications::NotificationRule': { Name: 64 },
  'AWS::ECR::Repository': { RepositoryName: 256 },
  'AWS::ECS::Cluster': { ClusterName: 255 },
  'AWS::ECS::Service': { ServiceName: 255 },
  'AWS::ECS::TaskDefinition': { Family: 255 },
  'AWS::ElasticLoadBalancingV2::LoadBalancer': { Name: 32 },
  'AWS::ElasticLoadBalancingV2::TargetGroup': { Name: 32 },
  'AWS::Events::Rule': { Name: 64 },
  'AWS::IAM::ManagedPolicy': { ManagedPolicyName: 128 },
  'AWS::IAM::Role': { RoleName: 64 },
  'AWS::Logs::LogGroup': { LogGroupName: 512 },
  'AWS::S3::Bucket': { BucketName: 63 },
  'AWS::SNS::Topic': { TopicName: 256 },
};
/** Looked at no further than this. */
const FAR = 600;
/** Of the values that AWS gives. */
const PSEUDO: Readonly<Record<string, number>> = {
  'AWS::AccountId': 12,
  'AWS::Partition': 10,
  'AWS::Region': 14,
  'AWS::StackName': 128,
  'AWS::URLSuffix': 16,
};

export function* names(subject: Subject): Generator<Fault> {
  for (const [place, { type, properties }] of subject.template.resources) {
    for (const [property, limit] of Object.entries(LIMITS[type] ?? {})) {
      const length = longest(subject, properties[property]);
      if (length <= limit) continue;
      const said = length >= FAR ? 'have any length' : `have ${length} characters`;
      yield {
        place,
        what: `${property} may ${said}; ${type} takes ${limit}.`,
        repair: 'Shorten it, or bound its parameters.',
      };
    }
  }
}

/** The most characters that a value can have. */
function longest(subject: Subject, value: Json | undefined): number {
  return Math.max(0, ...alternatives(value).map((one) => lengthOf(subject, one)));
}

function lengthOf(subject: Subject, value: Json | undefined): number {
  if (value === undefined || typeof value === 'string' || typeof value === 'number') return textOf(value).length;
  const ref = at(value, 'Ref');
  if (ref !== undefined) return ofName(subject, textOf(ref));
  const sub = at(value, 'Fn::Sub');
  if (sub !== undefined) {
    const [text, own] = isList(sub) ? [textOf(sub[0]), sub[1]] : [textOf(sub), undefined];
    const lengths = (subPieces(text) ?? []).map((piece) => {
      if ('text' in piece) return piece.text.length;
      const given = at(own, piece.name);
      return given === undefined ? ofName(subject, piece.name) : longest(subject, given);
    });
    return lengths.reduce((sum, length) => sum + length, 0);
  }
  const join = at(value, 'Fn::Join');
  const joined = each(at(join, 1)).map((part) => longest(subject, part));
  if (join !== undefined)
    return joined.reduce((sum, part) => sum + part, textOf(at(join, 0)).length * (joined.length - 1));
  const [attributed] = referencesIn(value);
  return attributed === undefined ? FAR : ofResource(subject, attributed.to);
}

function ofName(subject: Subject, name: string): number {
  const { parameters } = subject.template;
  // No rule can count characters: who gives a longer name is asked for its cut form in a parameter of its own.
  const parameter = parameters.get(`${name}Cut`) ?? parameters.get(name);
  if (!parameter) return PSEUDO[name] ?? ofResource(subject, name);
  if (parameter.allowedValues) return Math.max(...parameter.allowedValues.map(({ length }) => length));
  if (parameter.maxValue !== null) return String(parameter.maxValue).length;
  if (parameter.maxLength !== null) return parameter.maxLength;
  if (parameter.allowedPattern === null) return FAR;
  return longestMatch(name, parameter.allowedPattern);
}

/** What refers to a resource is as long as its name can be. */
function ofResource(subject: Subject, id: string): number {
  const resource = subject.template.resources.get(id);
  const [property] = Object.keys(LIMITS[resource?.type ?? ''] ?? {});
  return property === undefined || resource?.properties[property] === undefined
    ? 0
    : longest(subject, resource.properties[property]);
}

/** The longest run of one letter that a pattern takes; patterns of names take such runs. */
function longestMatch(name: string, pattern: string): number {
  for (let length = FAR; length > 0; length -= 1) if (matches(name, pattern, 'a'.repeat(length))) return length;
  return FAR;
}
