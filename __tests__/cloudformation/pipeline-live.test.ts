/**
 * Both stacks launched as a person would, service.yml and pipeline.yml on it, and the pipeline played as the sandbox holds it:
 * under its own roles, with IAM enforced.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startSandbox, type RunningSandbox } from '../../sandbox/server.ts';
import { assumed } from '../../sandbox/iam/act-as.ts';
import { startSession } from '../../sandbox/iam/sessions.ts';
import { type Role } from '../../sandbox/world/iam.ts';
import { awsEnvironment, clientsFor, type Clients } from '../../scripts/rehearsal/clients.ts';
import { launch, readTemplateFile } from '../../scripts/rehearsal/launch.ts';
import { readLive } from '../../scripts/rehearsal/live.ts';
import { type Execution, type PlayedWorld, type TakenRole } from '../../scripts/rehearsal/pipeline/execution.ts';
import { type Pipeline } from '../../scripts/rehearsal/pipeline/pipeline.ts';
import { play, replayStage } from '../../scripts/rehearsal/pipeline/play.ts';
import { pipelineOf } from '../../scripts/rehearsal/pipeline/template.ts';
import { isObject, type JsonObject, objectsIn } from '../../src/json.ts';
import { course, errorsIn, left, LIMIT_MS, logOf, removeImages, SCRATCH, workbench } from './pipeline-rig.ts';
import { SUBNETS, VPC } from './service-stage.ts';

let place: string;
let running: RunningSandbox;
let clients: Clients;
let world: PlayedWorld;
let pipeline: Pipeline;
let live: Parameters<typeof readLive>[1];

/** Credentials of a role, for a service that the role trusts; throws where it does not. */
function sessionOf({ roleArn, service, resource }: TakenRole): Readonly<Record<string, string>> {
  const { sandbox } = running;
  const source = `arn:aws:${service}:eu-west-1:${sandbox.world.account}:${resource}`;
  const why = assumed(sandbox, { roleArn, service: `${service}.amazonaws.com`, sessionName: 'played', source });
  const role = sandbox.world.iam.roles.get(roleArn);
  if (why !== null || role === undefined)
    throw new Error(`${service} cannot take ${roleArn} for ${source}: ${why ?? ''}`);
  const { credentials } = startSession(sandbox, role, { sessionName: 'played', policy: null, seconds: 3_600 }, false);
  return {
    ...awsEnvironment(running.url),
    AWS_ACCESS_KEY_ID: credentials.AccessKeyId ?? '',
    AWS_SECRET_ACCESS_KEY: credentials.SecretAccessKey ?? '',
    AWS_SESSION_TOKEN: credentials.SessionToken ?? '',
  };
}

async function putUp(): Promise<void> {
  place = await mkdtemp(join(tmpdir(), 'pipeline-live-'));
  running = await startSandbox({ speed: 200, registry: 'auto', tasks: 'simulated', enforceIam: true });
  clients = clientsFor(running.url);
  const { cloudformation } = clients;
  const service = await launch(cloudformation, {
    stackName: 'shop',
    template: await readTemplateFile('service.yml'),
    parameters: { Name: 'shop', VpcId: VPC, Subnets: SUBNETS, TerminationWaitMinutes: '1' },
  });
  await launch(cloudformation, {
    stackName: 'shop-pipeline',
    template: await readTemplateFile('pipeline.yml'),
    parameters: { Name: 'shop', ServiceStack: 'shop', CodeCommitRepository: 'shop', CreateRepository: 'yes' },
  });
  const stack = [...running.sandbox.world.cloudformation.stacks.values()].find(({ name }) => name === 'shop-pipeline');
  const resources = [...(stack?.resources ?? [])].map(([id, { type, properties }]) => {
    // The sandbox's JSON may hold undefined members; JSON itself cannot.
    return [id, { type, properties: JSON.parse(JSON.stringify(properties)) as JsonObject }] as const;
  });
  pipeline = pipelineOf(new Map(resources));
  live = {
    cluster: service['Cluster'] ?? '',
    service: service['Service'] ?? '',
    targetGroups: [{ name: service['BlueTargetGroup'] ?? '' }, { name: service['GreenTargetGroup'] ?? '' }],
    productionListener: service['ProductionListenerArn'] ?? '',
  };
  const bench = await workbench(place, clients, (taken) => Promise.resolve().then(() => sessionOf(taken)));
  await bench.commit(SCRATCH);
  ({ world } = bench);
}

