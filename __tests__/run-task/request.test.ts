import { type Service, type TaskSet } from '@aws-sdk/client-ecs';
import { describe, expect, test } from '@jest/globals';

import { type RunTaskInputs } from '../../src/inputs/types.ts';
import { type JsonObject } from '../../src/json.ts';
import { requestFaults, requestOf } from '../../src/run-task/request.ts';
import { asked } from './asked.ts';

const vpc = { subnets: ['subnet-1'], securityGroups: ['sg-1'], assignPublicIp: 'ENABLED' as const };
const primary: TaskSet = {
  launchType: 'FARGATE',
  platformVersion: '1.4.0',
  networkConfiguration: { awsvpcConfiguration: vpc },
};
const body: JsonObject = {
  networkMode: 'awsvpc',
  containerDefinitions: [{ name: 'app' }],
  volumes: [{ name: 'data' }],
};

const request = (
  inputs: Partial<RunTaskInputs>,
  like: { primary?: TaskSet; service?: Service } = {},
  definition: JsonObject = body,
): JsonObject =>
  requestOf({
    inputs: { ...asked, ...inputs },
    like: { cluster: 'shop', service: like.service ?? {}, primary: like.primary ?? primary },
    revision: 'arn:web:2',
    body: definition,
  });

test('as the PRIMARY task set runs its tasks, where nothing is given', () => {
  expect(request({})).toEqual({
    cluster: 'shop',
    taskDefinition: 'arn:web:2',
    count: 1,
    startedBy: 'ecs-blue-green',
    launchType: 'FARGATE',
    platformVersion: '1.4.0',
    networkConfiguration: { awsvpcConfiguration: vpc },
  });
});

test('as the service does, where the task set does not tell', () => {
  const service: Service = {
    launchType: 'EC2',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-7'] } },
  };
  expect(request({}, { primary: {}, service })).toMatchObject({
    launchType: 'EC2',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-7'] } },
  });
});

describe('compute', () => {
  const strategy = [{ capacityProvider: 'FARGATE_SPOT', weight: 1, base: 0 }];
  const cases: [string, Partial<RunTaskInputs>, TaskSet, JsonObject][] = [
    [
      'a strategy of the task set, in place of a launch type',
      {},
      { ...primary, capacityProviderStrategy: strategy },
      { capacityProviderStrategy: strategy, platformVersion: '1.4.0' },
    ],
    [
      'a given launch type over a strategy',
      { launchType: 'EC2' },
      { ...primary, capacityProviderStrategy: strategy },
      { launchType: 'EC2' },
    ],
    [
      'a given strategy over a launch type',
      { capacityProviderStrategy: strategy },
      primary,
      { capacityProviderStrategy: strategy, platformVersion: '1.4.0' },
    ],
    [
      'instances have no platform',
      { capacityProviderStrategy: [{ capacityProvider: 'mine' }] },
      primary,
      { capacityProviderStrategy: [{ capacityProvider: 'mine' }] },
    ],
    ['neither: what the cluster has for default', {}, { networkConfiguration: primary.networkConfiguration }, {}],
  ];
  test.each(cases)('%s', (_what, inputs, set, wanted) => {
    const { launchType, capacityProviderStrategy, platformVersion } = request(inputs, { primary: set });
    const found = { launchType, capacityProviderStrategy, platformVersion };
    expect(Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))).toEqual(wanted);
  });
});

describe('network', () => {
  const network = (...of: Parameters<typeof request>) => request(...of)['networkConfiguration'];

  test('what is given replaces its part alone', () => {
    expect(network({ subnets: ['subnet-9'] })).toEqual({ awsvpcConfiguration: { ...vpc, subnets: ['subnet-9'] } });
    expect(network({ assignPublicIp: 'DISABLED' })).toEqual({
      awsvpcConfiguration: { ...vpc, assignPublicIp: 'DISABLED' },
    });
  });

  test('no public address on instances unless it is asked for', () => {
    expect(network({ launchType: 'EC2' })).toEqual({
      awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'] },
    });
  });

  test('none for a definition without interfaces of its own', () => {
    expect(network({}, {}, { ...body, networkMode: 'bridge' })).toBeUndefined();
  });
});

test('overrides, tags and a volume, with members that nobody knows', () => {
  const overrides = [{ name: 'app', command: ['migrate'], newMember: { a: 1 } }];
  const volume = { sizeInGiB: 20, newMember: true };
  expect(
    request({ overrides, tags: [{ key: 'a', value: '' }], volumeName: 'data', volume, startedBy: 'me' }),
  ).toMatchObject({
    startedBy: 'me',
    overrides: { containerOverrides: overrides },
    tags: [{ key: 'a', value: '' }],
    volumeConfigurations: [{ name: 'data', managedEBSVolume: volume }],
  });
});

describe('refused before anything is built', () => {
  const faults = (inputs: Partial<RunTaskInputs>, set: TaskSet = primary) =>
    requestFaults({ ...asked, ...inputs }, { cluster: 'shop', service: { serviceName: 'web' }, primary: set }, body);

  test('nothing, where all is there', () => {
    expect(faults({ overrides: [{ name: 'app' }], volumeName: 'data', volume: {} })).toEqual([]);
  });

  test.each<[string, Partial<RunTaskInputs>, TaskSet, RegExp]>([
    [
      'a container that is not there',
      { overrides: [{ name: 'job' }] },
      primary,
      /container 'job', which is not in it; it has: app/,
    ],
    ['a volume that is not there', { volumeName: 'disk', volume: {} }, primary, /volume 'disk'/],
    ['no subnets anywhere', {}, {}, /no subnets/],
  ])('%s', (_what, inputs, set, why) => {
    expect(faults(inputs, set)).toEqual([expect.objectContaining({ why: expect.stringMatching(why) })]);
  });
});
