import {
  CancelUpdateStack$,
  ContinueUpdateRollback$,
  CreateChangeSet$,
  CreateStack$,
  DeleteChangeSet$,
  DeleteStack$,
  DescribeChangeSet$,
  DescribeStackEvents$,
  DescribeStackResource$,
  DescribeStackResources$,
  DescribeStacks$,
  ExecuteChangeSet$,
  GetStackPolicy$,
  GetTemplate$,
  GetTemplateSummary$,
  ListChangeSets$,
  ListExports$,
  ListImports$,
  ListStackResources$,
  ListStacks$,
  SetStackPolicy$,
  UpdateStack$,
  UpdateTerminationProtection$,
  ValidateTemplate$,
} from '@aws-sdk/client-cloudformation';
import { type Operation, operation } from '../../operation.ts';

/** Its modules are loaded by the first call: most accounts have no stack, and a start should not wait for them. */
const lazily = (schema: unknown, load: () => Promise<Operation>): Operation =>
  operation<unknown, unknown>(schema, async (...call) => (await load()).handle(...call));

/** By the operation's name, as in `Action=<name>` of the Query protocol. */
export const cloudformationOperations: Readonly<Record<string, Operation>> = {
  CancelUpdateStack: lazily(CancelUpdateStack$, async () => (await import('./CancelUpdateStack.ts')).cancelUpdateStack),
  ContinueUpdateRollback: lazily(
    ContinueUpdateRollback$,
    async () => (await import('./ContinueUpdateRollback.ts')).continueUpdateRollback,
  ),
  CreateChangeSet: lazily(CreateChangeSet$, async () => (await import('./CreateChangeSet.ts')).createChangeSet),
  CreateStack: lazily(CreateStack$, async () => (await import('./CreateStack.ts')).createStack),
  DeleteChangeSet: lazily(DeleteChangeSet$, async () => (await import('./DeleteChangeSet.ts')).deleteChangeSet),
  DeleteStack: lazily(DeleteStack$, async () => (await import('./DeleteStack.ts')).deleteStack),
  DescribeChangeSet: lazily(DescribeChangeSet$, async () => (await import('./DescribeChangeSet.ts')).describeChangeSet),
  DescribeStackEvents: lazily(
    DescribeStackEvents$,
    async () => (await import('./DescribeStackEvents.ts')).describeStackEvents,
  ),
  DescribeStackResource: lazily(
    DescribeStackResource$,
    async () => (await import('./DescribeStackResource.ts')).describeStackResource,
  ),
  DescribeStackResources: lazily(
    DescribeStackResources$,
    async () => (await import('./DescribeStackResources.ts')).describeStackResources,
  ),
  DescribeStacks: lazily(DescribeStacks$, async () => (await import('./DescribeStacks.ts')).describeStacks),
  ExecuteChangeSet: lazily(ExecuteChangeSet$, async () => (await import('./ExecuteChangeSet.ts')).executeChangeSet),
  GetStackPolicy: lazily(GetStackPolicy$, async () => (await import('./GetStackPolicy.ts')).getStackPolicy),
  GetTemplate: lazily(GetTemplate$, async () => (await import('./GetTemplate.ts')).getTemplate),
  GetTemplateSummary: lazily(
    GetTemplateSummary$,
    async () => (await import('./GetTemplateSummary.ts')).getTemplateSummary,
  ),
  ListChangeSets: lazily(ListChangeSets$, async () => (await import('./ListChangeSets.ts')).listChangeSets),
  ListExports: lazily(ListExports$, async () => (await import('./ListExports.ts')).listExports),
  ListImports: lazily(ListImports$, async () => (await import('./ListImports.ts')).listImports),
  ListStackResources: lazily(
    ListStackResources$,
    async () => (await import('./ListStackResources.ts')).listStackResources,
  ),
  ListStacks: lazily(ListStacks$, async () => (await import('./ListStacks.ts')).listStacks),
  SetStackPolicy: lazily(SetStackPolicy$, async () => (await import('./SetStackPolicy.ts')).setStackPolicy),
  UpdateStack: lazily(UpdateStack$, async () => (await import('./UpdateStack.ts')).updateStack),
  UpdateTerminationProtection: lazily(
    UpdateTerminationProtection$,
    async () => (await import('./UpdateTerminationProtection.ts')).updateTerminationProtection,
  ),
  ValidateTemplate: lazily(ValidateTemplate$, async () => (await import('./ValidateTemplate.ts')).validateTemplate),
};
