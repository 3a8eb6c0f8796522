/** What each step of a run came to: in the log, and in the outputs as soon as it is known. */
import { type Image } from '../image/image.ts';
import { type Plan } from '../plan.ts';
import { type Log } from '../ports/log.ts';
import { type Runner } from '../ports/runner.ts';
import { describeTarget } from '../target/describe.ts';
import { type Target } from '../target/target.ts';
import { type RenderedDefinition, type Revision } from '../task-definition/definition.ts';
import { revisionName } from '../task-definition/load.ts';
import { consoleUrl } from './console.ts';

interface To {
  readonly log: Log;
  readonly runner: Runner;
}

export function reportPlan(plan: Plan, { log, runner }: To): void {
  for (const line of describeTarget(plan.target)) log.info(line);
  log.info(`Starts from: ${plan.draft.loaded.origin}`);
  for (const warning of plan.warnings) log.warning(warning);
  runner.setOutput('previous-task-definition-arn', plan.previous);
  runner.setOutput('previous-task-definition', revisionName(plan.previous));
  reportAddresses(plan.target, runner);
}

export function reportAddresses({ listener, testUrl }: Target, runner: Runner): void {
  if (listener.url !== null) runner.setOutput('url', listener.url);
  if (testUrl !== null) runner.setOutput('test-url', testUrl);
}

export function reportImage(image: Image | null, { runner }: To): void {
  if (image === null) return;
  runner.setOutput('image', image.reference);
  if (image.tag !== null) runner.setOutput('image-tag', image.tag);
  if (image.digest !== null) runner.setOutput('image-digest', image.digest);
}

export function reportRendered(rendered: RenderedDefinition, origin: string, log: Log): void {
  const tell = (what: string, members: readonly string[]): void => {
    if (members.length > 0) log.info(`${what}: ${members.join(', ')}`);
  };
  tell(`Left out of ${origin}, since RegisterTaskDefinition refuses them`, rendered.leftOut);
  tell('Dropped with the placeholder image that they belong to', rendered.dropped);
  tell('Changed', rendered.changed);
}

export function reportRevision(revision: Revision, { log, runner }: To): void {
  log.info(`Revision: ${revision.name} (${revision.kind})`);
  runner.setOutput('task-definition-arn', revision.arn);
  runner.setOutput('task-definition', revision.name);
}

/** The state is for `post`, which says what goes on where the step could not. */
export function reportStart(id: string, region: string, { log, runner }: To): void {
  const url = consoleUrl(id, region);
  runner.setOutput('codedeploy-deployment-id', id);
  runner.setOutput('console-url', url);
  runner.saveState('deployment-id', id);
  runner.saveState('console-url', url);
  log.info(`Deployment: ${id}`);
  log.info(url);
}
