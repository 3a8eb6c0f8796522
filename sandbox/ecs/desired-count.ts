import { AwsError, type Sandbox } from '../operation.ts';
import { type Service } from '../world/ecs.ts';
import { fill } from './scheduler.ts';

/** Scales a service: every task set follows by its share. Throws InvalidParameterException. */
export function setDesiredCount(sandbox: Sandbox, service: Service, desiredCount: number): void {
  if (!Number.isInteger(desiredCount) || desiredCount < 0 || desiredCount > 5000) {
    throw new AwsError('InvalidParameterException', 'desiredCount must be a whole number from 0 to 5000.');
  }
  service.desiredCount = desiredCount;
  for (const taskSet of service.taskSets) fill(sandbox, service, taskSet);
}
