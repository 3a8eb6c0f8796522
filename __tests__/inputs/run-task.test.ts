import { describe, expect, test } from '@jest/globals';

import { InputError, type InputFault } from '../../src/errors.ts';
import { readInputs } from '../../src/inputs.ts';
import { variableOf } from '../../src/inputs/reading.ts';
import { type RunTaskInputs } from '../../src/inputs/types.ts';
import { asked } from '../run-task/asked.ts';

type Given = Readonly<Record<string, string>>;

async function read(given: Given): Promise<RunTaskInputs | null> {
  const all = { service: 'web', 'run-task': 'true', ...given };
  const inputs = await readInputs(
    Object.fromEntries(Object.entries(all).map(([name, value]) => [variableOf(name), value])),
  );
  if (inputs.mode !== 'deploy') throw new Error(`mode ${inputs.mode}`);
  return inputs.runTask;
}

const faults = (given: Given): Promise<readonly InputFault[]> =>
  read(given).then(
    () => [],
    (error: unknown) => {
      if (error instanceof InputError) return error.faults;
      throw error;
    },
  );

test('nothing is run unless it is asked for', async () => {
  expect(await read({ 'run-task': '' })).toBeNull();
  expect(await read({ 'run-task': 'false', 'run-task-subnets': 'nonsense' })).toBeNull();
});

test('without more, all is as the service has it', async () => {
  expect(await read({})).toEqual(asked);
});

test('every input in the form that people know', async () => {
  expect(
    await read({
      'run-task-container-overrides': '[{"name": "app", "command": ["migrate"], "unknown": [1, null]}]',
      'run-task-security-groups': 'sg-1, sg-0a',
      'run-task-subnets': 'subnet-1\nsubnet-2',
      'run-task-assign-public-IP': 'DISABLED',
      'run-task-launch-type': 'FARGATE',
      'run-task-started-by': 'GitHub-Actions',
      'run-task-tags': '[{"key": "team", "value": "shop"}, {"key": "empty"}]',
      'run-task-managed-ebs-volume-name': 'data',
      'run-task-managed-ebs-volume': '{"sizeInGiB": 20}',
      'run-task-minutes': '90',
      'wait-for-task-stopped': 'true',
    }),
  ).toEqual({
    overrides: [{ name: 'app', command: ['migrate'], unknown: [1, null] }],
    securityGroups: ['sg-1', 'sg-0a'],
    subnets: ['subnet-1', 'subnet-2'],
    assignPublicIp: 'DISABLED',
    launchType: 'FARGATE',
    capacityProviderStrategy: [],
    startedBy: 'GitHub-Actions',
    tags: [
      { key: 'team', value: 'shop' },
      { key: 'empty', value: '' },
    ],
    volumeName: 'data',
    volume: { sizeInGiB: 20 },
    minutes: 90,
  });
});

test('values that ask for nothing elsewhere ask for nothing here', async () => {
  const given = { 'run-task-container-overrides': '[]', 'run-task-tags': '[]', 'run-task-managed-ebs-volume': '{}' };
  expect(await read({ ...given, 'run-task-capacity-provider-strategy': ' [] ' })).toEqual(asked);
});

describe('faults', () => {
  const many = JSON.stringify(Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, value: '' })));
  test.each<[name: string, value: string, allowed: RegExp]>([
    ['run-task', 'yes', /'true' or 'false'/],
    ['run-task-container-overrides', '[{"name": "app"', /valid JSON.*line 1, column/],
    ['run-task-container-overrides', '{"name": "app"}', /a JSON array/],
    ['run-task-container-overrides', '[{"name": "app"}, "x"]', /element 2 is no object/],
    ['run-task-container-overrides', '[{"command": ["a"]}]', /element 1 has no 'name'/],
    ['run-task-container-overrides', '[{"name": "a", "name": "b"}]', /valid JSON/],
    ['run-task-security-groups', 'subnet-1', /beginning with 'sg-'/],
    ['run-task-subnets', 'subnet-1 subnet-2', /beginning with 'subnet-'/],
    ['run-task-assign-public-IP', 'enabled', /one of 'ENABLED', 'DISABLED'/],
    ['run-task-launch-type', 'FARGATE_SPOT', /one of 'EC2'/],
    ['run-task-capacity-provider-strategy', '[{"weight": 1}]', /no 'capacityProvider'/],
    ['run-task-capacity-provider-strategy', '[{"capacityProvider": "FARGATE", "weight": "1"}]', /no whole number/],
    ['run-task-started-by', 'a b', /128 letters/],
    ['run-task-tags', '[{"key": "aws:x", "value": ""}]', /for AWS/],
    ['run-task-tags', '[{"key": "a", "value": 1}]', /no text/],
    ['run-task-tags', '[{"key": "a"}, {"key": "a"}]', /each key once/],
    ['run-task-tags', many, /at most 50/],
    ['run-task-managed-ebs-volume', '[]', /a JSON object/],
    ['run-task-minutes', '0', /from 1 to 7200/],
    ['wait-for-task-stopped', 'maybe', /'true' or 'false'/],
  ])('%s: %s', async (name, value, allowed) => {
    const found = await faults({ [name]: value });
    expect(found.map(({ input }) => input)).toEqual([name]);
    expect(found[0]?.allowed).toMatch(allowed);
  });

  test('an override that cannot be read is not shown: it may hold a secret', async () => {
    const [fault] = await faults({ 'run-task-container-overrides': '[\n{"environment": hunter2' });
    expect(fault?.received).toBe('a value that is not shown (look at its line 2)');
    expect(JSON.stringify(fault)).not.toContain('hunter2');
  });

  test('a launch type beside a strategy, a volume without its name and a name without its volume', async () => {
    const strategy = '[{"capacityProvider": "FARGATE"}]';
    expect(
      await faults({ 'run-task-launch-type': 'EC2', 'run-task-capacity-provider-strategy': strategy }),
    ).toHaveLength(1);
    const [noName] = await faults({ 'run-task-managed-ebs-volume': '{"sizeInGiB": 1}' });
    expect(noName?.input).toBe('run-task-managed-ebs-volume-name');
    const [noVolume] = await faults({ 'run-task-managed-ebs-volume-name': 'data' });
    expect(noVolume?.input).toBe('run-task-managed-ebs-volume');
  });
});
