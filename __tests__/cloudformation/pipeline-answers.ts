/** Runs a script of the pipeline with an `aws` on the PATH that answers from files, without an account or an engine. */
import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';
import { type CommandStyle } from '../../scripts/rehearsal/pipeline/execution.ts';
import { readBuildSpec } from '../../scripts/rehearsal/pipeline/build-spec.ts';
import { type Project } from '../../scripts/rehearsal/pipeline/pipeline.ts';
import { runPhases } from '../../scripts/rehearsal/pipeline/shell.ts';

/** Whether the tools that CodeBuild's image has are here. */
export const has = (command: string): boolean => spawnSync(command, ['--version']).error === undefined;

export const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
export const IMAGE = `123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop-web@${DIGEST}`;
export const REVISION = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7';

/** Answers by command, as `ecs describe-services`; a text in place of an answer is an error of AWS. */
export type Answers = Readonly<Record<string, unknown>>;

export const service = (more: object = {}, taskSet: object = {}) => ({
  services: [
    {
      serviceName: 'web',
      status: 'ACTIVE',
      deploymentController: { type: 'CODE_DEPLOY' },
      // Not what is live: in the middle of a deployment, or after a rollback.
      taskDefinition: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:9',
      taskSets: [
        {
          id: 'ecs-svc/2',
          status: 'ACTIVE',
          taskDefinition: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:9',
        },
        {
          id: 'ecs-svc/1',
          status: 'PRIMARY',
          taskDefinition: REVISION,
          loadBalancers: [{ containerName: 'app', containerPort: 8080, targetGroupArn: 'arn:tg' }],
          platformVersion: '1.4.0',
          networkConfiguration: {
            awsvpcConfiguration: {
              subnets: ['subnet-0a', 'subnet-0b'],
              securityGroups: ['sg-0a'],
              assignPublicIp: 'DISABLED',
            },
          },
          ...taskSet,
        },
      ],
      ...more,
    },
  ],
});

export const definition = (more: object = {}, tags: readonly object[] = []) => ({
  taskDefinition: {
    taskDefinitionArn: REVISION,
    family: 'web',
    revision: 7,
    status: 'ACTIVE',
    containerDefinitions: [{ name: 'app', image: 'public.ecr.aws/nginx/nginx:stable', essential: true }],
    ...more,
  },
  tags,
});

export const answers = (more: Answers = {}): Answers => ({
  'ecs describe-services': service(),
  'ecs describe-task-definition': definition(),
  'deploy get-deployment-group': {
    deploymentGroupInfo: { ecsServices: [{ clusterName: 'shop', serviceName: 'web' }] },
  },
  'deploy list-deployments': { deployments: [] },
  ...more,
});

export interface Rendered {
  readonly failed: boolean;
  readonly log: string;
  readonly calls: readonly string[];
  /** null where the file is not there. */
  readonly taskdef: unknown;
  readonly appspec: unknown;
  readonly appspecText: string;
}

/** Answers from files named as the command; keeps each call. */
const AWS = `#!/bin/bash
printf '%s\\n' "$*" >>"$ANSWERS/calls"
[ -f "$ANSWERS/$1 $2" ] || { cat "$ANSWERS/error $1 $2" >&2; exit 254; }
cat "$ANSWERS/$1 $2"
`;

/** Puts the `aws` and its answers into a folder, which is to be on the PATH, and in ANSWERS. */
export async function putAnswers(tools: string, given: Answers): Promise<void> {
  await writeFile(join(tools, 'aws'), AWS);
  await chmod(join(tools, 'aws'), 0o755);
  for (const [command, answer] of Object.entries(given)) {
    const error = typeof answer === 'string';
    await writeFile(
      join(tools, error ? `error ${command}` : command),
      error ? `\n${answer}\n` : JSON.stringify(answer),
    );
  }
}

export interface Rendering {
  readonly project: Project;
  readonly given?: Answers;
  readonly imageDetail?: string;
  readonly style?: CommandStyle;
  /** What CodeBuild says the source is; default: a commit. */
  readonly version?: string;
}

export async function render({
  project,
  given = answers(),
  imageDetail,
  style,
  version = '1'.repeat(40),
}: Rendering): Promise<Rendered> {
  const place = await mkdtemp(join(tmpdir(), 'render-'));
  const [folder, tools] = [join(place, 'src'), join(place, 'tools')];
  try {
    await Promise.all([mkdir(folder), mkdir(tools)]);
    await writeFile(join(folder, 'imageDetail.json'), imageDetail ?? JSON.stringify({ ImageURI: IMAGE }));
    await putAnswers(tools, given);
    const PATH = `${tools}${delimiter}${process.env['PATH'] ?? ''}`;
    const environment = { PATH, ANSWERS: tools, ...project.environment, CODEBUILD_RESOLVED_SOURCE_VERSION: version };
    const log: string[] = [];
    const run = { folder, place, environment, style: style ?? 'same-shell', log } as const;
    const { failedPhase } = await runPhases(readBuildSpec(project.buildSpec), run);
    const read = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');
    const [taskdef, appspecText] = [await read(join(folder, 'taskdef.json')), await read(join(folder, 'appspec.yaml'))];
    return {
      failed: failedPhase !== null,
      log: log.join('\n'),
      calls: (await read(join(tools, 'calls'))).trim().split('\n'),
      taskdef: taskdef === '' ? null : JSON.parse(taskdef),
      appspec: parse(appspecText),
      appspecText,
    };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
