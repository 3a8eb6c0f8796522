/**
 * What a CodeDeploy deployment group for ECS needs, and which CloudFormation does not ask for: its schema wants no more than the
 * application and a role (CodeDeploy API reference, CreateDeploymentGroup).
 */
import { type Json, type JsonObject } from '../../../sandbox/json.ts';
import { type Fault } from '../finding.ts';
import { referencesIn } from '../references.ts';
import { type Subject, resourcesOf } from '../subject.ts';
import { alternatives, at, possible, same, textOf } from '../values.ts';

export function* deploymentGroups(subject: Subject): Generator<Fault> {
  for (const [place, { properties }] of resourcesOf(subject, 'AWS::CodeDeploy::DeploymentGroup')) {
    const faults = [
      ...style(properties),
      ...pair(subject, properties['LoadBalancerInfo']),
      ...service(subject, properties['ECSServices']),
      ...rollback(properties),
    ];
    for (const [what, repair] of faults) yield { place, what, repair };
  }
}

type Said = readonly [what: string, repair: string];

const STYLE = { DeploymentType: 'BLUE_GREEN', DeploymentOption: 'WITH_TRAFFIC_CONTROL' } as const;

function* style(properties: JsonObject): Generator<Said> {
  for (const [name, value] of Object.entries(STYLE)) {
    if (at(properties, 'DeploymentStyle', name) === value) continue;
    yield [`DeploymentStyle.${name} is not ${value}.`, `Set it to ${value}.`];
  }
  if (properties['Deployment'] !== undefined) {
    yield ['`Deployment` makes CloudFormation start a deployment.', 'Remove it.'];
  }
  const settings = properties['BlueGreenDeploymentConfiguration'];
  for (const name of ['DeploymentReadyOption', 'TerminateBlueInstancesOnDeploymentSuccess']) {
    if (at(settings, name) === undefined) yield [`BlueGreenDeploymentConfiguration.${name} is left out.`, 'Set it.'];
  }
  if (at(settings, 'GreenFleetProvisioningOption') !== undefined) {
    yield ['GreenFleetProvisioningOption is for EC2 only.', 'Remove it.'];
  }
}

function* pair(subject: Subject, info: Json | undefined): Generator<Said> {
  const pairs = possible(at(info, 'TargetGroupPairInfoList'));
  if (pairs.length !== 1 || at(info, 'TargetGroupInfoList') !== undefined) {
    yield [`LoadBalancerInfo has ${pairs.length} target group pairs.`, 'Give TargetGroupPairInfoList one.'];
  }
  for (const one of pairs) {
    const groups = possible(at(one, 'TargetGroups')).map((group) => at(group, 'Name'));
    if (groups.length !== 2 || same(groups[0], groups[1])) {
      yield ['The pair does not name two distinct target groups.', 'Name blue and green.'];
    }
    for (const name of groups) yield* named(subject, name);
    yield* route(subject, at(one, 'ProdTrafficRoute', 'ListenerArns'), 'ProdTrafficRoute');
    if (at(one, 'TestTrafficRoute') !== undefined) {
      yield* route(subject, at(one, 'TestTrafficRoute', 'ListenerArns'), 'TestTrafficRoute');
    }
    if (same(at(one, 'ProdTrafficRoute'), at(one, 'TestTrafficRoute'))) {
      yield ['Production and test traffic take one listener.', 'Name the test listener in TestTrafficRoute.'];
    }
  }
}

/** A target group is named by its name; what Ref yields is its ARN. */
function* named(subject: Subject, name: Json | undefined): Generator<Said> {
  for (const { to, attribute } of referencesIn(name)) {
    const type = subject.template.resources.get(to)?.type;
    if (type === undefined) continue;
    if (type !== 'AWS::ElasticLoadBalancingV2::TargetGroup')
      yield [`${to} is no target group.`, 'Name a target group.'];
    else if (attribute !== 'TargetGroupName') {
      yield [`${to} is named by its ${attribute ?? 'ARN'}.`, `Write !GetAtt ${to}.TargetGroupName.`];
    }
  }
}

function* route(subject: Subject, arns: Json | undefined, name: string): Generator<Said> {
  for (const outcome of alternatives(arns)) {
    const listeners = possible(outcome);
    const apart = alternatives(at(outcome, 0)).length;
    if (listeners.length === 0 || listeners.length > apart)
      yield [`${name} has not one listener.`, 'Give ListenerArns one.'];
    for (const { to } of listeners.flatMap(referencesIn)) {
      const type = subject.template.resources.get(to)?.type ?? '';
      if (type !== '' && type !== 'AWS::ElasticLoadBalancingV2::Listener') {
        yield [`${name} names ${to}, a ${type}.`, 'Name a listener.'];
      }
      const wrong = name === 'ProdTrafficRoute' ? /^Test/ : /^Production/;
      if (wrong.test(to)) yield [`${name} names ${to}.`, 'Exchange the listeners.'];
    }
  }
}

/** ECSServices: one, its names those of the service in this template. */
function* service(subject: Subject, services: Json | undefined): Generator<Said> {
  const listed = possible(services);
  if (listed.length !== 1) yield [`ECSServices names ${listed.length} services.`, 'Name one.'];
  const [, own] = resourcesOf(subject, 'AWS::ECS::Service')[0] ?? [];
  if (!own) return;
  const [id = ''] = resourcesOf(subject, 'AWS::ECS::Service')[0] ?? [];
  const name = at(listed[0], 'ServiceName');
  const byAttribute = referencesIn(name).some(({ to, attribute }) => to === id && attribute === 'Name');
  if (!byAttribute) yield ['ServiceName is not the name of the service here.', `Write !GetAtt ${id}.Name.`];
  const cluster = at(listed[0], 'ClusterName');
  // arn:<partition>:ecs:<region>:<account>:service/<cluster>/<service>
  const ofArn = { 'Fn::Select': [1, { 'Fn::Split': ['/', { Ref: id }] }] };
  if (!same(cluster, own.properties['Cluster']) && !same(cluster, ofArn)) {
    yield [`ClusterName is not what ${id} has as its Cluster.`, 'Write both alike.'];
  }
  if (referencesIn(cluster).some(({ attribute }) => attribute === 'Arn')) {
    yield ['ClusterName is an ARN.', 'Take its name.'];
  }
}

function* rollback(properties: JsonObject): Generator<Said> {
  const settings = properties['AutoRollbackConfiguration'];
  const events = possible(at(settings, 'Events')).map(textOf);
  if (at(settings, 'Enabled') !== true || !events.includes('DEPLOYMENT_FAILURE')) {
    yield ['A deployment that fails does not go back by itself.', 'Enable AutoRollbackConfiguration with its events.'];
  }
  const alarms = properties['AlarmConfiguration'];
  if (alarms !== undefined && !events.includes('DEPLOYMENT_STOP_ON_ALARM')) {
    yield ['Alarms stop a deployment, and it does not go back.', 'Add DEPLOYMENT_STOP_ON_ALARM to the events.'];
  }
}
