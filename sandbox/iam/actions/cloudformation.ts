import { arn } from '../../ids.ts';
import { about, anything, passes, type Rules } from './rule.ts';

interface OnStack {
  readonly StackName?: string | undefined;
  readonly RoleARN?: string | undefined;
}

/** A stack's name or id. The change set's own ARN is no resource of these: `cloudformation:ChangeSetName` is not told. */
const onStack = about<OnStack>(({ StackName = '*', RoleARN }, { world }) => [
  { resource: StackName.startsWith('arn:') ? StackName : arn(world, 'cloudformation', `stack/${StackName}/*`) },
  ...passes([RoleARN], 'cloudformation.amazonaws.com'),
]);

/** What stacks make is made by the account's administrator, whoever launches them. */
export const cloudformationActions: Rules = {
  CancelUpdateStack: onStack,
  ContinueUpdateRollback: onStack,
  CreateChangeSet: onStack,
  CreateStack: onStack,
  DeleteChangeSet: onStack,
  DeleteStack: onStack,
  DescribeChangeSet: onStack,
  DescribeStackEvents: onStack,
  DescribeStackResource: onStack,
  DescribeStackResources: onStack,
  DescribeStacks: onStack,
  ExecuteChangeSet: onStack,
  GetStackPolicy: onStack,
  GetTemplate: onStack,
  GetTemplateSummary: onStack,
  ListChangeSets: onStack,
  ListExports: anything,
  ListImports: anything,
  ListStackResources: onStack,
  ListStacks: anything,
  SetStackPolicy: onStack,
  UpdateStack: onStack,
  UpdateTerminationProtection: onStack,
  ValidateTemplate: anything,
};
