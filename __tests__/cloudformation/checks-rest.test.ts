/** Faults in parameters, rights, names, what is kept and what is told: each is planted, and found. */
import { describe, expect, test } from '@jest/globals';

import { CHECKS } from '../../scripts/templates/checks.ts';
import { type Check } from '../../scripts/templates/finding.ts';
import { type Change, found, mutant } from './mutants.ts';

const INTERFACE = ['Metadata', 'AWS::CloudFormation::Interface'];
const TRUST = 'Resources/DeployRole/Properties/AssumeRolePolicyDocument/Statement/0/1';
const CODEDEPLOY = 'Resources/CodeDeployRole/Properties/Policies/0/PolicyDocument/Statement';
const ROLE = 'Resources/CodeDeployRole/Properties';
const statement = (more: object) => ({
  Sid: 'Planted',
  Effect: 'Allow',
  Action: 'ecs:RunTask',
  Resource: 'arn',
  ...more,
});
const planted = (more: object): readonly Change[] => [[`${CODEDEPLOY}/0`, statement(more)]];
const ALARM = 'Resources/ErrorsAlarm/Properties';
const PARAMETER = 'Parameters/HealthCheckPath';
const text = {
  Type: 'String',
  Default: 'x',
  Description: 'A text.',
  AllowedPattern: '[a-z]*',
  ConstraintDescription: 'Letters.',
};
const allowed = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*', Principal: '*' };

type Case = readonly [fault: string, template: string, changes: readonly Change[], finding: string];