if (left !== null) process.stderr.write(`pipeline, live: ${left}\n`);

(left === null ? describe : describe.skip)(left ?? 'two stacks, launched, and a commit', () => {
  let first: Execution;

  beforeAll(async () => {
    await putUp();
    first = await play(pipeline, world);
  }, LIMIT_MS);

  afterAll(async () => {
    await removeImages(running.registryUrl?.replace('http://', '') ?? 'none');
    await running.close();
    await rm(place, { recursive: true, force: true });
  }, 60_000);

  test('its traffic is on the image, and the definition has lost what belonged to the placeholder', async () => {
    expect([course(first), errorsIn(logOf(first))]).toEqual([
      ['Source/Source: Succeeded', 'Build/Image: Succeeded', 'Deploy/Render: Succeeded', 'Deploy/Deploy: Succeeded'],
      [],
    ]);
    const now = await readLive(clients, live);
    expect(now.image).toMatch(/\/shop@sha256:[0-9a-f]{64}$/);
    expect(now.traffic).toEqual({ [live.targetGroups[0]?.name ?? '']: 0, [live.targetGroups[1]?.name ?? '']: 100 });
    const definitions = [...running.sandbox.world.ecs.taskDefinitions.values()];
    const [before, after] = definitions.map(({ body }) => JSON.stringify(body['containerDefinitions']));
    expect([before?.includes('ecs-blue-green.bootstrap'), after?.includes('ecs-blue-green.bootstrap')]).toEqual([
      true,
      false,
    ]);
  });

  /** Runs with a role that lacks a statement, and gives the statement back. */
  async function without(role: string, sid: string, work: () => Promise<void>): Promise<void> {
    const found = [...running.sandbox.world.iam.roles.values()].find(({ name }) => name.includes(role));
    if (found === undefined) throw new Error(`There is no role ${role}.`);
    const { policies } = found;
    const less: Role['policies'] = new Map([...policies].map(([name, document]) => [name, lacking(document, sid)]));
    if (JSON.stringify([...less]) === JSON.stringify([...policies]))
      throw new Error(`${role} has no statement ${sid}.`);
    found.policies = less;
    await work().finally(() => {
      found.policies = policies;
    });
  }

  test.each([
    ['PipelineRole', 'Deploy', 'Deploy/Deploy', 'codedeploy:'],
    ['PipelineRole', 'TaskDefinition', 'Deploy/Deploy', 'ecs:RegisterTaskDefinition'],
    ['PipelineRole', 'TaskRoles', 'Deploy/Deploy', 'iam:PassRole'],
    ['RenderRole', 'Service', 'Deploy/Render', 'ecs:DescribeServices'],
    ['RenderRole', 'TaskDefinition', 'Deploy/Render', 'ecs:DescribeTaskDefinition'],
    ['RenderRole', 'DeploymentGroup', 'Deploy/Render', 'codedeploy:GetDeploymentGroup'],
    ['ImageRole', 'EcrLogin', 'Build/Image', 'ecr:GetAuthorizationToken'],
    ['ImageRole', 'Image', 'Build/Image', 'ecr:DescribeRepositories'],
  ])(
    '%s without %s: %s fails, and says what is missing',
    async (role, sid, where, action) => {
      const [stage = '', name] = where.split('/');
      // That action alone, on what the first run left for it.
      const alone = pipeline.stages.map((each) => ({
        ...each,
        actions: each.actions.filter((one) => one.name === name),
      }));
      await without(role, sid, async () => {
        // A commit of its own, so that the image is to be built.
        const of = sid === 'EcrLogin' ? { ...first, commit: '1'.repeat(40) } : first;
        const run = await replayStage({ ...pipeline, stages: alone }, stage, world, of);
        const last = run.actions.at(-1);
        expect([run.status, `${stage}/${last?.name ?? ''}`]).toEqual(['Failed', where]);
        expect(`${last?.summary ?? ''}\n${last?.log.join('\n') ?? ''}`).toContain(action);
      });
    },
    LIMIT_MS,
  );
});

function lacking(document: Role['trust'], sid: string): Role['trust'] {
  const policy: unknown = JSON.parse(JSON.stringify(document));
  if (!isObject(policy)) return document;
  return { ...policy, Statement: objectsIn(policy['Statement']).filter((each) => each['Sid'] !== sid) };
}
