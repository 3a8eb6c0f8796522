/** What decides over a deployment that waits before its shift. */
import { revisionOf } from '../engine/codedeploy/describe.ts';
import { type Image } from '../image/image.ts';
import { type SmokeTest } from '../inputs/types.ts';
import { type Target } from '../target/target.ts';
import { type World } from '../world.ts';
import { scrubbed } from './environment.ts';

export interface Gate {
  readonly test: SmokeTest;
  /** The whole environment that the command gets. */
  readonly env: Readonly<Record<string, string>>;
  /** Absolute path of the folder that it runs in. */
  readonly workspace: string;
}

export interface Tested {
  readonly id: string;
  /** ARN of the task definition. */
  readonly revision: string;
  /** What is deployed; null where this run decides no image. */
  readonly image: Pick<Image, 'reference'> | null;
}

/** null where nothing is to be tested. Addresses that are not known are empty. */
export function gateOf(
  test: SmokeTest | null,
  { cluster, service, listener, testUrl }: Target,
  { id, revision, image }: Tested,
  { env, runner }: Pick<World, 'env' | 'runner'>,
): Gate | null {
  if (test === null) return null;
  const values = {
    TEST_URL: testUrl ?? '',
    PRODUCTION_URL: listener.url ?? '',
    CODEDEPLOY_DEPLOYMENT_ID: id,
    TASK_DEFINITION: revisionOf(revision),
    IMAGE: image?.reference ?? '',
    CLUSTER: cluster,
    SERVICE: service.serviceName ?? '',
  };
  return { test, env: { ...scrubbed(env), ...values }, workspace: runner.context.workspace };
}
