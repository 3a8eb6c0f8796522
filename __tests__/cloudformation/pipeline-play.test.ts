/** From a commit to shifted traffic through the pipeline of the template: `node scripts/engine.ts -- npm test -- pipeline-play`. */
import { readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { DescribeImagesCommand, PutImageTagMutabilityCommand } from '@aws-sdk/client-ecr';
import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { describe, expect, test } from '@jest/globals';
import { type Execution } from '../../scripts/rehearsal/pipeline/execution.ts';
import {
  course,
  errorsIn,
  left,
  LIMIT_MS,
  logOf,
  type PipelineRig,
  SCRATCH,
  SECRET_KEY,
  withPipeline,
} from './pipeline-rig.ts';
import { planted } from './pipeline-template.ts';

const WENT = [
  'Source/Source: Succeeded',
  'Build/Image: Succeeded',
  'Deploy/Render: Succeeded',
  'Deploy/Deploy: Succeeded',
];
const soon = { stack: { terminationWaitMinutes: 1 } };

async function digestOf({ clients }: PipelineRig, imageTag: string): Promise<string | undefined> {
  const found = await clients.ecr.send(
    new DescribeImagesCommand({ repositoryName: 'shop-web', imageIds: [{ imageTag }] }),
  );
  return found.imageDetails?.[0]?.imageDigest;
}

const immutable = ({ clients }: PipelineRig) =>
  clients.ecr.send(new PutImageTagMutabilityCommand({ repositoryName: 'shop-web', imageTagMutability: 'IMMUTABLE' }));

const summaryOf = (execution: Parameters<typeof course>[0]) => execution.stages.at(-1)?.actions.at(-1)?.summary;

if (left !== null) process.stderr.write(`pipeline, play: ${left}\n`);

(left === null ? describe : describe.skip)(left ?? 'a commit goes through', () => {
  test(
    'it is built, pushed, rendered into what is live and deployed: the traffic is on its digest',
    () =>
      withPipeline({ ...soon, real: true }, async (rig) => {
        await immutable(rig);
        const before = await rig.live();
        const execution = await rig.play();
        expect([course(execution), errorsIn(logOf(execution))]).toEqual([WENT, []]);
        const digest = await digestOf(rig, execution.commit);
        const live = await rig.live();
        expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
        expect(live.image.endsWith(`/shop-web@${digest ?? ''}`)).toBe(true);
        expect([live.revision, live.traffic[before.targetGroup] ?? 0]).toEqual(['web:2', 0]);
        const { containerDefinitions: [container] = [], ...rest } = rig.body('web:2') as {
          containerDefinitions?: object[];
        };
        expect(container).toEqual({ ...firstContainer(rig), image: live.image });
        expect(rest).toEqual(withoutContainers(rig.body('web:1')));
      }),
    LIMIT_MS,
  );

  test(
    'the same commit once more: nothing is built, the same digest is deployed',
    () =>
      withPipeline(soon, async (rig) => {
        await immutable(rig);
        const first = await rig.play();
        const image = (await rig.live()).image;
        const again = await rig.play(first);
        expect([course(first), course(again)]).toEqual([WENT, WENT]);
        expect(logOf(again)).toContain(
          `The image of commit ${first.commit} is there already: ${image.split('@')[1] ?? ''}`,
        );
        expect(logOf(again)).not.toContain('FROM scratch');
        expect([(await rig.live()).image, (await rig.live()).revision]).toEqual([image, 'web:3']);
      }),
    LIMIT_MS,
  );

  test(
    'what a bootstrap definition has for its placeholder image goes with that image',
    () => {
      const dockerLabels = { 'ecs-blue-green.bootstrap': 'command', team: 'shop' };
      const placeholder = { name: 'app', image: 'public.ecr.aws/nginx/nginx:stable', command: ['sh'], dockerLabels };
      const definition = { containerDefinitions: [{ ...placeholder, portMappings: [{ containerPort: 8080 }] }] };
      return withPipeline({ stack: { terminationWaitMinutes: 1, definition } }, async (rig) => {
        expect(course(await rig.play())).toEqual(WENT);
        const [container] = rig.body('web:2')['containerDefinitions'] as [object];
        expect(container).toMatchObject({ dockerLabels: { team: 'shop' } });
        expect(container).not.toHaveProperty('command');
      });
    },
    LIMIT_MS,
  );

  test(
    'approved after a while: what is live then is what is rendered',
    () =>
      withPipeline({ ...soon, parameters: { Approval: 'yes' } }, async (rig) => {
        let asked = 0;
        const approve = async (): Promise<boolean> => {
          asked += 1;
          const image = `registry.example.com/shop/web@sha256:${'1'.repeat(64)}`;
          const { exitCode } = await rig.run({
            image,
            'environment-variables': 'GREETING=hello',
            'wait-for': 'completed',
          });
          return exitCode === 0;
        };
        const execution = await rig.play(null, { approve });
        expect([asked, course(execution)]).toEqual([
          1,
          [...WENT.slice(0, 2), 'Approval/Approval: Succeeded', ...WENT.slice(2)],
        ]);
        const [container] = rig.body('web:3')['containerDefinitions'] as [{ environment: object[] }];
        expect(container.environment).toContainEqual({ name: 'GREETING', value: 'hello' });
        const refused = await rig.play(execution, { approve: () => Promise.resolve(false) });
        expect([refused.status, summaryOf(refused), (await rig.live()).revision]).toEqual([
          'Failed',
          'Rejected',
          'web:3',
        ]);
      }),
    LIMIT_MS,
  );

  test(
    'the log is where CloudWatch has it, and no secret is in it',
    () =>
      withPipeline(soon, async (rig) => {
        const execution = await rig.play();
        const log = logOf(execution);
        const { events = [] } = await rig.clients.logs.send(
          new FilterLogEventsCommand({ logGroupName: '/aws/codebuild/shop', logStreamNames: ['image', 'render'] }),
        );
        const kept = events.map(({ message }) => message);
        expect(kept).toContain(`Image: ${(await rig.live()).image}`);
        expect(kept).toEqual(log.split('\n').filter((line) => line !== ''));
        const password = await rig.password();
        expect(password.length).toBeGreaterThan(20);
        for (const secret of [password.trim(), SECRET_KEY]) expect(log).not.toContain(secret);
      }),
    LIMIT_MS,
  );
});

const firstContainer = (rig: PipelineRig): object => (rig.body('web:1')['containerDefinitions'] as [object])[0];
const withoutContainers = ({ containerDefinitions: _, ...rest }: ReturnType<PipelineRig['body']>) => rest;

(left === null ? describe : describe.skip)(left ?? 'a commit does not go through', () => {
  test(
    'docker build fails: the pipeline ends there, and the log has the step',
    () =>
      withPipeline({ files: { Dockerfile: 'FROM scratch\nCOPY missing /\n' } }, async (rig) => {
        const execution = await rig.play();
        expect(course(execution)).toEqual(['Source/Source: Succeeded', 'Build/Image: Failed']);
        expect(logOf(execution)).toMatch(/COPY .*missing/);
        expect(errorsIn(logOf(execution))).toEqual([
          `ERROR: docker build of Dockerfile in . failed at commit ${execution.commit}: see the step above.`,
          'ERROR: Nothing was pushed, and the service is untouched.',
        ]);
        expect((await rig.writes()).filter((name) => !name.includes('Log'))).toEqual([]);
      }),
    LIMIT_MS,
  );

  test(
    'the tag came to the repository while the image was built: refused, and the retry uses that image',
    () =>
      withPipeline(soon, async (rig) => {
        await immutable(rig);
        const other = 'FROM scratch\\nLABEL built=elsewhere\\nCOPY text /\\n';
        await rig.beforePush(`"$DOCKER" tag "$2" "$2-ours"
printf '${other}' >"$TOOLS/Other"
"$DOCKER" build --quiet --tag "$2" --file "$TOOLS/Other" .
"$DOCKER" push --quiet "$2"
"$DOCKER" tag "$2-ours" "$2"`);
        const execution = await rig.play();
        const there = (await digestOf(rig, execution.commit)) ?? '';
        expect([execution.status, course(execution).at(-1)]).toEqual(['Failed', 'Build/Image: Failed']);
        const [why = '', repair] = errorsIn(logOf(execution));
        expect(why).toMatch(/ERROR: The push of \S+ was refused: the tag is on sha256:/);
        expect([why.includes(there), repair]).toEqual([
          true,
          'ERROR: Another build of the same commit came first. Retry this stage: its image is used again.',
        ]);
        const retried = await rig.retry('Build', execution);
        expect([retried.status, retried.actions[0]?.log.join('\n')]).toEqual([
          'Succeeded',
          expect.stringContaining(there),
        ]);
      }),
    LIMIT_MS,
  );

  /** Deploys once, then an image that never gets healthy. */
  async function sick(
    rig: PipelineRig,
    createdMs = 1_000,
  ): Promise<{ readonly execution: Execution; readonly healthy: string }> {
    const first = await rig.play();
    const { image: healthy } = await rig.live();
    await rig.commit({ text: 'sick' });
    await rig.settings({ installTimeoutMs: 120_000, createdMs });
    const keepLog = async (_group: string, _stream: string, lines: readonly string[]): Promise<void> => {
      const built = lines.find((line) => line.startsWith('Image: '))?.split('@')[1];
      if (built !== undefined) await rig.settings({ unhealthyImages: [built] });
    };
    const execution = await rig.play(first, { keepLog });
    expect([execution.status, course(execution)]).toEqual(['Failed', [...WENT.slice(0, 3), 'Deploy/Deploy: Failed']]);
    expect(summaryOf(execution)).toMatch(/^Deployment d-\w+ Failed: \[\w+\] .*healthy/);
    return { execution, healthy };
  }

  test(
    'an image that never gets healthy: CodeDeploy rolls back, the pipeline ends with the cause',
    () =>
      withPipeline(soon, async (rig) => {
        const { execution, healthy } = await sick(rig);
        expect([execution.rollback, (await rig.live()).image]).toEqual([null, healthy]);
      }),
    LIMIT_MS,
  );

  test(
    'with a rollback of the stage beside that of CodeDeploy: the one is in the way of the other',
    () =>
      withPipeline({ ...soon, parameters: { RollbackOnFailure: 'yes' } }, async (rig) => {
        const { execution, healthy } = await sick(rig, 1_200_000); // A rollback that takes a while, as on AWS.
        const log = execution.rollback?.actions.flatMap((action) => action.log).join('\n') ?? '';
        expect(errorsIn(log)[0]).toMatch(/Deployment d-\w+ is in progress in DgpECS-shop-web/);
        expect((await rig.live()).image).toBe(healthy);
      }),
    LIMIT_MS,
  );

  test(
    'with a rollback of the stage where CodeDeploy has none: the last image is deployed once more',
    () => {
      const stack = { terminationWaitMinutes: 1, rollback: false };
      return withPipeline({ stack, parameters: { RollbackOnFailure: 'yes' } }, async (rig) => {
        const { execution, healthy } = await sick(rig);
        expect(execution.rollback?.status).toBe('Succeeded');
        expect([(await rig.live()).image, (await rig.live()).revision]).toEqual([healthy, 'web:4']);
      });
    },
    LIMIT_MS,
  );

  test(
    'a stage is rolled back by hand: the earlier image, rendered into what is live now',
    () =>
      withPipeline(soon, async (rig) => {
        const first = await rig.play();
        const { image } = await rig.live();
        await rig.commit({ text: 'next' });
        const second = await rig.play(first);
        expect([course(second), (await rig.live()).image === image]).toEqual([WENT, false]);
        const back = await rig.retry('Deploy', first);
        expect([back.status, (await rig.live()).image, (await rig.live()).revision]).toEqual([
          'Succeeded',
          image,
          'web:4',
        ]);
      }),
    LIMIT_MS,
  );

  test(
    'names, messages and files that want to be more',
    () => {
      const message = '$(touch "$OUTSIDE/message") `touch "$OUTSIDE/message"`\n\'; touch "$OUTSIDE/message"; \'';
      const files = {
        ...SCRATCH,
        '$(touch "$OUTSIDE/name")': 'x',
        '-rf ; touch x': 'x',
        'buildspec.yml': 'version: 0.2\nphases: { build: { commands: [touch "$OUTSIDE/buildspec"] } }\n',
        aws: '#!/bin/bash\ntouch "$OUTSIDE/aws"\n',
        'appspec.yaml': 'not: ours\n',
        'taskdef.json': '{}',
      };
      return withPipeline({ ...soon, files, message }, async (rig) => {
        await symlink(join(rig.outside, 'written'), join(rig.outside, 'link'));
        const execution = await rig.play();
        expect([course(execution), await readdir(rig.outside)]).toEqual([WENT, ['link']]);
        expect(logOf(execution)).not.toContain('touch');
      });
    },
    LIMIT_MS,
  );
});

(left === null ? describe : describe.skip)(left ?? 'a fault in the template', () => {
  test(
    'a build without its engine',
    () =>
      withPipeline({ template: planted('PrivilegedMode: true', 'PrivilegedMode: false') }, async (rig) => {
        const execution = await rig.play();
        expect(course(execution)).toEqual(['Source/Source: Succeeded', 'Build/Image: Failed']);
        expect(errorsIn(logOf(execution))[0]).toMatch(/^ERROR: The login to \S+ failed|^ERROR: docker build/);
      }),
    LIMIT_MS,
  );
});
