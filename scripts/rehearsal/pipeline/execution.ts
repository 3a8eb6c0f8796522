/** One run through a pipeline: what its stages and actions became. */
import { type Pipeline } from './pipeline.ts';

export type Status = 'Succeeded' | 'Failed';

export interface ActionRun {
  readonly name: string;
  readonly status: Status;
  /** What CodePipeline shows beside the action. */
  readonly summary: string;
  /** Of the CodeBuild run, as its log group has them. */
  readonly log: readonly string[];
}

export interface StageRun {
  readonly name: string;
  readonly status: Status;
  readonly actions: readonly ActionRun[];
}

export interface Execution {
  readonly status: Status;
  readonly commit: string;
  readonly stages: readonly StageRun[];
  /** Artifact name to the folder that holds it. */
  readonly artifacts: ReadonlyMap<string, string>;
  /** What OnFailure started. */
  readonly rollback: StageRun | null;
}

/** The account and the tools that a pipeline is played with. */
export interface PlayedWorld {
  /** What a process gets to reach AWS in the name of a role. */
  readonly awsEnvironment: (taken: TakenRole) => Promise<Readonly<Record<string, string>>>;
  /** Folder of a Git repository that stands for the source. */
  readonly repository: string;
  /** Everything that the execution writes lies in here. */
  readonly folder: string;
  /** PATH, DOCKER_HOST and the like. */
  readonly environment: Readonly<Record<string, string>>;
  /** Who is asked at a manual approval. */
  readonly approve: (action: string) => Promise<boolean>;
  /** How CodeBuild runs the commands of a phase; its guide says no more than that they share one shell. */
  readonly commands?: CommandStyle;
  /** Keeps lines of a CodeBuild run where CloudWatch Logs would. */
  readonly keepLog?: (group: string, stream: string, lines: readonly string[]) => Promise<void>;
}

/** A role, the service that takes it, and what for: `project/shop-image`. */
export interface TakenRole {
  readonly roleArn: string;
  readonly service: 'codebuild' | 'codepipeline';
  readonly resource: string;
}

/** `same-shell`; `tested`: the same, in a condition, where `set -e` of a command is without effect; `own-shell` each. */
export type CommandStyle = 'same-shell' | 'tested' | 'own-shell';

export interface PlayedAction {
  readonly pipeline: Pipeline;
  readonly world: PlayedWorld;
  /** What the source action found. */
  readonly commit: string;
  readonly artifacts: ReadonlyMap<string, string>;
  /** A fresh folder for an output artifact. */
  readonly folderFor: (artifact: string) => Promise<string>;
}

/** What an action leaves. */
export interface ActionEnd {
  readonly status: Status;
  readonly summary: string;
  readonly log?: readonly string[];
  readonly outputs?: ReadonlyMap<string, string>;
  readonly commit?: string;
}

export const failed = (summary: string, log: readonly string[] = []): ActionEnd => ({ status: 'Failed', summary, log });
