import { type StackResource as StackResourceInfo, type StackResourceSummary } from '@aws-sdk/client-cloudformation';
import { type Stack, type StackResource } from '../../world/cloudformation.ts';
import { statusInfo } from './shapes.ts';

const resourceDrift = { StackResourceDriftStatus: 'NOT_CHECKED' } as const;

const common = (resource: StackResource) => ({
  LogicalResourceId: resource.logicalId,
  PhysicalResourceId: resource.made?.physicalId,
  ResourceType: resource.type,
  ResourceStatus: statusInfo(resource.status),
  ResourceStatusReason: resource.statusReason ?? undefined,
  DriftInformation: resourceDrift,
});

export const resourceInfo = (stack: Stack, resource: StackResource): StackResourceInfo => ({
  ...common(resource),
  StackId: stack.id,
  StackName: stack.name,
  Timestamp: new Date(resource.changedAt),
});

export const resourceSummary = (resource: StackResource): StackResourceSummary => ({
  ...common(resource),
  LastUpdatedTimestamp: new Date(resource.changedAt),
});
