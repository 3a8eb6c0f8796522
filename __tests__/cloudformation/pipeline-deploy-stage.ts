/** The stage of the pipeline that renders and deploys, played for an image that is built: no Docker engine is needed. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { awsEnvironment } from '../../scripts/rehearsal/clients.ts';
import { type StageRun } from '../../scripts/rehearsal/pipeline/execution.ts';
import { replayStage } from '../../scripts/rehearsal/pipeline/play.ts';
import { type Rig, type RigOptions, withRig } from '../e2e/rig.ts';
import { answers, IMAGE, putAnswers } from './pipeline-answers.ts';
import { workbench } from './pipeline-rig.ts';
import { pipelineWith } from './pipeline-template.ts';

export interface DeployOptions {
  /** In place of the template as it is. */
  readonly template?: string;
  /** The script that renders gets recorded answers, for what does not hang on AWS: the CLI starts four times in it. */
  readonly recorded?: boolean;
}
export type Deploy = (options?: DeployOptions) => Promise<StageRun>;

export async function withDeployStage(
  options: RigOptions,
  work: (rig: Rig, deploy: Deploy) => Promise<void>,
): Promise<void> {
  const place = await mkdtemp(join(tmpdir(), 'deploy-stage-'));
  try {
    await withRig(options, async (rig) => {
      const { world } = await workbench(place, rig.clients, () => Promise.resolve(awsEnvironment(rig.url)));
      const [image, tools] = [join(place, 'image'), join(place, 'recorded')];
      await Promise.all([mkdir(image), mkdir(tools)]);
      await writeFile(join(image, 'imageDetail.json'), JSON.stringify({ ImageURI: IMAGE }));
      await putAnswers(tools, answers());
      const PATH = `${tools}${delimiter}${world.environment['PATH'] ?? ''}`;
      const environment = { ...world.environment, PATH, ANSWERS: tools };
      const before = { commit: '1'.repeat(40), artifacts: new Map([['Image', image]]) };
      await work(rig, ({ template, recorded = false } = {}) =>
        replayStage(pipelineWith({}, template), 'Deploy', recorded ? { ...world, environment } : world, before),
      );
    });
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
