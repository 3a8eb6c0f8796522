import {
  type ScalableTargetAction,
  type StepScalingPolicyConfiguration,
  type SuspendedState,
  type TargetTrackingScalingPolicyConfiguration,
} from '@aws-sdk/client-application-auto-scaling';

export interface AutoScalingWorld {
  /** By resource id, `service/<cluster>/<service>`. */
  readonly targets: Map<string, ScalableTarget>;
  /** Newest last. */
  readonly activities: ScalingActivity[];
}

export interface ScalableTarget {
  readonly arn: string;
  readonly resourceId: string;
  readonly createdAt: number;
  minCapacity: number;
  maxCapacity: number;
  roleArn: string;
  suspended: SuspendedState;
  /** By policy name. */
  readonly policies: Map<string, ScalingPolicy>;
  /** By name. Recorded only: no schedule runs. */
  readonly scheduled: Map<string, ScheduledAction>;
}

export interface ScalingPolicy {
  readonly arn: string;
  readonly name: string;
  readonly createdAt: number;
  readonly configuration:
    | { readonly type: 'TargetTrackingScaling'; readonly value: TargetTrackingScalingPolicyConfiguration }
    | { readonly type: 'StepScaling'; readonly value: StepScalingPolicyConfiguration };
  /** Names of the CloudWatch alarms that it made. */
  readonly alarms: readonly string[];
}

export interface ScheduledAction {
  readonly arn: string;
  readonly name: string;
  readonly createdAt: number;
  readonly schedule: string;
  readonly timezone: string | null;
  readonly startAt: number | null;
  readonly endAt: number | null;
  readonly action: ScalableTargetAction;
}

export interface ScalingActivity {
  readonly id: string;
  readonly resourceId: string;
  readonly description: string;
  readonly cause: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly status: 'Successful' | 'Failed';
  readonly message: string;
}
