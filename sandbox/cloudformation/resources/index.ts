import { alarmHandler } from './alarm.ts';
import { applicationHandler } from './codedeploy-application.ts';
import { deploymentConfigHandler } from './codedeploy-config.ts';
import { deploymentGroupHandler } from './codedeploy-group.ts';
import { repositoryHandler } from './ecr-repository.ts';
import { capacityProvidersHandler } from './ecs-capacity-providers.ts';
import { clusterHandler } from './ecs-cluster.ts';
import { serviceHandler } from './ecs-service.ts';
import { taskDefinitionHandler } from './ecs-task-definition.ts';
import { listenerHandler } from './elb-listener.ts';
import { listenerRuleHandler } from './elb-listener-rule.ts';
import { loadBalancerHandler } from './elb-load-balancer.ts';
import { targetGroupHandler } from './elb-target-group.ts';
import { type ResourceHandler } from './handler.ts';
import { oidcProviderHandler } from './iam-oidc-provider.ts';
import { managedPolicyHandler, policyHandler, rolePolicyHandler } from './iam-policies.ts';
import { roleHandler } from './iam-role.ts';
import { logGroupHandler } from './log-group.ts';
import { scalableTargetHandler } from './scalable-target.ts';
import { scalingPolicyHandler } from './scaling-policy.ts';

/** Types that become live. Every other type of CloudFormation is checked and recorded: see `recorded.ts`. */
export const handlers: ReadonlyMap<string, ResourceHandler> = new Map([
  ['AWS::ApplicationAutoScaling::ScalableTarget', scalableTargetHandler],
  ['AWS::ApplicationAutoScaling::ScalingPolicy', scalingPolicyHandler],
  ['AWS::CloudWatch::Alarm', alarmHandler],
  ['AWS::CodeDeploy::Application', applicationHandler],
  ['AWS::CodeDeploy::DeploymentConfig', deploymentConfigHandler],
  ['AWS::CodeDeploy::DeploymentGroup', deploymentGroupHandler],
  ['AWS::ECR::Repository', repositoryHandler],
  ['AWS::ECS::Cluster', clusterHandler],
  ['AWS::ECS::ClusterCapacityProviderAssociations', capacityProvidersHandler],
  ['AWS::ECS::Service', serviceHandler],
  ['AWS::ECS::TaskDefinition', taskDefinitionHandler],
  ['AWS::ElasticLoadBalancingV2::Listener', listenerHandler],
  ['AWS::ElasticLoadBalancingV2::ListenerRule', listenerRuleHandler],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', loadBalancerHandler],
  ['AWS::ElasticLoadBalancingV2::TargetGroup', targetGroupHandler],
  ['AWS::IAM::ManagedPolicy', managedPolicyHandler],
  ['AWS::IAM::OIDCProvider', oidcProviderHandler],
  ['AWS::IAM::Policy', policyHandler],
  ['AWS::IAM::Role', roleHandler],
  ['AWS::IAM::RolePolicy', rolePolicyHandler],
  ['AWS::Logs::LogGroup', logGroupHandler],
]);
