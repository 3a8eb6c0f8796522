/** The story of a deployment, in the order of the data's way. */
import { renderAppSpec } from './appspec/render.ts';
import { codeDeployEngine } from './engine/codedeploy/engine.ts';
import { type Engine } from './engine/engine.ts';
import { type Outcome } from './events.ts';
import { follow } from './follow.ts';
import { buildFaults, provideImage } from './image/provide.ts';
import { type Image } from './image/image.ts';
import { type DeployInputs } from './inputs/types.ts';
import { type Plan } from './plan.ts';
import { openAws } from './ports/aws/open.ts';
import { systemClock } from './ports/clock.ts';
import { readTextFile } from './ports/files.ts';
import { type Log } from './ports/log.ts';
import { type Runner } from './ports/runner.ts';
import { startRequest } from './start-request.ts';
import { describeTarget } from './target/describe.ts';
import { preflight } from './target/preflight.ts';
import { readTarget } from './target/read.ts';
import { provideRevision } from './task-definition/register.ts';
import { renderDefinition } from './task-definition/render.ts';
import { unchangedBecause } from './unchanged.ts';

export interface Ports {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  readonly runner: Runner;
  readonly signal: AbortSignal;
}
