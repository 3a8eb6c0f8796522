import { type Operations } from '../protocol/find-operation.ts';
import { autoscalingOperations } from './autoscaling/index.ts';
import { cloudformationOperations } from './cloudformation/index.ts';
import { cloudwatchOperations } from './cloudwatch/index.ts';
import { codedeployOperations } from './codedeploy/index.ts';
import { ecrOperations } from './ecr/index.ts';
import { ecsOperations } from './ecs/index.ts';
import { elbOperations } from './elb/index.ts';
import { logsOperations } from './logs/index.ts';
import { stsOperations } from './sts/index.ts';

/** Everything that is emulated, by service and operation. */
export const operations: Operations = {
  autoscaling: autoscalingOperations,
  cloudformation: cloudformationOperations,
  cloudwatch: cloudwatchOperations,
  codedeploy: codedeployOperations,
  ecr: ecrOperations,
  ecs: ecsOperations,
  elb: elbOperations,
  logs: logsOperations,
  sts: stsOperations,
};

export const operationNames: ReadonlySet<string> = new Set(Object.values(operations).flatMap(Object.keys));
