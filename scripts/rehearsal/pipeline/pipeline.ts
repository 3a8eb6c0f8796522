/** A pipeline and its build projects, as CloudFormation hands them to CodePipeline and CodeBuild: every function resolved. */

export interface Pipeline {
  readonly name: string;
  readonly roleArn: string;
  readonly executionMode: string;
  readonly stages: readonly Stage[];
  /** By name, as an action's ProjectName finds them. */
  readonly projects: ReadonlyMap<string, Project>;
}

export interface Stage {
  readonly name: string;
  readonly actions: readonly Action[];
  readonly onFailure: 'ROLLBACK' | 'FAIL';
}

export interface Action {
  readonly name: string;
  /** `Build/AWS/CodeBuild`: category, owner, provider. */
  readonly type: string;
  readonly runOrder: number;
  readonly configuration: Readonly<Record<string, string>>;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

export interface Project {
  readonly name: string;
  readonly roleArn: string;
  readonly buildSpec: string;
  readonly privileged: boolean;
  readonly environment: Readonly<Record<string, string>>;
  readonly logGroup: string | null;
  readonly logStream: string | null;
}

/** What CodePipeline or CodeBuild would refuse, or end with. */
export class PipelineFault extends Error {
  override readonly name = 'PipelineFault';
}
