import {
  type Change,
  DescribeChangeSet$,
  type DescribeChangeSetInput,
  type DescribeChangeSetOutput,
  type ResourceChangeDetail,
} from '@aws-sdk/client-cloudformation';
import { theChangeSet } from '../../cloudformation/stacks/change-sets.ts';
import { operation } from '../../operation.ts';
import { type ChangeDetail, type ResourceChange } from '../../world/cloudformation.ts';
import { page } from './page.ts';
import { capabilitiesInfo, parametersInfo, tagsInfo } from './shapes.ts';

export const describeChangeSet = operation<DescribeChangeSetInput, DescribeChangeSetOutput>(
  DescribeChangeSet$,
  ({ StackName: name, ChangeSetName: changeSetName, NextToken: token }, { world }) => {
    const { stack, changeSet } = theChangeSet(world, name, changeSetName);
    const { launch } = changeSet;
    const { items, nextToken } = page(changeSet.changes, token);
    return {
      ChangeSetName: changeSet.name,
      ChangeSetId: changeSet.id,
      StackId: stack.id,
      StackName: stack.name,
      Description: changeSet.description ?? undefined,
      Parameters: parametersInfo(launch),
      CreationTime: new Date(changeSet.createdAt),
      ExecutionStatus: changeSet.executionStatus,
      Status: changeSet.status,
      StatusReason: changeSet.statusReason ?? undefined,
      NotificationARNs: [...launch.notificationArns],
      RollbackConfiguration: {},
      Capabilities: capabilitiesInfo(launch.capabilities),
      Tags: tagsInfo(launch.tags),
      Changes: changeSet.status === 'CREATE_COMPLETE' ? items.map(changeInfo) : [],
      NextToken: nextToken,
      IncludeNestedStacks: false,
    };
  },
);

const changeInfo = (change: ResourceChange): Change => ({
  Type: 'Resource',
  ResourceChange: {
    PolicyAction: change.policyAction ?? undefined,
    Action: change.action,
    LogicalResourceId: change.logicalId,
    PhysicalResourceId: change.physicalId ?? undefined,
    ResourceType: change.type,
    Replacement: change.replacement ?? undefined,
    Scope: [...change.scope],
    Details: change.details.map(detailInfo),
  },
});

const detailInfo = (detail: ChangeDetail): ResourceChangeDetail => ({
  Target: {
    Attribute: detail.attribute,
    Name: detail.name ?? undefined,
    RequiresRecreation: detail.requiresRecreation,
  },
  Evaluation: detail.evaluation,
  ChangeSource: detail.source,
  CausingEntity: detail.causingEntity ?? undefined,
});
