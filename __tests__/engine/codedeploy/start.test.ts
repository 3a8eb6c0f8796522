import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { describe, expect, test } from '@jest/globals';
import { AnotherActiveError } from '../../../src/engine/codedeploy/limit.ts';
import { bench, callError, marker, ours, request } from './scripted.ts';

const lost = callError('network', 'ECONNRESET');
const limit = (message: string): Error => callError('other', 'DeploymentLimitExceededException', message);
const named = limit("The Deployment Group 'group' already has an active Deployment 'd-OTHER0001'");

test('sends the AppSpec as content with its hash, once', async () => {
  const { engine, port } = bench();
  expect(await engine.start(request)).toBe('d-NEW000001');
  expect(port.created).toEqual([
    {
      applicationName: 'app',
      deploymentGroupName: 'group',
      deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
      description: request.description,
      revision: { revisionType: 'AppSpecContent', appSpecContent: { content: '{}', sha256: 'ab12' } },
    },
  ]);
});

describe('after a lost answer', () => {
  test.each([
    ['no connection', lost],
    ['a 500', callError('server', 'InternalFailure')],
  ])('%s: its own deployment is found and adopted', async (_name, error) => {
    const { engine, port, clock, lines } = bench();
    port.creates = [error, 'd-TWICE0001'];
    port.lists = [['d-FOREIGN01', 'd-OURS00001']];
    port.deployments = { 'd-FOREIGN01': { ...ours, description: `${marker}2 other job` }, 'd-OURS00001': ours };
    const before = clock.now();
    expect(await clock.run(engine.start(request))).toBe('d-OURS00001');
    expect(port.created).toHaveLength(1);
    expect(port.listed[0]).toBe(before - 60_000);
    expect(lines.join('\n')).toContain("d-OURS00001 is this run's own");
  });

  test('a deployment that is listed late is adopted', async () => {
    const { engine, port, clock } = bench();
    port.creates = [lost, 'd-TWICE0001'];
    port.lists = [[], ['d-OURS00001']];
    port.deployments = { 'd-OURS00001': ours };
    expect(await clock.run(engine.start(request))).toBe('d-OURS00001');
    expect(port.created).toHaveLength(1);
  });

  test.each([
    ['another marker', { ...ours, description: 'ecs-blue-green:acme/shop:43.1:deploy' }],
    ['no description', { status: 'InProgress' as const }],
    ['another AppSpec', { ...ours, revision: { appSpecContent: { sha256: 'ffff' } } }],
    ['no AppSpec', { ...ours, revision: {} }],
  ])('a deployment with %s is not ours: tried again', async (_name, info) => {
    const { engine, port, clock } = bench();
    port.creates = [lost, 'd-NEW000002'];
    port.lists = [['d-FOREIGN01']];
    port.deployments = { 'd-FOREIGN01': info };
    expect(await clock.run(engine.start(request))).toBe('d-NEW000002');
    expect(port.created).toHaveLength(2);
  });

  test('the list is read again where it fails for a moment', async () => {
    const { engine, port, clock } = bench();
    port.creates = [lost, 'd-TWICE0001'];
    port.lists = [callError('throttled', 'ThrottlingException'), lost, ['d-OURS00001']];
    port.deployments = { 'd-OURS00001': ours };
    expect(await clock.run(engine.start(request))).toBe('d-OURS00001');
  });

  test('nothing is started where the list may not be read', async () => {
    const { engine, port, clock } = bench();
    port.creates = [lost, 'd-TWICE0001'];
    port.lists = [callError('denied', 'AccessDeniedException')];
    await expect(clock.run(engine.start(request))).rejects.toThrow(/A deployment may be running.*42\.1:deploy/s);
    expect(port.created).toHaveLength(1);
  });

  test('not for ever', async () => {
    const { engine, port, clock } = bench();
    port.creates = [lost];
    await expect(clock.run(engine.start(request))).rejects.toThrow('AWS did not answer');
    expect(port.created).toHaveLength(5);
  });

  test('the second call meets the first one: adopted by the id that AWS names', async () => {
    const { engine, port, clock } = bench();
    port.creates = [lost, named];
    port.deployments = { 'd-OTHER0001': ours };
    expect(await clock.run(engine.start(request))).toBe('d-OTHER0001');
  });
});

test('throttled calls are repeated, with growing pauses', async () => {
  const { engine, port, clock } = bench();
  const throttled = callError('throttled', 'ThrottlingException');
  port.creates = [throttled, throttled, throttled, throttled, throttled, 'd-NEW000003'];
  const before = clock.now();
  expect(await clock.run(engine.start(request))).toBe('d-NEW000003');
  expect(clock.now() - before).toBeGreaterThan(20_000);
  expect(port.listed).toEqual([]);
});

