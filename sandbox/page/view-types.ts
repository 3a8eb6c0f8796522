/**
 * What the page is sent. The browser's code shares these types, so nothing of Node is in here. Times are emulated
 * epoch milliseconds unless a comment says otherwise.
 */

export interface View {
  readonly account: string;
  readonly region: string;
  readonly runtime: 'docker' | 'responder' | 'simulated';
  readonly clock: ClockView;
  readonly services: readonly ServiceBrief[];
  readonly servicesLeftOut: number;
  /** The one that the page looks at; null where there is none. */
  readonly service: ServiceView | null;
  readonly alarms: readonly AlarmView[];
  readonly faults: readonly FaultView[];
  readonly load: LoadView | null;
}

/** `speed` is null where it cannot be changed. */
export interface ClockView {
  readonly kind: 'real' | 'stepped';
  readonly speed: number | null;
}

export interface ServiceBrief {
  readonly arn: string;
  readonly name: string;
  readonly cluster: string;
  /** Status of the newest deployment; null where there was none. */
  readonly deployment: string | null;
}

export interface ServiceView {
  readonly arn: string;
  readonly name: string;
  readonly cluster: string;
  readonly status: string;
  readonly controller: string;
  readonly desired: number;
  /** Whether a CodeDeploy deployment group deploys it. */
  readonly deployable: boolean;
  readonly listeners: readonly ListenerView[];
  readonly groups: readonly GroupView[];
  readonly taskSets: readonly TaskSetView[];
  /** The newest tasks that have stopped, newest first. */
  readonly stopped: readonly TaskView[];
  /** As ECS lists them, newest first. */
  readonly events: readonly ServiceEventView[];
  /** Newest first. */
  readonly deployments: readonly DeploymentView[];
  readonly deploymentsLeftOut: number;
  /** `web:3` to the target group that its tasks are, or were, registered in. */
  readonly groupOf: Readonly<Record<string, string>>;
}

export interface ListenerView {
  readonly arn: string;
  readonly role: 'production' | 'test' | 'other';
  readonly port: number;
  readonly protocol: string;
  /** Where it really answers; null where the sandbox opens no ports. */
  readonly url: string | null;
  /** Target group ARN to its share of this listener's traffic, in percent. */
  readonly weights: Readonly<Record<string, number>>;
}

export interface GroupView {
  readonly arn: string;
  readonly name: string;
  /** The first of a deployment group's pair is drawn blue, the second green: what is drawn never changes its colour. */
  readonly slot: 'blue' | 'green' | 'other';
}

export interface TaskSetView {
  readonly id: string;
  readonly status: 'PRIMARY' | 'ACTIVE' | 'DRAINING';
  readonly revision: string;
  readonly image: string;
  readonly group: string;
  readonly desired: number;
  readonly running: number;
  readonly pending: number;
  readonly steady: boolean;
  readonly tasks: readonly TaskView[];
  readonly tasksLeftOut: number;
}

export interface TaskView {
  readonly id: string;
  readonly revision: string;
  readonly taskSet: string;
  readonly status: string;
  /** The target's state where the task is registered in a target group, else healthy or unknown. */
  readonly health: 'initial' | 'healthy' | 'unhealthy' | 'draining' | 'unused' | 'unknown';
  readonly healthReason: string | null;
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly stoppedAt: number | null;
  readonly reason: string | null;
  readonly code: string | null;
  readonly containers: readonly ContainerView[];
}

export interface ContainerView {
  readonly name: string;
  readonly image: string;
  readonly exitCode: number | null;
  readonly reason: string | null;
}

export interface ServiceEventView {
  readonly id: string;
  readonly at: number;
  readonly message: string;
}

export interface DeploymentView {
  readonly id: string;
  readonly status: string;
  readonly phase: string;
  readonly creator: string;
  readonly description: string | null;
  readonly config: string;
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly completedAt: number | null;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly events: readonly LifecycleEventView[];
  readonly wait: WaitView | null;
  /** The deployment that rolls this one back, and the one that this one rolls back. */
  readonly rolledBackBy: string | null;
  readonly rollsBack: string | null;
  readonly before: SideView | null;
  readonly after: SideView | null;
  /** What went or is going wrong, in plain words; null where nothing is. */
  readonly why: string | null;
  readonly promote: 'READY_WAIT' | 'TERMINATION_WAIT' | null;
  readonly stoppable: boolean;
  /** StopDeployment was called, and it still does what it had begun. */
  readonly stopping: boolean;
}

export interface LifecycleEventView {
  readonly name: string;
  readonly status: string;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly message: string | null;
  /** The end of what a hook's command wrote. */
  readonly log: string | null;
}

export interface WaitView {
  readonly kind: 'ready' | 'termination' | 'hook';
  readonly since: number;
  readonly until: number;
}

/** One side of a deployment: what served before it, or what it puts in place. */
export interface SideView {
  readonly revision: string | null;
  readonly image: string | null;
  /** The target group's name. */
  readonly group: string | null;
  /** Percent of the production traffic, now or as last seen. */
  readonly weight: number | null;
  readonly taskSet: string | null;
}

export interface AlarmView {
  readonly name: string;
  readonly state: 'ALARM' | 'OK' | 'INSUFFICIENT_DATA';
  /** Why CloudWatch holds it to be in that state; null for a name without an alarm. */
  readonly reason: string | null;
}

export interface FaultView {
  readonly id: string;
  readonly operation: string;
  readonly kind: string;
  readonly times: number | null;
  readonly hits: number;
}

export interface LoadView {
  readonly listener: string;
  readonly perSecond: number;
  /** Real epoch milliseconds. */
  readonly endsAt: number;
  readonly sent: number;
  readonly answered: number;
  /** Answers of 500 and above, and requests without an answer. */
  readonly failed: number;
  /** Not sent, for too many were still without an answer. */
  readonly heldBack: number;
}

/** Requests of one real second: listener ARN to revision (`''`: no target was asked) to counts. */
export interface TrafficSecond {
  /** Real epoch seconds. */
  readonly second: number;
  readonly listeners: Readonly<Record<string, Readonly<Record<string, TrafficCounts>>>>;
}

/** Requests, answers of 400 to 499, answers of 500 and above. */
export type TrafficCounts = readonly [requests: number, refused: number, errors: number];

export interface CallView {
  /** Rises by one with each call; `GET /_sandbox/calls/<id>` has its request and answer. */
  readonly id: number;
  readonly at: number;
  readonly service: string | null;
  readonly operation: string;
  readonly status: number;
  readonly errorCode: string | null;
  readonly fault: string | null;
  /** Real milliseconds. */
  readonly ms: number;
}

export interface SampleView {
  readonly id: string;
  readonly label: string;
  readonly expect: string;
}

/** The first message of a stream. */
export interface Hello {
  /** Another one after every start of the sandbox. */
  readonly boot: string;
  readonly operations: readonly string[];
  readonly faultKinds: readonly string[];
  readonly samples: readonly SampleView[];
  /** True where the calls that follow go on from those that the client has. */
  readonly resumed: boolean;
}

export interface ViewMessage {
  readonly now: number;
  readonly view: View;
}

export interface TrafficMessage {
  /** The newest second that is complete, in real epoch seconds. */
  readonly until: number;
  /** Replaces everything that was sent before. */
  readonly whole: boolean;
  readonly seconds: readonly TrafficSecond[];
}

export interface LogLine {
  readonly at: number;
  readonly container: string;
  readonly text: string;
}
