export interface ElbWorld {
  readonly loadBalancers: Map<string, LoadBalancer>;
  readonly listeners: Map<string, Listener>;
  readonly rules: Map<string, Rule>;
  readonly targetGroups: Map<string, TargetGroup>;
}

export interface LoadBalancer {
  readonly arn: string;
  readonly name: string;
  readonly dnsName: string;
  readonly type: 'application' | 'network';
  readonly scheme: 'internet-facing' | 'internal';
  readonly vpcId: string;
  readonly createdAt: number;
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
}

export interface Rule {
  readonly arn: string;
  readonly listenerArn: string;
  readonly priority: number;
  readonly conditions: Record<string, unknown>[];
  actions: Action[];
}

export interface TargetGroup {
  readonly arn: string;
  readonly name: string;
  readonly port: number;
  readonly protocol: string;
  readonly vpcId: string;
  readonly targetType: 'ip' | 'instance';
  readonly healthCheckPath: string;
}
