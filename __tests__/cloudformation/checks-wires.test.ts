/** Faults in how service, load balancer and CodeDeploy are wired: each is planted, and found. */
import { describe, expect, test } from '@jest/globals';

import { containers } from '../../scripts/templates/checks/containers.ts';
import { deploymentGroups } from '../../scripts/templates/checks/deployment-group.ts';
import { listeners } from '../../scripts/templates/checks/listeners.ts';
import { services } from '../../scripts/templates/checks/service.ts';
import { targetGroups } from '../../scripts/templates/checks/target-groups.ts';
import { type Check } from '../../scripts/templates/finding.ts';
import { type Change, found, mutant } from './mutants.ts';

const GROUP = 'Resources/DeploymentGroup/Properties';
const PAIR = `${GROUP}/LoadBalancerInfo/TargetGroupPairInfoList/0`;
const BLUE = 'Resources/BlueTargetGroup/Properties';
const SERVICE = 'Resources/Service/Properties';
const WIRE = `${SERVICE}/LoadBalancers/0`;

type Case = readonly [fault: string, changes: readonly Change[], finding: string];

const cases: Readonly<Record<string, readonly [Check, readonly Case[]]>> = {
  'target groups': [
    targetGroups,
    [
      ['instances', [[`${BLUE}/TargetType`, 'instance']], 'TargetType is instance'],
      ['no target type', [[`${BLUE}/TargetType`, undefined]], 'left out, which means instance'],
      ['a time-out as long as the interval', [[`${BLUE}/HealthCheckTimeoutSeconds`, 30], [`${BLUE}/HealthCheckIntervalSeconds`, 30]], 'may wait 30 s and starts anew after 30 s'],
      ['a pair that differs', [[`${BLUE}/Port`, 8443]], 'Port differ from BlueTargetGroup'],
      ['4xx is healthy', [[`${BLUE}/Matcher`, { HttpCode: '200-499' }]], 'takes 4xx for healthy'],
    ],
  ],
  'deployment group': [
    deploymentGroups,
    [
      ['no style', [[`${GROUP}/DeploymentStyle`, undefined]], 'DeploymentStyle.DeploymentType is not BLUE_GREEN'],
      ['in place', [[`${GROUP}/DeploymentStyle/DeploymentType`, 'IN_PLACE']], 'DeploymentStyle.DeploymentType is not BLUE_GREEN'],
      ['no traffic control', [[`${GROUP}/DeploymentStyle/DeploymentOption`, 'WITHOUT_TRAFFIC_CONTROL']], 'DeploymentOption is not'],
      ['an ARN for a name', [[`${PAIR}/TargetGroups/0/Name`, { Ref: 'BlueTargetGroup' }]], 'BlueTargetGroup is named by its ARN'],
      ['one group twice', [[`${PAIR}/TargetGroups/1/Name`, { 'Fn::GetAtt': 'BlueTargetGroup.TargetGroupName' }]], 'two distinct target groups'],
      ['one group', [[`${PAIR}/TargetGroups/1`, undefined]], 'two distinct target groups'],
      ['no pair', [[`${GROUP}/LoadBalancerInfo`, undefined]], 'has 0 target group pairs'],
      ['no listener', [[`${PAIR}/ProdTrafficRoute`, undefined]], 'ProdTrafficRoute has not one listener'],
      ['exchanged listeners', [[`${PAIR}/ProdTrafficRoute/ListenerArns`, [{ Ref: 'TestListener' }]]], 'ProdTrafficRoute names TestListener'],
      ['a load balancer for a listener', [[`${PAIR}/TestTrafficRoute/ListenerArns`, [{ Ref: 'LoadBalancer' }]]], 'names LoadBalancer, a AWS::ElasticLoadBalancingV2::LoadBalancer'],
      ['another service', [[`${GROUP}/ECSServices/0/ServiceName`, 'web']], 'ServiceName is not the name of the service here'],
      ['the ARN of the service', [[`${GROUP}/ECSServices/0/ServiceName`, { Ref: 'Service' }]], 'ServiceName is not the name of the service here'],
      ['another cluster', [[`${GROUP}/ECSServices/0/ClusterName`, 'default']], 'ClusterName is not what Service has'],
      ['no service', [[`${GROUP}/ECSServices`, []]], 'ECSServices names 0 services'],
      ['a deployment', [[`${GROUP}/Deployment`, { Revision: {} }]], 'makes CloudFormation start a deployment'],
      ['no rollback', [[`${GROUP}/AutoRollbackConfiguration`, undefined]], 'does not go back by itself'],
      ['alarms that do not roll back', [[`${GROUP}/AutoRollbackConfiguration/Events`, ['DEPLOYMENT_FAILURE']]], 'Alarms stop a deployment'],
      ['no end of blue', [[`${GROUP}/BlueGreenDeploymentConfiguration/TerminateBlueInstancesOnDeploymentSuccess`, undefined]], 'TerminateBlueInstancesOnDeploymentSuccess is left out'],
      ['a fleet', [[`${GROUP}/BlueGreenDeploymentConfiguration/GreenFleetProvisioningOption`, { Action: 'COPY_AUTO_SCALING_GROUP' }]], 'for EC2 only'],
    ],
  ],
  containers: [
    containers,
    [
      ['another container', [[`${WIRE}/ContainerName`, 'web']], 'ContainerName "web" is no container of TaskDefinition'],
      ['another port', [[`${WIRE}/ContainerPort`, 8081]], 'ContainerPort 8081 is not mapped'],
      ['another name in the outputs', [['Outputs/ContainerName/Value', 'web']], 'Outputs.ContainerName: It is "web"'],
      ['another port in the outputs', [['Outputs/ContainerPort/Value', '8081']], 'Outputs.ContainerPort: It is "8081"'],
      ['no load balancer', [[`${SERVICE}/LoadBalancers`, undefined]], 'behind no load balancer'],
      ['bridge', [['Resources/TaskDefinition/Properties/NetworkMode', 'bridge']], 'NetworkMode is not awsvpc'],
      ['no log', [['Resources/TaskDefinition/Properties/ContainerDefinitions/0/LogConfiguration', undefined]], 'writes no log'],
    ],
  ],
  service: [
    services,
    [
      ['before its listeners', [['Resources/Service/DependsOn', undefined]], 'may be made before ProductionListener'],
      ['a count beside auto scaling', [[`${SERVICE}/DesiredCount`, 2]], 'sets back what auto scaling did'],
      ['no word on public addresses', [[`${SERVICE}/NetworkConfiguration/AwsvpcConfiguration/AssignPublicIp`, undefined]], 'AssignPublicIp is left out'],
      ['the controller of ECS', [[`${SERVICE}/DeploymentController/Type`, 'ECS']], 'not CODE_DEPLOY'],
      ['a circuit breaker', [[`${SERVICE}/DeploymentConfiguration`, { DeploymentCircuitBreaker: { Enable: true, Rollback: true } }]], 'for the ECS controller'],
      ['on EC2', [[`${SERVICE}/LaunchType`, 'EC2']], 'does not run in Fargate'],
    ],
  ],
  listeners: [
    listeners,
    [
      ['blue whatever is live', [['Resources/ProductionListener/Properties/DefaultActions', [{ Type: 'forward', TargetGroupArn: { Ref: 'BlueTargetGroup' } }]]], 'ProductionListener: It leads to BlueTargetGroup, whatever LiveColor says'],
      ['a rule that leads to green', [['Resources/ProductionRule/Properties/Actions', [{ Type: 'forward', TargetGroupArn: { Ref: 'GreenTargetGroup' } }]]], 'ProductionRule: It leads to GreenTargetGroup'],
      ['tags', [['Resources/ProductionListener/Properties/Tags', [{ Key: 'a', Value: 'b' }]]], 'An edit of its tags'],
      ['a tag that may be edited', [['Resources/ProductionListener/Properties/Tags', [{ Key: 'owner', Value: { Ref: 'TagOwner' } }]]], 'TagOwner reaches its Tags'],
    ],
  ],
}; // prettier-ignore

describe.each(Object.entries(cases))('%s', (_theme, [check, faults]) => {
  test.each(faults)('%s', (_fault, changes, finding) => {
    expect(found(check, mutant('service.yml', ...changes))).toEqual(
      expect.arrayContaining([expect.stringContaining(finding)]),
    );
  });
});

test('a shared listener answers 404 to what nobody asked for', () => {
  const other = { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200' } };
  const changed = mutant('cluster.yml', ['Resources/ProductionListener/Properties/DefaultActions', [other]]);
  expect(found(listeners, changed)).toEqual(['ProductionListener: Who asks for nothing that is there gets 200.']);
});
