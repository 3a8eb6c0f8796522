/** The stage of the pipeline that renders and deploys, played for an image that is built: no Docker engine is needed. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awsEnvironment } from '../../scripts/rehearsal/clients.ts';
import { type StageRun } from '../../scripts/rehearsal/pipeline/execution.ts';
import { replayStage } from '../../scripts/rehearsal/pipeline/play.ts';
import { type Rig, type RigOptions, withRig } from '../e2e/rig.ts';
import { IMAGE } from './pipeline-answers.ts';
import { workbench } from './pipeline-rig.ts';
import { pipelineWith } from './pipeline-template.ts';

type Deploy = () => Promise<StageRun>;

/** `template`: in place of the template as it is. */
export async function withDeployStage(
  { template, ...options }: RigOptions & { readonly template?: string },
  work: (rig: Rig, deploy: Deploy) => Promise<void>,
): Promise<void> {
  const place = await mkdtemp(join(tmpdir(), 'deploy-stage-'));
  try {
    await withRig(options, async (rig) => {
      const { world } = await workbench(place, rig.clients, () => Promise.resolve(awsEnvironment(rig.url)));
      const image = join(place, 'image');
      await mkdir(image);
      await writeFile(join(image, 'imageDetail.json'), JSON.stringify({ ImageURI: IMAGE }));
      const before = { commit: '1'.repeat(40), artifacts: new Map([['Image', image]]) };
      await work(rig, () => replayStage(pipelineWith({}, template), 'Deploy', world, before));
    });
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
