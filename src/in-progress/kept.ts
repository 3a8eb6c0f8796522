import { type Image } from '../image/image.ts';
import { type KnownRevision } from '../task-definition/register.ts';

/** What a run keeps from one pass to the next: it begins again from the look when another deployment was in its way. */
export interface Kept {
  /** The image that this run has built or found: a further pass deploys the same. undefined: none of the passes got there. */
  image: Image | null | undefined;
  /** What this run has registered or taken before. */
  readonly revisions: KnownRevision[];
  /** Task definition ARNs whose task before the deployment has done its work. */
  readonly tasksRan: Set<string>;
  /** The deployment that had made the PRIMARY task set at the first look; '' where none had. undefined before it. */
  liveAtFirst: string | undefined;
  /** When this run met the first of others, and when it gives up on all of them, on our clock; null until then. */
  since: number | null;
  until: number | null;
  /** Deployments of others that this run has stopped, or whose wait it has ended. */
  readonly told: Set<string>;
  /** How often CreateDeployment was refused for a deployment that had ended by then. */
  refused: number;
  /** Warnings that were given: a further look does not repeat them. */
  readonly warned: Set<string>;
  /** When the PRIMARY task set was seen last, on our clock. */
  seenAt: number;
}

export function nothingKept(): Kept {
  return {
    image: undefined,
    revisions: [],
    tasksRan: new Set(),
    liveAtFirst: undefined,
    since: null,
    until: null,
    told: new Set(),
    refused: 0,
    warned: new Set(),
    seenAt: 0,
  };
}
