import { type Endpoint } from '../runtime/runtime.ts';

export interface ElbWorld {
  readonly loadBalancers: Map<string, LoadBalancer>;
  readonly listeners: Map<string, Listener>;
  readonly rules: Map<string, Rule>;
  readonly targetGroups: Map<string, TargetGroup>;
  /** By target group ARN: what is registered there, draining ones included. */
  readonly targets: Map<string, Target[]>;
  /** By the ARN of what they are on; only what was tagged is in it. */
  readonly tags: Map<string, Map<string, string>>;
}

export interface LoadBalancer {
  readonly arn: string;
  readonly name: string;
  /** As they were given; there are no networks behind the ids. */
  readonly subnets?: readonly string[];
  readonly securityGroups?: readonly string[];
  readonly dnsName: string;
  readonly type: 'application' | 'network';
  readonly scheme: 'internet-facing' | 'internal';
  readonly vpcId: string;
  readonly createdAt: number;
  /** As DescribeLoadBalancerAttributes lists them; those that are not in it have AWS's default. */
  readonly attributes: Map<string, string>;
}

/** An ELBv2 action, as the API spells it. */
export interface Action {
  readonly Type: 'forward' | 'redirect' | 'fixed-response';
  readonly Order?: number;
  readonly ForwardConfig?: { readonly TargetGroups: { readonly TargetGroupArn: string; readonly Weight: number }[] };
  readonly RedirectConfig?: Record<string, string>;
  readonly FixedResponseConfig?: Record<string, string>;
}

export interface Listener {
  readonly arn: string;
  readonly loadBalancerArn: string;
  readonly port: number;
  readonly protocol: string;
  actions: Action[];
  /** ARN of the default certificate, and the policy: shown only, TLS is not ended here. Of HTTPS and TLS listeners. */
  readonly certificate?: string | undefined;
  readonly sslPolicy?: string | undefined;
}

interface Values<Value = string> {
  readonly Values?: Value[] | undefined;
}

/** An ELBv2 condition, as it was sent (ELBv2 API: RuleCondition). */
export interface Condition extends Values {
  readonly Field: string;
  readonly HostHeaderConfig?: Values | undefined;
  readonly PathPatternConfig?: Values | undefined;
  readonly HttpRequestMethodConfig?: Values | undefined;
  readonly SourceIpConfig?: Values | undefined;
  readonly HttpHeaderConfig?: (Values & { readonly HttpHeaderName?: string | undefined }) | undefined;
  readonly QueryStringConfig?:
    Values<{ readonly Key?: string | undefined; readonly Value?: string | undefined }> | undefined;
}

export interface Rule {
  readonly arn: string;
  readonly listenerArn: string;
  readonly priority: number;
  readonly conditions: readonly Condition[];
  actions: Action[];
}

export interface TargetGroup {
  readonly arn: string;
  readonly name: string;
  readonly port: number;
  readonly protocol: string;
  readonly vpcId: string;
  readonly targetType: 'ip' | 'instance';
  healthCheck: HealthCheck;
  /** As DescribeTargetGroupAttributes lists them; those that are not in it have AWS's default. */
  readonly attributes: Map<string, string>;
}

/** ELBv2 API: TargetGroup, the HealthCheck members. */
export interface HealthCheck {
  readonly protocol: string;
  /** `traffic-port`, or a port's number. */
  readonly port: string;
  readonly path: string;
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly healthyThreshold: number;
  readonly unhealthyThreshold: number;
  /** `200`, `200-299` or `200,202`. */
  readonly matcher: string;
}

export interface Target {
  readonly targetGroupArn: string;
  /** The task's private address, as DescribeTargetHealth tells it. */
  readonly id: string;
  readonly port: number;
  readonly taskId: string;
  /** `web:3` */
  readonly revision: string;
  /** Where it really answers; null where tasks are only simulated. */
  readonly endpoint: Endpoint | null;
  /** `unused`: no listener names its group, and the settings leave it unchecked then. */
  state: 'initial' | 'healthy' | 'unhealthy' | 'draining' | 'unused';
  /** ELBv2 API: TargetHealth.Reason and Description; null for a healthy one. */
  reason: string | null;
  description: string | null;
  /** Checks that passed, or failed, in a row. */
  passed: number;
  failed: number;
}
