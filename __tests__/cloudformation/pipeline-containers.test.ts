/** The sample app through the pipeline, as real containers: `node scripts/engine.ts -- npm test -- pipeline-containers`. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { baseImage } from '../../scripts/base-image.ts';
import { SERVER } from '../sandbox/runtime/docker/fixture.ts';
import { course, errorsIn, left, LIMIT_MS, logOf, type PipelineRig, withPipeline } from './pipeline-rig.ts';

const app = resolve(import.meta.dirname, '../../examples/app');
let base: string;
let files: Readonly<Record<string, string>>;

if (left !== null) process.stderr.write(`pipeline, containers: ${left}\n`);

/** One task of the pipeline's service, on a clock that leaves a container time to do its work. */
function withContainers(work: (rig: PipelineRig) => Promise<void>): Promise<void> {
  const dockerLabels = { 'ecs-blue-green.bootstrap': 'command' };
  const placeholder = { name: 'app', image: base, command: ['node', '-e', SERVER], dockerLabels };
  const definition = { containerDefinitions: [{ ...placeholder, portMappings: [{ containerPort: 8080 }] }] };
  const stack = { desiredCount: 1, terminationWaitMinutes: 0, definition };
  return withPipeline({ tasks: 'docker', speed: 20, stack, files }, work);
}

(left === null ? describe : describe.skip)(left ?? 'the sample app', () => {
  beforeAll(async () => {
    base = await baseImage();
    const text = (file: string): Promise<string> => readFile(join(app, file), 'utf8');
    const Dockerfile = (await text('Dockerfile')).replace(/^ARG BASE=.*$/m, `ARG BASE=${base}`);
    files = { Dockerfile, 'server.js': await text('server.js'), 'package.json': await text('package.json') };
  }, 120_000);

  test(
    'runs in place of the placeholder; the next commit, which never gets healthy, is rolled back to it',
    () =>
      withContainers(async (rig) => {
        const first = await rig.play();
        expect([first.status, errorsIn(logOf(first))]).toEqual(['Succeeded', []]);
        const healthy = await rig.live();
        expect([healthy.revision, healthy.running]).toEqual(['web:2', 1]);
        await rig.commit({ Dockerfile: `${files['Dockerfile'] ?? ''}ENV FAULT=unhealthy\n` });
        await rig.settings({ installTimeoutMs: 120_000 });
        const second = await rig.play(first);
        expect(course(second).at(-1)).toBe('Deploy/Deploy: Failed');
        expect(second.stages.at(-1)?.actions.at(-1)?.summary).toMatch(/^Deployment d-\w+ Failed: \[\w+\] .*healthy/);
        const live = await rig.live();
        expect([live.image, live.running]).toEqual([healthy.image, 1]);
      }),
    LIMIT_MS,
  );
});
