/** What a workflow run finds outside of its file, and what it leaves. */
import { type Event } from './triggers.ts';
import { type Permissions } from './file.ts';
import { type Posted } from './shell.ts';

export type Result = 'success' | 'failure' | 'cancelled' | 'skipped';

/** What configure-aws-credentials asks AWS for. */
export interface RoleRequest {
  readonly role: string;
  readonly region: string;
  readonly job: string;
  /** Of the job; it stands in the token that AWS gets. */
  readonly environment: string | null;
}

export interface GithubEnvironment {
  readonly vars?: Readonly<Record<string, string>>;
  /** Asked where the environment has reviewers; pending until it resolves. */
  readonly review?: () => Promise<'approved' | 'rejected'>;
}

export interface World {
  readonly event: Event;
  /** The repository at the commit: what actions/checkout gives. */
  readonly repositoryFolder: string;
  readonly vars: Readonly<Record<string, string>>;
  readonly environments: Readonly<Record<string, GithubEnvironment>>;
  /** The environment variables that the credentials of a role come in. Throws where the role is not given. */
  readonly assume: (
    request: RoleRequest,
  ) => Promise<Readonly<Record<string, string>>> | Readonly<Record<string, string>>;
  readonly facts?: Partial<Facts>;
  /** Added to the environment of every step. */
  readonly env?: Readonly<Record<string, string>>;
  /** For our own step, where the file gives none: pauses that suit a fast clock. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Cancels the run. */
  readonly cancel?: AbortSignal;
  /** Sees each piece of a step's output as it comes. */
  readonly onOutput?: (text: string, job: string) => void;
}

export interface Facts {
  readonly repository: string;
  readonly runId: string;
  readonly attempt: string;
  readonly actor: string;
  readonly sha: string;
}

export interface StepRun {
  readonly id: string | null;
  readonly name: string;
  readonly outcome: Result;
  /** Those that it set; with our own step also the ones that action.yml declares, as ''. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly output: string;
  readonly summary: string;
  /** For the steps that follow it in the job. */
  readonly env: Readonly<Record<string, string>>;
  readonly post: (() => Promise<Posted>) | null;
}

export interface JobRun {
  readonly id: string;
  readonly result: Result;
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly StepRun[];
  /** Of the steps that have a `post`, the last one first. */
  readonly posts: readonly Posted[];
  readonly permissions: Permissions;
  readonly environment: { readonly name: string; readonly url: string } | null;
}

export interface WorkflowRun {
  readonly result: Exclude<Result, 'skipped'>;
  readonly name: string;
  readonly concurrency: { readonly group: string; readonly cancelInProgress: boolean };
  readonly jobs: Readonly<Record<string, JobRun>>;
}
