import { describe, expect, test } from '@jest/globals';
import { type DeploymentInfo, type ECSTaskSet } from '@aws-sdk/client-codedeploy';
import { taskSetsOf, withDeployment } from '../../../src/engine/codedeploy/observation.ts';
import { unseen } from '../../../src/engine/engine.ts';
import { bench } from './scripted.ts';

const id = 'd-SEEN00001';
const old: ECSTaskSet = { identifer: 'ecs-svc/9223370493425779968', status: 'PRIMARY', trafficWeight: 90 };
const young: ECSTaskSet = { identifer: 'ecs-svc/9223370493425770000', status: 'ACTIVE', trafficWeight: 10 };
const colors = (sets: readonly ECSTaskSet[], last = taskSetsOf([], [])): readonly string[] =>
  taskSetsOf(sets, last).map((set) => `${set.color} ${set.id.slice(-5)}`);

describe('a look', () => {
  test('asks for both parts, one attempt each', async () => {
    const { engine, port } = bench();
    const at = new Date(1_700_000_000_000);
    port.deployments = {
      [id]: { status: 'Failed', createTime: at, errorInformation: { code: 'TIMEOUT', message: 'too late' } },
    };
    port.target = {
      status: 'Failed',
      lifecycleEvents: [
        {
          lifecycleEventName: 'Install',
          status: 'Failed',
          startTime: at,
          diagnostics: { errorCode: 'ScriptFailed', message: 'no', logTail: 'tail' },
        },
        { lifecycleEventName: 'AfterInstall', status: 'Skipped', diagnostics: { errorCode: 'Success', message: '' } },
      ],
      taskSetsInfo: [
        { ...young, taskSetLabel: 'Green', targetGroup: { name: 'tg' } },
        { ...old, taskSetLabel: 'Blue' },
      ],
    };
    const seen = await engine.observe(id);
    expect(port.retries).toEqual(['none', 'none']);
    expect(seen).toMatchObject({
      id,
      status: 'Failed',
      createdAt: 1_700_000_000_000,
      error: { code: 'TIMEOUT', message: 'too late' },
      targetStatus: 'Failed',
      events: [
        { diagnostics: 'ScriptFailed: no: tail', endedAt: null },
        { status: 'Skipped', diagnostics: null },
      ],
      taskSets: [
        { color: 'blue', weight: 90, running: 0 },
        { color: 'green', weight: 10, targetGroup: 'tg' },
      ],
    });
  });

  test('at one part leaves the other as it was', async () => {
    const { engine, port } = bench();
    port.deployments = { [id]: { status: 'Ready' } };
    port.target = { status: 'InProgress' };
    const first = await engine.observe(id, { what: 'deployment', last: null });
    expect(first).toEqual({ ...unseen(id), status: 'Ready', rawStatus: 'Ready' });
    const second = await engine.observe(id, { what: 'target', last: first });
    expect(second).toMatchObject({ status: 'Ready', targetStatus: 'InProgress' });
    expect(port.retries).toHaveLength(2);
  });

  test('at a target that is not there yet', async () => {
    const { engine, port } = bench();
    port.deployments = { [id]: { status: 'Created' } };
    expect(await engine.observe(id)).toMatchObject({ events: [], taskSets: [], targetStatus: null });
  });
});

describe('the deployment', () => {
  test.each<[string, DeploymentInfo, object]>([
    ['a status that is not known', { status: 'Pondering' as never }, { status: 'Unknown', rawStatus: 'Pondering' }],
    ['no status', {}, { status: 'Unknown', rawStatus: 'Unknown' }],
    ['Baking', { status: 'Baking' }, { status: 'Baking' }],
    [
      'a rollback',
      { rollbackInfo: { rollbackDeploymentId: 'd-B' } },
      { rollback: { deploymentId: 'd-B', message: null } },
    ],
    ['its own id as rollback', { rollbackInfo: { rollbackDeploymentId: id } }, { rollback: null }],
    ['an empty rollback', { rollbackInfo: {} }, { rollback: null }],
    [
      'a rollback without an id',
      { rollbackInfo: { rollbackDeploymentId: '', rollbackMessage: 'not possible' } },
      { rollback: { deploymentId: null, message: 'not possible' } },
    ],
  ])('%s', (_name, info, expected) => {
    expect(withDeployment(unseen(id), info)).toMatchObject(expected);
  });
});

describe('task sets', () => {
  test.each([
    [
      'labels',
      [
        { ...young, taskSetLabel: 'Blue' as const },
        { ...old, taskSetLabel: 'Green' as const },
      ],
      ['blue 70000', 'green 79968'],
    ],
    ['one label only', [young, { ...old, taskSetLabel: 'Green' as const }], ['blue 70000', 'green 79968']],
    ['no labels: the older is the original', [young, old], ['blue 79968', 'green 70000']],
    [
      'ids that tell no age: the draining one',
      [{ identifer: 'a-green' }, { identifer: 'b-blue!', status: 'DRAINING' }],
      ['blue blue!', 'green green'],
    ],
    ['the original alone', [old], ['blue 79968']],
    ['none', [], []],
  ])('%s', (_name, sets, expected) => {
    expect(colors(sets)).toEqual(expected);
  });

  test('keep their colors when the original is gone', () => {
    expect(colors([young], taskSetsOf([old, young], []))).toEqual(['green 70000']);
  });

  test('a set that joins the original is the replacement', () => {
    const last = taskSetsOf([{ identifer: 'x-first' }], []);
    expect(colors([{ identifer: 'a-later' }, { identifer: 'x-first' }], last)).toEqual(['blue first', 'green later']);
  });
});
