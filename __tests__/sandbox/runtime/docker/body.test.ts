import { describe, expect, test } from '@jest/globals';
import { containerBody, networkOwner, type Place } from '../../../../sandbox/runtime/docker/body.ts';
import { containerName } from '../../../../sandbox/runtime/docker/labels.ts';
import { type ContainerLaunch } from '../../../../sandbox/runtime/runtime.ts';
import { containerOf, taskOf } from './fixture.ts';

const marks = { id: 'a1b2c3d4e5f6', network: 'ecs-blue-green-a1b2c3d4e5f6', labels: { mark: 'ours' } };
const owns: Place = { kind: 'owns', network: marks.network, ports: [8080, 9090, 8080] };

function body(given: Partial<ContainerLaunch>, place: Place = owns, pulled = false) {
  const task = { ...taskOf(given), taskId: '0123456789abcdef0123456789abcdef' };
  return containerBody(containerOf(given), { marks, task, place, image: 'really:this', pulled });
}

const MIB = 1024 * 1024;

describe('what the engine is asked to create', () => {
  test('a container that says nothing keeps what its image says', () => {
    expect(body({})).toEqual({
      Image: 'really:this',
      Env: [],
      Labels: {
        'com.amazonaws.ecs.cluster': 'shop',
        'com.amazonaws.ecs.container-name': 'app',
        'com.amazonaws.ecs.task-definition-family': 'web',
        'com.amazonaws.ecs.task-definition-version': '3',
        'ecs-blue-green.pulled': '',
        mark: 'ours',
      },
      ExposedPorts: { '8080/tcp': {}, '9090/tcp': {} },
      Healthcheck: { Test: ['NONE'] },
      HostConfig: {
        NetworkMode: marks.network,
        PortBindings: {
          '8080/tcp': [{ HostIp: '127.0.0.1', HostPort: '' }],
          '9090/tcp': [{ HostIp: '127.0.0.1', HostPort: '' }],
        },
        ReadonlyRootfs: false,
        Mounts: [],
        LogConfig: { Type: 'json-file', Config: { 'max-size': '10m', 'max-file': '2' } },
        RestartPolicy: { Name: 'no' },
      },
    });
  });

  test.each<[string, Partial<ContainerLaunch>, object]>([
    ['an entry point', { entryPoint: ['/init'] }, { Entrypoint: ['/init'] }],
    ['a command', { command: ['a', 'b c'] }, { Cmd: ['a', 'b c'] }],
    ['an empty command', { command: [] }, { Cmd: [] }],
    ['a user', { user: '1000:1000' }, { User: '1000:1000' }],
    ['a working directory', { workingDirectory: '/srv' }, { WorkingDir: '/srv' }],
    ['variables', { environment: { A: '1', B: 'x=y' } }, { Env: ['A=1', 'B=x=y'] }],
    [
      'secrets, empty beside variables',
      { environment: { A: '1' }, options: { secrets: ['PASSWORD', 'A'] } },
      { Env: ['A=1', 'PASSWORD='] },
    ],
  ])('%s', (_name, given, expected) => {
    expect(body(given)).toMatchObject(expected);
  });

  test.each<[string, ContainerLaunch['options'], object]>([
    ['memory, without swap', { memoryMiB: 512 }, { Memory: 512 * MIB, MemorySwap: 512 * MIB }],
    ['less memory than the engine takes', { memoryMiB: 4 }, { Memory: 6 * MIB, MemorySwap: 6 * MIB }],
    ['a reservation of memory', { memoryReservationMiB: 64 }, { MemoryReservation: 64 * MIB }],
    ['processor', { cpuUnits: 256 }, { CpuShares: 256 }],
    ['hardly any processor', { cpuUnits: 1 }, { CpuShares: 2 }],
    ['a root file system to read only', { readonlyRootFilesystem: true }, { ReadonlyRootfs: true }],
    [
      'limits of the process',
      { ulimits: [{ name: 'nofile', soft: 10, hard: 20 }] },
      { Ulimits: [{ Name: 'nofile', Soft: 10, Hard: 20 }] },
    ],
    [
      'a volume of the task',
      { mounts: [{ volume: 'my data', path: '/data', readOnly: true }] },
      {
        Mounts: [
          {
            Type: 'volume',
            Source: 'ecs-my-data-0123456789abcdef0123456789abcdef-a1b2c3d4e5f6',
            Target: '/data',
            ReadOnly: true,
            VolumeOptions: { Labels: { mark: 'ours' } },
          },
        ],
      },
    ],
  ])('%s', (_name, options, expected) => {
    expect(body(options ? { options } : {})).toMatchObject({ HostConfig: expected });
  });

  test('a container that joins another’s network publishes nothing itself', () => {
    const joined = body({ ports: [8080] }, { kind: 'joins', containerId: 'c0ffee' });
    expect(joined).toMatchObject({ ExposedPorts: {}, HostConfig: { NetworkMode: 'container:c0ffee' } });
    expect(joined['HostConfig']).not.toHaveProperty('PortBindings');
  });

  test('labels of the definition pass, but none that is ours', () => {
    const labels = { team: 'shop', mark: 'theirs', 'ecs-blue-green.pulled': 'base:1', 'ecs-blue-green.owner': 'me' };
    const { Labels } = body({ options: { labels } });
    expect(Labels).toMatchObject({ team: 'shop', mark: 'ours', 'ecs-blue-green.pulled': '' });
    expect(Labels).not.toHaveProperty(['ecs-blue-green.owner']);
  });

  test('what was pulled for it is named, so that it can be removed', () => {
    expect(body({}, owns, true)).toMatchObject({ Labels: { 'ecs-blue-green.pulled': 'really:this' } });
  });
});

describe('the container with the task’s network', () => {
  test.each<[string, Partial<ContainerLaunch>[], string | undefined]>([
    ['is the first of equals', [{ name: 'one' }, { name: 'two' }], 'one'],
    ['rather has ports', [{ name: 'one' }, { name: 'two', ports: [80] }], 'two'],
    ['must not end before the task', [{ name: 'one', ports: [80], essential: false }, { name: 'two' }], 'two'],
    ['is none in an empty task', [], undefined],
  ])('%s', (_name, containers, owner) => {
    expect(networkOwner(containers.map(containerOf))?.name).toBe(owner);
  });
});

test('a container’s name has only what the engine takes', () => {
  const task = { ...taskOf({}), taskId: '0123456789abcdef', revision: 'web/../x:3' };
  const name = containerName(marks, task, containerOf({ name: 'my app' }));
  expect(name).toBe('ecs-web-..-x-3-my-app-0123456789ab-a1b2c3d4e5f6');
});
