/** Stacks as the API tells them. */
import {
  type Capability,
  type Output as OutputInfo,
  type Parameter,
  type ResourceStatus,
  type Stack as StackInfo,
  type StackEvent as StackEventInfo,
  type Tag,
} from '@aws-sdk/client-cloudformation';
import { shownParameters } from '../../cloudformation/stacks/secrets.ts';
import { type Output } from '../../cloudformation/template/template.ts';
import { type Launch, type Stack, type StackEvent } from '../../world/cloudformation.ts';

/** Capabilities and resource statuses are unions in the SDK; they came in, or are written, as its words. */
export const capabilitiesInfo = (given: readonly string[]): Capability[] => given as Capability[];
export const statusInfo = (status: string): ResourceStatus => status as ResourceStatus;

export const tagsInfo = (tags: ReadonlyMap<string, string>): Tag[] => [...tags].map(([Key, Value]) => ({ Key, Value }));

export const parametersInfo = (launch: Pick<Launch, 'template' | 'parameters'>): Parameter[] =>
  shownParameters(launch).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }));

export const outputInfo = ({ name, value, description, exportName }: Output): OutputInfo => ({
  OutputKey: name,
  OutputValue: value,
  Description: description ?? undefined,
  ExportName: exportName ?? undefined,
});

export const dateInfo = (at: number | null): Date | undefined => (at === null ? undefined : new Date(at));

/** CloudFormation leaves these out where there are none. */
const unlessEmpty = <T>(all: T[]): T[] | undefined => (all.length > 0 ? all : undefined);

/** Nothing here looks for drift. */
export const driftInfo = { StackDriftStatus: 'NOT_CHECKED' } as const;

export const stackInfo = (stack: Stack): StackInfo => ({
  StackId: stack.id,
  StackName: stack.name,
  ChangeSetId: stack.changeSetId ?? undefined,
  Description: stack.template.description ?? undefined,
  Parameters: unlessEmpty(parametersInfo(stack)),
  CreationTime: new Date(stack.createdAt),
  DeletionTime: dateInfo(stack.deletedAt),
  LastUpdatedTime: dateInfo(stack.updatedAt),
  RollbackConfiguration: {},
  StackStatus: stack.status,
  StackStatusReason: stack.statusReason ?? undefined,
  DisableRollback: stack.onFailure === 'DO_NOTHING',
  NotificationARNs: [...stack.notificationArns],
  TimeoutInMinutes: stack.timeoutMinutes ?? undefined,
  Capabilities: unlessEmpty(capabilitiesInfo(stack.capabilities)),
  Outputs: unlessEmpty(stack.outputs.map(outputInfo)),
  RoleARN: stack.roleArn ?? undefined,
  Tags: tagsInfo(stack.tags),
  EnableTerminationProtection: stack.terminationProtection,
  DriftInformation: driftInfo,
});

export const eventInfo = (stack: Stack, event: StackEvent): StackEventInfo => ({
  StackId: stack.id,
  EventId: event.id,
  StackName: stack.name,
  LogicalResourceId: event.logicalId,
  PhysicalResourceId: event.physicalId,
  ResourceType: event.type,
  Timestamp: new Date(event.at),
  ResourceStatus: statusInfo(event.status),
  ResourceStatusReason: event.reason ?? undefined,
  ResourceProperties: event.properties ?? undefined,
  ClientRequestToken: event.clientRequestToken ?? undefined,
});