const cases: Readonly<Partial<Record<keyof typeof CHECKS, readonly Case[]>>> = {
  alarms: [
    ['missing data', 'service.yml', [[`${ALARM}/TreatMissingData`, 'breaching']], 'ErrorsAlarm: No data may count'],
    ['missing data, unsaid', 'service.yml', [[`${ALARM}/TreatMissingData`, undefined]], 'ErrorsAlarm: No data may count'],
    ['an alarm of nobody', 'service.yml', [['Resources/DeploymentGroup/Properties/AlarmConfiguration/Alarms', [{ Name: { Ref: 'UnhealthyAlarm' } }]]], 'ErrorsAlarm: No deployment group watches it'],
    ['no description', 'service.yml', [[`${ALARM}/AlarmDescription`, undefined]], 'ErrorsAlarm: It does not say'],
  ],
  file: [
    ['no description', 'service.yml', [['Description', undefined]], 'Description: There is none'],
    ['a nested stack', 'cluster.yml', [['Resources/Cluster/Type', 'AWS::CloudFormation::Stack']], 'cannot be launched from this one file'],
  ],
  firstLaunch: [
    ['a parameter that may be edited, straight', 'service.yml', [['Resources/Service/Properties/HealthCheckGracePeriodSeconds', { Ref: 'MinTasks' }]], 'Service: AWS::ECS::Service changes with MinTasks (HealthCheckGracePeriodSeconds)'],
    ['through Sub', 'service.yml', [['Resources/TaskDefinition/Properties/ContainerDefinitions/0/DockerLabels/x', { 'Fn::Sub': 'a ${HealthCheckPath}' }]], 'TaskDefinition: AWS::ECS::TaskDefinition changes with HealthCheckPath'],
    ['through a condition', 'service.yml', [['Conditions/Planted', { 'Fn::Equals': [{ Ref: 'TagOwner' }, ''] }], ['Resources/Service/Properties/EnableExecuteCommand', { 'Fn::If': ['Planted', true, false] }]], 'Service: AWS::ECS::Service changes with TagOwner (EnableExecuteCommand < Planted)'],
    ['through a condition of a condition', 'service.yml', [['Conditions/Inner', { 'Fn::Equals': [{ Ref: 'TagOwner' }, ''] }], ['Conditions/Planted', { 'Fn::Not': [{ Condition: 'Inner' }] }], ['Resources/Service/Condition', 'Planted']], 'Service: AWS::ECS::Service changes with TagOwner'],
    ['through what replaces another resource', 'service.yml', [['Resources/TaskSecurityGroup/Properties/GroupDescription', { Ref: 'TagOwner' }]], 'changes with TagOwner (NetworkConfiguration < TaskSecurityGroup.GroupDescription)'],
    ['a group that says no more that it is fixed', 'service.yml', [[[...INTERFACE, 'ParameterGroups', 0, 'Label', 'default'], 'Service']], 'changes with Name'],
  ],
  literals: [
    ['an account', 'cluster.yml', [['Outputs/Cluster/Value', '123456789012']], 'Cluster: It holds an account id: 123456789012'],
    ['a region', 'service.yml', [[`${ALARM}/AlarmDescription`, 'in eu-west-1']], 'ErrorsAlarm: AlarmDescription holds a region: eu-west-1'],
    ['a partition', 'service.yml', planted({ Resource: 'arn:aws:s3:::x' }), 'holds a partition: arn:aws:'],
    ['a default', 'service.yml', [[`${PARAMETER}/Default`, '/us-gov-east-1']], 'HealthCheckPath: It holds a region'],
  ],
  names: [
    ['a load balancer', 'cluster.yml', [['Resources/LoadBalancer/Properties/Name', { 'Fn::Sub': '${Name}-load-balancer' }]], 'AWS::ElasticLoadBalancingV2::LoadBalancer takes 32'],
    ['a target group', 'service.yml', [['Resources/BlueTargetGroup/Properties/Name', { 'Fn::Join': ['-', [{ Ref: 'Name' }, 'blue']] }]], 'BlueTargetGroup: Name may have'],
    ['a role', 'service.yml', [['Resources/TaskRole/Properties/RoleName', { 'Fn::Sub': '${AWS::StackName}-task' }]], 'RoleName may have 133 characters; AWS::IAM::Role takes 64'],
    ['a longer Name', 'service.yml', [['Parameters/Name/MaxLength', 90]], 'DeploymentGroupName may have'],
    ['a parameter of any length', 'service.yml', [['Resources/TaskRole/Properties/RoleName', { Ref: 'VpcId' }]], 'RoleName may have any length'],
  ],
  outputs: [
    ['a missing one', 'service.yml', [['Outputs/DeploymentGroup', undefined]], 'Outputs.DeploymentGroup: It is not there'],
    ['no description', 'service.yml', [['Outputs/Cluster/Description', undefined]], 'Outputs.Cluster: It has no Description'],
    ['not exported', 'service.yml', [['Outputs/Cluster/Export', undefined]], 'Outputs.Cluster: It is not exported'],
    ['exported by another name', 'service.yml', [['Outputs/Cluster/Export/Name', 'Cluster']], 'Outputs.Cluster: Its export is named otherwise'],
    ['exported, and an edit changes it', 'service.yml', [['Outputs/TestUrl/Export', { Name: { 'Fn::Sub': '${AWS::StackName}-TestUrl' } }]], 'Outputs.TestUrl: It is exported, and changes with CertificateArn'],
    ['exported, and an edit replaces what it names', 'service.yml', [['Outputs/Cluster/Value', { Ref: 'DeploymentConfig' }]], 'Outputs.Cluster: It is exported, and changes with ShiftPercent'],
    ['exported, and an edit removes it', 'network.yml', [['Outputs/VpcId/Condition', 'HasNat']], 'Outputs.VpcId: It is exported, and changes with Nat'],
    ['a snippet that is exported', 'service.yml', [['Outputs/Workflow/Export', { Name: { 'Fn::Sub': '${AWS::StackName}-Workflow' } }]], 'Outputs.Workflow: It is exported'],
  ],
  parameters: [
    ['no group', 'service.yml', [[[...INTERFACE, 'ParameterGroups', 0, 'Parameters'], []]], 'Name: It stands in 0 parameter groups'],
    ['two groups', 'service.yml', [[[...INTERFACE, 'ParameterGroups', 0, 'Parameters'], ['TagOwner']]], 'TagOwner: It stands in 2 parameter groups'],
    ['no label', 'service.yml', [[[...INTERFACE, 'ParameterLabels', 'Name'], undefined]], 'Name: It has no label'],
    ['no description', 'service.yml', [[`${PARAMETER}/Description`, undefined]], 'HealthCheckPath: It has no Description'],
    ['any text', 'service.yml', [[`${PARAMETER}/AllowedPattern`, undefined]], 'HealthCheckPath: It is a String that takes any text'],
    ['no word on a wrong value', 'service.yml', [[`${PARAMETER}/ConstraintDescription`, undefined]], 'HealthCheckPath: A wrong value is refused without a word'],
    ['a number without an end', 'service.yml', [['Parameters/MaxTasks/MaxValue', undefined]], 'MaxTasks: It is a number without bounds'],
    ['a default that it refuses', 'service.yml', [[`${PARAMETER}/Default`, 'no path']], "HealthCheckPath: Its default 'no path' is refused"],
    ['a number that it refuses', 'service.yml', [['Parameters/MaxTasks/Default', 100000]], "MaxTasks: Its default '100000' is refused"],
    ['a secret', 'service.yml', [['Parameters/DatabasePassword', text]], 'DatabasePassword: A secret would stand readable'],
  ],
  policies: [
    ['every action', 'service.yml', planted({ Action: '*' }), 'CodeDeployRole: Planted: * is a wildcard'],
    ['every action of a service', 'service.yml', planted({ Action: 'ecs:*' }), 'Planted: ecs:* is a wildcard'],
    ['every resource', 'service.yml', planted({ Resource: '*' }), 'Planted: ecs:RunTask on *'],
    ['every resource by an option', 'service.yml', planted({ Resource: { 'Fn::If': ['Alone', '*', 'arn'] } }), 'Planted: ecs:RunTask on *'],
    ['all but some actions', 'service.yml', planted({ Action: undefined, NotAction: 'ecs:RunTask' }), 'Planted: NotAction allows all else'],
    ['any role to pass', 'service.yml', planted({ Action: 'iam:PassRole', Resource: '*', Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } } }), 'Planted: PassRole on'],
    ['roles by a pattern to pass', 'service.yml', planted({ Action: ['iam:PassRole'], Resource: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*' } }), 'Planted: PassRole on'],
    ['a role to pass to anything', 'service.yml', planted({ Action: 'iam:PassRole' }), 'Planted: the role can be passed to any service'],
    ['a condition that holds without its key', 'service.yml', planted({ Condition: { 'ForAllValues:StringEquals': { a: 'b' } } }), 'ForAllValues: holds where the key is missing'],
    ['a managed policy of AWS', 'service.yml', [[`${ROLE}/ManagedPolicyArns`, [{ 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/AWSCodeDeployRoleForECS' }]]], 'is wider than needed'],
    ['nothing left by options', 'github-oidc.yml', [['Resources/PlanPolicy/Properties/PolicyDocument/Statement', [{ 'Fn::If': ['HasRepository', statement({}), { Ref: 'AWS::NoValue' }] }]]], 'PlanPolicy: Options may leave it without'],
    ['a statement without a name', 'service.yml', [[`${CODEDEPLOY}/0/Sid`, undefined]], 'a statement without Sid: nobody can name it'],
    ['a managed policy with a wildcard', 'github-oidc.yml', [['Resources/ReadPolicy/Properties/PolicyDocument/Statement/0', statement({ Action: 'ecs:Describe*' })]], 'ReadPolicy: Planted: ecs:Describe* is a wildcard'],
  ],
  retention: [
    ['no deletion policy', 'service.yml', [['Resources/Repository/DeletionPolicy', undefined]], 'Repository: DeletionPolicy is left out'],
    ['no policy of replacement', 'service.yml', [['Resources/LogGroup/UpdateReplacePolicy', undefined]], 'LogGroup: UpdateReplacePolicy is left out'],
    ['a revision that goes', 'service.yml', [['Resources/TaskDefinition/UpdateReplacePolicy', undefined]], 'TaskDefinition: A revision that may still run'],
    ['logs for ever', 'service.yml', [['Resources/LogGroup/Properties/RetentionInDays', undefined]], 'LogGroup: Its logs are kept'],
    ['images for ever', 'service.yml', [['Resources/Repository/Properties/LifecyclePolicy', undefined]], 'Repository: Images pile up'],
    ['tags that move', 'service.yml', [['Resources/Repository/Properties/ImageTagMutability', 'MUTABLE']], 'Repository: A tag may be moved'],
    ['no scan', 'service.yml', [['Resources/Repository/Properties/ImageScanningConfiguration', undefined]], 'Repository: Images are not scanned'],
    ['plain HTTP', 'pipeline.yml', [['Resources/ArtifactBucketPolicy/Properties/PolicyDocument/Statement', [allowed]]], 'ArtifactBucket: It may be asked over plain HTTP'],
    ['a public bucket', 'pipeline.yml', [['Resources/ArtifactBucket/Properties/PublicAccessBlockConfiguration', undefined]], 'ArtifactBucket: PublicAccessBlockConfiguration is left out'],
  ],
  suppressions: [
    ['no reason', 'service.yml', [['Resources/LoadBalancer/Metadata', { checkov: { skip: [{ id: 'CKV_AWS_91' }] } }]], "checkov's CKV_AWS_91 is suppressed without a reason"],
    ['for the whole file', 'service.yml', [['Metadata/cfn-lint', { config: { ignore_checks: ['W1030'] } }]], 'told off for the whole file'],
  ],
  tags: [
    ['none', 'service.yml', [['Resources/LoadBalancer/Properties/Tags', undefined]], 'LoadBalancer: Tags lacks TagEnvironment, TagOwner'],
    ['one of the service', 'service.yml', [['Resources/Service/Properties/Tags', [{ Key: 'owner', Value: { Ref: 'TagOwner' } }]]], 'Service: A tag that may be edited'],
    ['no parameter', 'network.yml', [['Parameters', { Name: text }], ['Resources', { A: { Type: 'AWS::SNS::Topic' } }], ['Conditions', undefined], ['Outputs', undefined], ['Rules', undefined]], 'TagOwner: This parameter is not there'],
  ],
  trust: [
    ['tokens for others', 'github-oidc.yml', [[[...TRUST.split('/'), 'Condition', 'StringEquals', 'token.actions.githubusercontent.com:aud'], 'else']], 'DeployRole: Tokens for others are taken'],
    ['every repository', 'github-oidc.yml', [[[...TRUST.split('/'), 'Condition', 'StringEquals', 'token.actions.githubusercontent.com:sub'], undefined]], 'DeployRole: Every repository may take it on'],
    ['subjects by a pattern', 'github-oidc.yml', [[`${TRUST}/Condition/StringLike`, { 'token.actions.githubusercontent.com:sub': 'repo:o/r:*' }]], 'DeployRole: StringLike takes subjects'],
    ['a wildcard taken as it stands', 'github-oidc.yml', [[[...TRUST.split('/'), 'Condition', 'StringEquals', 'token.actions.githubusercontent.com:sub'], ['repo:o/r:*']]], 'which StringEquals takes as it stands'],
    ['anybody', 'service.yml', [[`${ROLE}/AssumeRolePolicyDocument/Statement/0/Principal`, '*']], 'CodeDeployRole: Its principal is anybody'],
    ['any account', 'service.yml', [[`${ROLE}/AssumeRolePolicyDocument/Statement/0/Principal`, { AWS: '*' }]], 'CodeDeployRole: Any account may take it on'],
    ['a service that acts for others', 'service.yml', [[`${ROLE}/AssumeRolePolicyDocument/Statement/0/Condition`, undefined]], 'CodeDeployRole: codedeploy.amazonaws.com may use it for other accounts'],
    ['no boundary', 'service.yml', [[`${ROLE}/PermissionsBoundary`, undefined]], 'CodeDeployRole: It takes no permissions boundary'],
    ['no path', 'service.yml', [[`${ROLE}/Path`, undefined]], 'CodeDeployRole: It takes no path'],
  ],
}; // prettier-ignore

const byName: Readonly<Record<string, Check>> = CHECKS;

describe.each(Object.entries(cases))('%s', (name, faults) => {
  test.each(faults)('%s in %s', (_fault, template, changes, finding) => {
    const check = byName[name];
    expect(check && found(check, mutant(template, ...changes))).toEqual(
      expect.arrayContaining([expect.stringContaining(finding)]),
    );
  });
});
