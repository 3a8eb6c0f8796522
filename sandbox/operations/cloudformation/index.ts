import { type Operation } from '../../operation.ts';
import { cancelUpdateStack } from './CancelUpdateStack.ts';
import { continueUpdateRollback } from './ContinueUpdateRollback.ts';
import { createChangeSet } from './CreateChangeSet.ts';
import { createStack } from './CreateStack.ts';
import { deleteChangeSet } from './DeleteChangeSet.ts';
import { deleteStack } from './DeleteStack.ts';
import { describeChangeSet } from './DescribeChangeSet.ts';
import { describeStackEvents } from './DescribeStackEvents.ts';
import { describeStackResource } from './DescribeStackResource.ts';
import { describeStackResources } from './DescribeStackResources.ts';
import { describeStacks } from './DescribeStacks.ts';
import { executeChangeSet } from './ExecuteChangeSet.ts';
import { getStackPolicy } from './GetStackPolicy.ts';
import { getTemplate } from './GetTemplate.ts';
import { getTemplateSummary } from './GetTemplateSummary.ts';
import { listChangeSets } from './ListChangeSets.ts';
import { listExports } from './ListExports.ts';
import { listImports } from './ListImports.ts';
import { listStackResources } from './ListStackResources.ts';
import { listStacks } from './ListStacks.ts';
import { setStackPolicy } from './SetStackPolicy.ts';
import { updateStack } from './UpdateStack.ts';
import { updateTerminationProtection } from './UpdateTerminationProtection.ts';
import { validateTemplate } from './ValidateTemplate.ts';

/** By the operation's name, as in `Action=<name>` of the Query protocol. */
export const cloudformationOperations: Readonly<Record<string, Operation>> = {
  CancelUpdateStack: cancelUpdateStack,
  ContinueUpdateRollback: continueUpdateRollback,
  CreateChangeSet: createChangeSet,
  CreateStack: createStack,
  DeleteChangeSet: deleteChangeSet,
  DeleteStack: deleteStack,
  DescribeChangeSet: describeChangeSet,
  DescribeStackEvents: describeStackEvents,
  DescribeStackResource: describeStackResource,
  DescribeStackResources: describeStackResources,
  DescribeStacks: describeStacks,
  ExecuteChangeSet: executeChangeSet,
  GetStackPolicy: getStackPolicy,
  GetTemplate: getTemplate,
  GetTemplateSummary: getTemplateSummary,
  ListChangeSets: listChangeSets,
  ListExports: listExports,
  ListImports: listImports,
  ListStackResources: listStackResources,
  ListStacks: listStacks,
  SetStackPolicy: setStackPolicy,
  UpdateStack: updateStack,
  UpdateTerminationProtection: updateTerminationProtection,
  ValidateTemplate: validateTemplate,
};
