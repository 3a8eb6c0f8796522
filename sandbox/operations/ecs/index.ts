import { type Operation } from '../../operation.ts';
import { createCluster } from './CreateCluster.ts';
import { createService } from './CreateService.ts';
import { deleteService } from './DeleteService.ts';
import { deregisterTaskDefinition } from './DeregisterTaskDefinition.ts';
import { describeClusters } from './DescribeClusters.ts';
import { describeServices } from './DescribeServices.ts';
import { describeTaskDefinition } from './DescribeTaskDefinition.ts';
import { describeTasks } from './DescribeTasks.ts';
import { listServices } from './ListServices.ts';
import { listTaskDefinitions } from './ListTaskDefinitions.ts';
import { listTasks } from './ListTasks.ts';
import { registerTaskDefinition } from './RegisterTaskDefinition.ts';
import { stopTask } from './StopTask.ts';
import { updateService } from './UpdateService.ts';

export const ecsOperations: Readonly<Record<string, Operation>> = {
  CreateCluster: createCluster,
  CreateService: createService,
  DeleteService: deleteService,
  DeregisterTaskDefinition: deregisterTaskDefinition,
  DescribeClusters: describeClusters,
  DescribeServices: describeServices,
  DescribeTaskDefinition: describeTaskDefinition,
  DescribeTasks: describeTasks,
  ListServices: listServices,
  ListTaskDefinitions: listTaskDefinitions,
  ListTasks: listTasks,
  RegisterTaskDefinition: registerTaskDefinition,
  StopTask: stopTask,
  UpdateService: updateService,
};
