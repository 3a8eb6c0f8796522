/** Members that this version of the SDK has never heard of, in both directions. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type JsonObject } from '../../../src/json.ts';
import { jsonCall } from '../../sandbox/account.ts';
import { environmentOf, openedAccount, type Opened, useEnvironment } from './account.ts';

let account: Opened;
let restore: () => void;

beforeAll(async () => {
  account = await openedAccount();
  restore = useEnvironment(environmentOf(account));
});

afterAll(async () => {
  restore();
  await account.close();
});

const definition = (family: string, more: JsonObject = {}): JsonObject => ({
  family,
  networkMode: 'awsvpc',
  containerDefinitions: [
    {
      name: 'app',
      image: 'registry.example.com/web:1',
      command: [],
      environment: [{ name: 'EMPTY', value: '' }],
      futureContainerMember: { nested: [1, 'two', null, { three: true }] },
    },
  ],
  futureMember: { zero: 0, off: false, empty: '', list: [], map: {} },
  ...more,
});

/** What the account holds, as any client would read it: past every SDK. */
async function described(family: string): Promise<unknown> {
  const target = 'AmazonEC2ContainerServiceV20141113.DescribeTaskDefinition';
  const { text } = await jsonCall(account.url, target, JSON.stringify({ taskDefinition: family }));
  return JSON.parse(text) as unknown;
}

describe('RegisterTaskDefinition', () => {
  test('sends the body as it is, unknown and empty members too', async () => {
    const { ecs } = await account.open();
    const body = definition('as-written');
    const { arn } = await ecs.registerTaskDefinition(body);
    expect(arn).toMatch(/:task-definition\/as-written:1$/);
    expect(await described('as-written')).toMatchObject({ taskDefinition: body });
  });

  test.each([
    ['of 60 KB', 'x'.repeat(60_000)],
    ['of several bytes to a character', 'é漢🙂\u2028'.repeat(5_000)],
  ])('a value %s arrives whole', async (name, value) => {
    const { ecs } = await account.open();
    const family = `big-${name.length}`;
    await ecs.registerTaskDefinition(definition(family, { futureMember: value }));
    expect(await described(family)).toMatchObject({ taskDefinition: { futureMember: value } });
  });

  test('two at the same time keep their bodies apart', async () => {
    const { ecs } = await account.open();
    await Promise.all(['left', 'right'].map((side) => ecs.registerTaskDefinition(definition(side, { side }))));
    expect(await described('left')).toMatchObject({ taskDefinition: { family: 'left', side: 'left' } });
    expect(await described('right')).toMatchObject({ taskDefinition: { family: 'right', side: 'right' } });
  });

  test('the body survives a retry', async () => {
    await account.fault({ operation: 'RegisterTaskDefinition', kind: 'server-error', times: 1 });
    const { ecs } = await account.open(1);
    const body = definition('again');
    await ecs.registerTaskDefinition(body);
    expect(await described('again')).toMatchObject({ taskDefinition: body });
  });
});

describe('DescribeTaskDefinition', () => {
  test('gives the answer as it came: unknown members, numbers and empty members', async () => {
    const { ecs } = await account.open();
    const body = definition('read-back');
    const { arn } = await ecs.registerTaskDefinition(body);
    const read = await ecs.describeTaskDefinition('read-back');
    expect(read.arn).toBe(arn);
    expect(read.definition).toMatchObject(body);
    expect(read.definition['futureMember']).toEqual(body['futureMember']);
  });

  test('tags come beside it', async () => {
    const { ecs } = await account.open();
    const { arn } = await ecs.registerTaskDefinition(definition('tagged', { tags: [{ key: 'team', value: 'shop' }] }));
    expect((await ecs.describeTaskDefinition(arn)).tags).toEqual([{ key: 'team', value: 'shop' }]);
  });

  test('what was described can be registered again and differs in nothing', async () => {
    const { ecs } = await account.open();
    await ecs.registerTaskDefinition(definition('round'));
    const { definition: first } = await ecs.describeTaskDefinition('round');
    const known = Object.keys(definition('round'));
    const body = Object.fromEntries(Object.entries(first).filter(([name]) => known.includes(name)));
    await ecs.registerTaskDefinition(body);
    const { definition: second } = await ecs.describeTaskDefinition('round:2');
    for (const name of known) expect([name, second[name]]).toEqual([name, first[name]]);
  });

  test('a family that is not there is an error of AWS’s own words', async () => {
    const { ecs } = await account.open();
    await expect(ecs.describeTaskDefinition('nowhere')).rejects.toMatchObject({
      name: 'AwsCallError',
      code: 'ClientException',
      call: { on: 'nowhere' },
    });
  });
});
