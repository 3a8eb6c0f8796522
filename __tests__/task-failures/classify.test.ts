/** Which stopped tasks speak against a revision, by what ECS says of them. */
import { describe, expect, test } from '@jest/globals';
import { type TaskStopCode } from '@aws-sdk/client-ecs';
import { isFailure } from '../../src/task-failures/classify.ts';

type Row = readonly [stoppedReason: string, stopCode: TaskStopCode | undefined];

const GROUP = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web-green/2222222222222222';

describe('counted', () => {
  test.each<Row>([
    ['Essential container in task exited', 'EssentialContainerExited'],
    ['Essential container in task exited', undefined],
    ['OutOfMemoryError: Container killed due to memory usage', 'EssentialContainerExited'],
    ['Task failed to start', 'TaskFailedToStart'],
    ['CannotPullContainerError: pull image manifest has been retried 1 time(s): not found', 'TaskFailedToStart'],
    ['CannotPullContainerError: Error response from daemon: pull access denied', undefined],
    [
      'ResourceInitializationError: unable to pull secrets or registry auth: AccessDeniedException',
      'TaskFailedToStart',
    ],
    [
      'ResourceInitializationError: failed to validate logger args: The specified log group does not exist',
      'TaskFailedToStart',
    ],
    ['CannotStartContainerError: exec format error', 'TaskFailedToStart'],
    ['CannotCreateContainerError: no such image', undefined],
    ['Fetching secret data from AWS Secrets Manager in region eu-west-1: AccessDeniedException', 'TaskFailedToStart'],
    [`Task failed ELB health checks in (target-group ${GROUP})`, 'ServiceSchedulerInitiated'],
    ['Task failed ELB health checks in (elb web)', undefined],
    ['Task failed container health checks', 'ServiceSchedulerInitiated'],
  ])('%s (%s)', (stoppedReason, stopCode) => {
    expect(isFailure({ stoppedReason, stopCode })).toBe(true);
  });
});

describe('not counted', () => {
  test.each<Row>([
    ['Your Spot Task was interrupted.', 'SpotInterruption'],
    ['Your Spot Task was interrupted.', 'TerminationNotice'],
    ['Your Spot Task was interrupted.', undefined],
    ['Host EC2 (instance i-0da6526579af3bd1b) terminated.', 'TerminationNotice'],
    ['Host EC2 (instance i-0da6526579af3bd1b) stopped/terminated', undefined],
    ['Container instance deregistration forced by user', undefined],
    ['Service web: the container instance is in DRAINING state', 'ServiceSchedulerInitiated'],
    [
      'Service web: ECS is performing maintenance on the underlying infrastructure hosting the task',
      'ServiceSchedulerInitiated',
    ],
    ['The underlying infrastructure is unhealthy', 'InfrastructureHealth'],
    ['Scaling activity initiated by (deployment ecs-svc/1637086347952626779)', 'ServiceSchedulerInitiated'],
    ['Scaling activity initiated by deployment ecs-svc/123', undefined],
    ['Task stopped by user', 'UserInitiated'],
    ['stopped by the operator: essential container in task exited', 'UserInitiated'],
    [
      'Capacity is unavailable at this time. Please try again later or in a different availability zone',
      'TaskFailedToStart',
    ],
    ['TaskFailedToStart: RESOURCE:GPU', 'TaskFailedToStart'],
    ['No Container Instances were found in your cluster.', 'TaskFailedToStart'],
    ["You've reached the limit on the number of tasks you can run concurrently", 'TaskFailedToStart'],
    ['Timeout waiting for network interface provisioning to complete.', 'TaskFailedToStart'],
    ['Timeout waiting for EphemeralStorage provisioning to complete.', 'TaskFailedToStart'],
    ['something that ECS says tomorrow', 'ServiceSchedulerInitiated'],
    ['', undefined],
  ])('%s (%s)', (stoppedReason, stopCode) => {
    expect(isFailure({ stoppedReason, stopCode })).toBe(false);
  });
});
