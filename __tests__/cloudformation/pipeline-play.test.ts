/** From a commit to shifted traffic through the pipeline of the template: `node scripts/engine.ts -- npm test -- pipeline-play`. */
import { readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { DescribeImagesCommand, PutImageTagMutabilityCommand } from '@aws-sdk/client-ecr';
import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Opened } from '../opened.ts';
import { type Live } from '../../scripts/rehearsal/live.ts';
import { type Execution } from '../../scripts/rehearsal/pipeline/execution.ts';
import {
  course,
  errorsIn,
  left,
  LIMIT_MS,
  logOf,
  openPipeline,
  type PipelineRig,
  SCRATCH,
  SECRET_KEY,
} from './pipeline-rig.ts';
import { pipelineWith, planted } from './pipeline-template.ts';

const WENT = [
  'Source/Source: Succeeded',
  'Build/Image: Succeeded',
  'Deploy/Render: Succeeded',
  'Deploy/Deploy: Succeeded',
];

const dockerLabels = { 'ecs-blue-green.bootstrap': 'command', team: 'shop' };
const placeholder = { name: 'app', image: 'public.ecr.aws/nginx/nginx:stable', command: ['sh'], dockerLabels };
const definition = { containerDefinitions: [{ ...placeholder, portMappings: [{ containerPort: 8080 }] }] };

/** Names, a message and files that want to be more. */
const MESSAGE = '$(touch "$OUTSIDE/message") `touch "$OUTSIDE/message"`\n\'; touch "$OUTSIDE/message"; \'';
const FILES = {
  ...SCRATCH,
  '$(touch "$OUTSIDE/name")': 'x',
  '-rf ; touch x': 'x',
  'buildspec.yml': 'version: 0.2\nphases: { build: { commands: [touch "$OUTSIDE/buildspec"] } }\n',
  aws: '#!/bin/bash\ntouch "$OUTSIDE/aws"\n',
  'appspec.yaml': 'not: ours\n',
  'taskdef.json': '{}',
};

async function digestOf({ clients }: PipelineRig, imageTag: string): Promise<string | undefined> {
  const found = await clients.ecr.send(
    new DescribeImagesCommand({ repositoryName: 'shop-web', imageIds: [{ imageTag }] }),
  );
  return found.imageDetails?.[0]?.imageDigest;
}

const summaryOf = (execution: Execution) => execution.stages.at(-1)?.actions.at(-1)?.summary;

if (left !== null) process.stderr.write(`pipeline, play: ${left}\n`);

