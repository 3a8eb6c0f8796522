/** A revision that production could return to. */
export interface Candidate {
  /** `family:revision` */
  readonly revision: string;
  /** The newest deployment that brought it to production; null: none is known. */
  readonly deploymentId: string | null;
  /** When that deployment was created, epoch milliseconds. */
  readonly at: number | null;
  /** As a description or the tag of the image tells it. */
  readonly commit: string | null;
  readonly actor: string | null;
  /** SHA-256 of the AppSpec that it was deployed with; null where that is none of CodeDeploy's own (S3), or none is known. */
  readonly appspec: string | null;
}

/** One whose task definition was read. */
export interface KnownCandidate extends Candidate {
  readonly arn: string;
  /** Of the container behind the load balancer, else of the first. */
  readonly image: string;
}
