/** Plays a pipeline: its stages in order, the actions of a stage by RunOrder, each with the artifacts made before it. */
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { playCodeBuild } from './code-build.ts';
import { playDeployToEcs } from './deploy-to-ecs.ts';
import {
  type ActionEnd,
  type ActionRun,
  type Execution,
  failed,
  type PlayedAction,
  type PlayedWorld,
  type StageRun,
  type Status,
} from './execution.ts';
import { type Action, type Pipeline, PipelineFault, type Stage } from './pipeline.ts';
import { playSource } from './source.ts';

type Play = (action: Action, played: PlayedAction) => Promise<ActionEnd>;

const PLAYS: ReadonlyMap<string, Play> = new Map<string, Play>([
  ['Source/AWS/CodeCommit', playSource],
  ['Source/AWS/CodeStarSourceConnection', playSource],
  ['Build/AWS/CodeBuild', playCodeBuild],
  ['Approval/AWS/Manual', approval],
  ['Deploy/AWS/CodeDeployToECS', playDeployToEcs],
]);

async function approval({ name }: Action, { world }: PlayedAction): Promise<ActionEnd> {
  const yes = await world.approve(name);
  return yes ? { status: 'Succeeded', summary: 'Approved' } : failed('Rejected');
}

/** What an execution has gathered; a stage that is retried or rolled back to starts from it. */
interface Gathered {
  commit: string;
  readonly artifacts: Map<string, string>;
}

/** @param before The last execution in which every stage succeeded: what a stage is rolled back to. */
export async function play(
  pipeline: Pipeline,
  world: PlayedWorld,
  before: Execution | null = null,
): Promise<Execution> {
  const gathered: Gathered = { commit: '', artifacts: new Map() };
  const stages: StageRun[] = [];
  for (const stage of pipeline.stages) {
    const run = await playStage(stage, pipeline, world, gathered);
    stages.push(run);
    if (run.status === 'Succeeded') continue;
    const back = stage.onFailure === 'ROLLBACK' && before !== null;
    const rollback = back ? await replayStage(pipeline, stage.name, world, before) : null;
    return { ...gathered, status: 'Failed', stages, rollback };
  }
  return { ...gathered, status: 'Succeeded', stages, rollback: null };
}

/**
 * Runs a stage of an earlier execution once more, all of its actions, with that execution's artifacts: RollbackStage, and
 * RetryStageExecution with ALL_ACTIONS.
 */
export async function replayStage(
  pipeline: Pipeline,
  name: string,
  world: PlayedWorld,
  { commit, artifacts }: Pick<Execution, 'commit' | 'artifacts'>,
): Promise<StageRun> {
  const stage = pipeline.stages.find((each) => each.name === name);
  if (stage === undefined) throw new PipelineFault(`The pipeline has no stage ${name}.`);
  return playStage(stage, pipeline, world, { commit, artifacts: new Map(artifacts) });
}

async function playStage(stage: Stage, pipeline: Pipeline, world: PlayedWorld, gathered: Gathered): Promise<StageRun> {
  const runs: ActionRun[] = [];
  const orders = [...new Set(stage.actions.map(({ runOrder }) => runOrder))].sort((a, b) => a - b);
  for (const order of orders) {
    const actions = stage.actions.filter(({ runOrder }) => runOrder === order);
    const ended = await Promise.all(actions.map((action) => playAction(action, pipeline, world, gathered)));
    runs.push(...ended);
    if (ended.some(({ status }) => status === 'Failed')) return { name: stage.name, status: 'Failed', actions: runs };
  }
  const status: Status = 'Succeeded';
  return { name: stage.name, status, actions: runs };
}

async function playAction(
  action: Action,
  pipeline: Pipeline,
  world: PlayedWorld,
  gathered: Gathered,
): Promise<ActionRun> {
  const { commit, artifacts } = gathered;
  const folderFor = (artifact: string): Promise<string> => mkdtemp(join(world.folder, `${artifact}-`));
  const act = PLAYS.get(action.type);
  if (act === undefined) throw new PipelineFault(`${action.type} is not played here.`);
  const end = await act(action, { pipeline, world, commit, artifacts, folderFor });
  for (const [name, folder] of end.outputs ?? []) gathered.artifacts.set(name, folder);
  gathered.commit = end.commit ?? gathered.commit;
  return { name: action.name, status: end.status, summary: end.summary, log: end.log ?? [] };
}