/** One commit after the other, in one account. */
(left === null ? describe : describe.skip)(left ?? 'commits', () => {
  let open: Opened<PipelineRig>;
  let rig: PipelineRig;
  let before: Live;
  let first: Execution;
  let live: Live;

  beforeAll(async () => {
    const stack = { terminationWaitMinutes: 1, definition };
    open = await openPipeline({ stack, real: true, files: FILES, message: MESSAGE });
    rig = open.value;
    await rig.clients.ecr.send(
      new PutImageTagMutabilityCommand({ repositoryName: 'shop-web', imageTagMutability: 'IMMUTABLE' }),
    );
    await symlink(join(rig.outside, 'written'), join(rig.outside, 'link'));
    before = await rig.live();
    first = await rig.play();
    live = await rig.live();
  }, LIMIT_MS);
  afterAll(() => open.close(), LIMIT_MS);

  test('one is built, pushed, rendered into what is live and deployed: the traffic is on its digest', async () => {
    expect([course(first), errorsIn(logOf(first))]).toEqual([WENT, []]);
    const digest = await digestOf(rig, first.commit);
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(live.image.endsWith(`/shop-web@${digest ?? ''}`)).toBe(true);
    expect([live.revision, live.traffic[before.targetGroup] ?? 0]).toEqual(['web:2', 0]);
  });

  test('what a bootstrap definition has for its placeholder image goes with that image, and nothing else', () => {
    const { containerDefinitions: now, ...rest } = rig.body('web:2');
    const { containerDefinitions: was, ...others } = rig.body('web:1');
    const [{ command, ...container }] = was as [Readonly<Record<string, unknown>>];
    expect(command).toEqual(['sh']);
    expect(now).toEqual([{ ...container, dockerLabels: { team: 'shop' }, image: live.image }]);
    expect(rest).toEqual(others);
  });

  test('the log is where CloudWatch has it, and no secret is in it', async () => {
    const log = logOf(first);
    const { events = [] } = await rig.clients.logs.send(
      new FilterLogEventsCommand({ logGroupName: '/aws/codebuild/shop', logStreamNames: ['image', 'render'] }),
    );
    const kept = events.map(({ message }) => message);
    expect(kept).toContain(`Image: ${live.image}`);
    expect(kept).toEqual(log.split('\n').filter((line) => line !== ''));
    const password = await rig.password();
    expect(password.length).toBeGreaterThan(20);
    for (const secret of [password.trim(), SECRET_KEY]) expect(log).not.toContain(secret);
  });

  test('names, messages and files that want to be more are not', async () => {
    expect(await readdir(rig.outside)).toEqual(['link']);
    expect(logOf(first)).not.toContain('touch');
  });

  test(
    'the same one once more: nothing is built, the same digest is deployed',
    async () => {
      const again = await rig.play(first);
      expect(course(again)).toEqual(WENT);
      expect(logOf(again)).toContain(
        `The image of commit ${first.commit} is there already: ${live.image.split('@')[1] ?? ''}`,
      );
      expect(logOf(again)).not.toContain('FROM scratch');
      const { image, revision } = await rig.live();
      expect([image, revision]).toEqual([live.image, 'web:3']);
    },
    LIMIT_MS,
  );

  test(
    'approved after a while: what is live then is what is rendered; rejected: nothing is',
    async () => {
      const asking = pipelineWith({ Approval: 'yes' });
      let asked = 0;
      const approve = async (): Promise<boolean> => {
        asked += 1;
        const image = `registry.example.com/shop/web@sha256:${'1'.repeat(64)}`;
        const inputs = { image, 'environment-variables': 'GREETING=hello', 'wait-for': 'completed' };
        return (await rig.run(inputs)).exitCode === 0;
      };
      const execution = await rig.play(first, { approve }, asking);
      const approved = [...WENT.slice(0, 2), 'Approval/Approval: Succeeded', ...WENT.slice(2)];
      expect([asked, course(execution)]).toEqual([1, approved]);
      const [container] = rig.body('web:5')['containerDefinitions'] as [{ environment: object[] }];
      expect(container.environment).toContainEqual({ name: 'GREETING', value: 'hello' });
      const refused = await rig.play(execution, { approve: () => Promise.resolve(false) }, asking);
      const { image, revision } = await rig.live();
      expect([refused.status, summaryOf(refused), revision, image]).toEqual([
        'Failed',
        'Rejected',
        'web:5',
        live.image,
      ]);
    },
    LIMIT_MS,
  );

  test(
    'a stage is rolled back by hand: the earlier image, rendered into what is live now',
    async () => {
      await rig.commit({ text: 'next' });
      const second = await rig.play(first);
      expect([course(second), (await rig.live()).image === live.image]).toEqual([WENT, false]);
      const back = await rig.retry('Deploy', first);
      const { image, revision } = await rig.live();
      expect([back.status, image, revision]).toEqual(['Succeeded', live.image, 'web:7']);
    },
    LIMIT_MS,
  );

  test(
    'the tag came to the repository while the image was built: refused, and the retry uses that image',
    async () => {
      await rig.commit({ text: 'raced' });
      const other = 'FROM scratch\\nLABEL built=elsewhere\\nCOPY text /\\n';
      await rig.beforePush(`"$DOCKER" tag "$2" "$2-ours"
printf '${other}' >"$TOOLS/Other"
"$DOCKER" build --quiet --tag "$2" --file "$TOOLS/Other" .
"$DOCKER" push --quiet "$2"
"$DOCKER" tag "$2-ours" "$2"`);
      const execution = await rig.play(first).finally(() => rig.beforePush(''));
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
    },
    LIMIT_MS,
  );

  test(
    'docker build fails: the pipeline ends there, and the log has the step',
    async () => {
      await rig.commit({ Dockerfile: 'FROM scratch\nCOPY missing /\n' });
      await rig.forget();
      const execution = await rig.play(first);
      expect(course(execution)).toEqual(['Source/Source: Succeeded', 'Build/Image: Failed']);
      expect(logOf(execution)).toMatch(/COPY .*missing/);
      expect(errorsIn(logOf(execution))).toEqual([
        `ERROR: docker build of Dockerfile in . failed at commit ${execution.commit}: see the step above.`,
        'ERROR: Nothing was pushed, and the service is untouched.',
      ]);
      expect((await rig.writes()).filter((name) => !name.includes('Log'))).toEqual([]);
    },
    LIMIT_MS,
  );

  test(
    'a fault in the template: a build without its engine',
    async () => {
      await rig.commit({ Dockerfile: SCRATCH.Dockerfile });
      const faulty = pipelineWith({}, planted('PrivilegedMode: true', 'PrivilegedMode: false'));
      const execution = await rig.play(first, {}, faulty);
      expect(course(execution)).toEqual(['Source/Source: Succeeded', 'Build/Image: Failed']);
      expect(errorsIn(logOf(execution))[0]).toMatch(/^ERROR: The login to \S+ failed|^ERROR: docker build/);
    },
    LIMIT_MS,
  );
});
