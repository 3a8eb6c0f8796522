/** What the GitHub runner tells about the run, and takes from it. */
export interface Runner {
  readonly context: RunContext;
  /** Set as soon as it is known: a run that is killed keeps the outputs it had. */
  setOutput(name: OutputName, value: string): void;
  /** Handed to the `post` step of the same job. */
  saveState(name: string, value: string): void;
  state(name: string): string;
  /** Markdown that is added to the job's summary page. */
  addSummary(markdown: string): Promise<void>;
}

export interface RunContext {
  /** `owner/name`; empty outside of GitHub. */
  readonly repository: string;
  readonly runId: string;
  readonly runAttempt: string;
  readonly job: string;
  /** The commit that the workflow runs for. */
  readonly sha: string;
  readonly actor: string;
  readonly serverUrl: string;
  /** Absolute path of the checked-out repository: relative paths of inputs start there. */
  readonly workspace: string;
  /** Absolute path of a folder that is emptied after the job. */
  readonly temp: string;
}

export type OutputName =
  | 'task-definition-arn'
  | 'task-definition'
  | 'previous-task-definition-arn'
  | 'previous-task-definition'
  | 'codedeploy-deployment-id'
  | 'rollback-deployment-id'
  | 'image'
  | 'image-tag'
  | 'image-digest'
  | 'appspec'
  | 'result'
  | 'console-url'
  | 'url'
  | 'test-url'
  | 'plan'
  | 'run-task-arn'
  | 'run-task-id';