describe('another deployment is active', () => {
  test('a foreign one, named: refused with its id, its owner and what to do', async () => {
    const { engine, port, clock } = bench();
    port.creates = [named];
    port.deployments = {
      'd-OTHER0001': { status: 'InProgress', description: 'ecs-blue-green:acme/shop:7.2:ship web:1 → web:9' },
    };
    const running = clock.run(engine.start(request));
    await expect(running).rejects.toThrow(
      /d-OTHER0001 \(InProgress, started by run 7, attempt 2, job ship of acme\/shop\)/,
    );
    await expect(running).rejects.toThrow(/stop-deployment --deployment-id d-OTHER0001/);
  });

  test.each([
    ['a rollback', { status: 'InProgress', creator: 'codeDeployRollback' }, 'a rollback that CodeDeploy started'],
    ['by hand', { status: 'Ready', description: 'hot\nfix' }, 'described as "hot fix"'],
    ['without a word', { status: 'Ready' }, 'not started by this action'],
  ] as const)('%s, not named: found by the group', async (_name, info, said) => {
    const { engine, port, clock } = bench();
    port.creates = [limit('Deployment limit exceeded')];
    port.lastAttempted = 'd-LAST00001';
    port.deployments = { 'd-LAST00001': info };
    await expect(clock.run(engine.start(request))).rejects.toThrow(said);
  });

  test('not named, and nothing found', async () => {
    const { engine, port, clock } = bench();
    port.creates = [limit('Deployment limit exceeded')];
    await expect(clock.run(engine.start(request))).rejects.toThrow('another deployment of this deployment group');
  });

  test('ours, not named: found in the list', async () => {
    const { engine, port, clock } = bench();
    port.creates = [limit('Deployment limit exceeded')];
    port.lists = [['d-OURS00001']];
    port.deployments = { 'd-OURS00001': ours };
    expect(await clock.run(engine.start(request))).toBe('d-OURS00001');
  });

  test('of an earlier attempt of this job, with the same AppSpec: gone on with', async () => {
    const { engine, port, clock } = bench();
    port.creates = [named];
    port.deployments = { 'd-OTHER0001': { ...ours, description: 'ecs-blue-green:acme/shop:42.7:deploy' } };
    expect(await clock.run(engine.start(request))).toBe('d-OTHER0001');
  });

  test.each<[string, DeploymentInfo]>([
    ['of another group', { ...ours, deploymentGroupName: 'other' }],
    ['of another application', { ...ours, applicationName: 'other' }],
    ['that CodeDeploy started as a rollback', { ...ours, creator: 'codeDeployRollback' }],
    ['with another AppSpec', { ...ours, revision: { appSpecContent: { sha256: 'ffff' } } }],
    ['of another job', { ...ours, description: 'ecs-blue-green:acme/shop:42.1:test' }],
    ['of another leg of the matrix', { ...ours, description: 'ecs-blue-green:acme/shop:42.1:deploy:0a1b' }],
    ['of another run', { ...ours, description: 'ecs-blue-green:acme/shop:41.1:deploy' }],
    ['of another repository', { ...ours, description: 'ecs-blue-green:acme/web:42.1:deploy' }],
  ])('one %s is not gone on with, and is handed on', async (_name, info) => {
    const { engine, port, clock } = bench();
    port.creates = [named];
    port.deployments = { 'd-OTHER0001': info };
    const error: unknown = await clock.run(engine.start(request).catch((thrown: unknown) => thrown));
    expect(error).toBeInstanceOf(AnotherActiveError);
    expect(error).toMatchObject({ another: { ...info, deploymentId: 'd-OTHER0001' } });
  });

  test('a group’s name that looks like an id is not taken for one', async () => {
    const { engine, port, clock } = bench();
    port.creates = [limit("The Deployment Group 'web-d-GROUP' already has an active Deployment 'd-OTHER0001'")];
    port.deployments = { 'd-OTHER0001': ours };
    expect(await clock.run(engine.start(request))).toBe('d-OTHER0001');
  });

  test('but has ended meanwhile, for a caller that reads the world again: handed on, without it', async () => {
    const { engine, port, clock } = bench();
    port.creates = [named, 'd-NEW000004'];
    port.deployments = { 'd-OTHER0001': { status: 'Succeeded' } };
    const error: unknown = await clock.run(
      engine.start({ ...request, looksAgain: true }).catch((thrown: unknown) => thrown),
    );
    expect(error).toMatchObject({ another: null });
    expect(port.created).toHaveLength(1);
  });

  test('but has ended meanwhile: tried again', async () => {
    const { engine, port, clock } = bench();
    port.creates = [named, 'd-NEW000004'];
    port.deployments = { 'd-OTHER0001': { status: 'Succeeded' } };
    expect(await clock.run(engine.start(request))).toBe('d-NEW000004');
  });
});

test.each([
  ['other', 'InvalidRevisionException', 'AppSpec'],
  ['other', 'DescriptionTooLongException', 'codedeploy-deployment-description'],
  ['other', 'InvalidRoleException', 'AWSCodeDeployRoleForECS'],
  ['missing', 'DeploymentConfigDoesNotExistException', 'codedeploy-deployment-config'],
  ['missing', 'DeploymentGroupDoesNotExistException', 'codedeploy-deployment-group'],
  ['denied', 'AccessDeniedException', '"Action":"codedeploy:CreateDeployment"'],
  ['credentials', 'ExpiredTokenException', 'configure-aws-credentials'],
  ['other', 'SomethingNewException', 'repair what its message names'],
] as const)('%s %s is told with its repair, without a second call', async (kind, code, repair) => {
  const { engine, port, clock } = bench();
  port.creates = [callError(kind, code)];
  await expect(clock.run(engine.start(request))).rejects.toThrow(repair);
  expect(port.created).toHaveLength(1);
});
