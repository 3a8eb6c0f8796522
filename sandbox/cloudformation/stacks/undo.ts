import { type Launch, type StackResource } from '../../world/cloudformation.ts';
import { type Run } from './run.ts';
import { type Evaluated } from './surroundings.ts';

/** What an update did to a resource, and what it was before. */
export type Undo =
  | { readonly kind: 'created'; readonly resource: StackResource }
  | {
      readonly kind: 'replaced';
      readonly resource: StackResource;
      readonly replaced: StackResource;
      /** The same, as it was. */
      readonly old: StackResource;
    }
  /** Policies and dependencies, which no service is told. */
  | { readonly kind: 'refreshed'; readonly resource: StackResource; readonly old: StackResource }
  | {
      readonly kind: 'changed';
      readonly resource: StackResource;
      /** As it was. */
      readonly old: StackResource;
      /** False where the service refused the change: there is nothing to take back. */
      accepted: boolean;
    };

export interface UpdateOptions {
  readonly launch: Launch;
  readonly evaluated: Evaluated;
  /** JSON of a stack policy that takes the place of the stack's own, this once. */
  readonly policyDuringUpdate: string | null;
  readonly disableRollback: boolean;
}

/** An update that is under way. */
export interface Update extends UpdateOptions {
  readonly run: Run;
  readonly before: Launch;
  /** What has been done so far, by logical id. */
  readonly undo: Map<string, Undo>;
}

export const policyOf = ({ policyDuringUpdate, run }: Update): string | null => policyDuringUpdate ?? run.stack.policy;
