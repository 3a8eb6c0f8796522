import { type Operation } from '../../operation.ts';
import { createCluster } from './CreateCluster.ts';
import { createService } from './CreateService.ts';
import { deleteCluster } from './DeleteCluster.ts';
import { deleteService } from './DeleteService.ts';
import { deregisterTaskDefinition } from './DeregisterTaskDefinition.ts';
import { describeClusters } from './DescribeClusters.ts';
import { describeServices } from './DescribeServices.ts';
import { describeTaskDefinition } from './DescribeTaskDefinition.ts';
import { describeTaskSets } from './DescribeTaskSets.ts';
import { describeTasks } from './DescribeTasks.ts';
import { listClusters } from './ListClusters.ts';
import { listServices } from './ListServices.ts';
import { listTagsForResource } from './ListTagsForResource.ts';
import { listTaskDefinitionFamilies } from './ListTaskDefinitionFamilies.ts';
import { listTaskDefinitions } from './ListTaskDefinitions.ts';
import { listTasks } from './ListTasks.ts';
import { registerTaskDefinition } from './RegisterTaskDefinition.ts';
import { runTask } from './RunTask.ts';
import { tagResource } from './TagResource.ts';
import { untagResource } from './UntagResource.ts';
import { stopTask } from './StopTask.ts';
import { updateService } from './UpdateService.ts';

export const ecsOperations: Readonly<Record<string, Operation>> = {
  CreateCluster: createCluster,
  CreateService: createService,
  DeleteCluster: deleteCluster,
  DeleteService: deleteService,
  DeregisterTaskDefinition: deregisterTaskDefinition,
  DescribeClusters: describeClusters,
  DescribeServices: describeServices,
  DescribeTaskDefinition: describeTaskDefinition,
  DescribeTaskSets: describeTaskSets,
  DescribeTasks: describeTasks,
  ListClusters: listClusters,
  ListServices: listServices,
  ListTagsForResource: listTagsForResource,
  ListTaskDefinitionFamilies: listTaskDefinitionFamilies,
  ListTaskDefinitions: listTaskDefinitions,
  ListTasks: listTasks,
  RegisterTaskDefinition: registerTaskDefinition,
  RunTask: runTask,
  TagResource: tagResource,
  UntagResource: untagResource,
  StopTask: stopTask,
  UpdateService: updateService,
};
