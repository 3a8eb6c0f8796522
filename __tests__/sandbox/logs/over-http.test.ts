import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CloudWatchLogs, paginateFilterLogEvents, type PutLogEventsResponse } from '@aws-sdk/client-cloudwatch-logs';
import { writeLog } from '../../../sandbox/logs/awslogs.ts';
import { type Account, clientConfig, control, startAccount } from '../account.ts';

const DAY_MS = 24 * 60 * 60_000;
const HOUR_MS = 60 * 60_000;

let account: Account;
let logs: CloudWatchLogs;
beforeAll(async () => {
  account = await startAccount();
  logs = new CloudWatchLogs(clientConfig(account.url));
  await logs.createLogGroup({ logGroupName: '/ecs/web', tags: { team: 'web' } });
  await logs.createLogStream({ logGroupName: '/ecs/web', logStreamName: 'web/app/1' });
});
afterAll(() => account.close());

const name = { logGroupName: '/ecs/web' };
const stream = { ...name, logStreamName: 'web/app/1' };
const now = () => account.clock.now();

const put = (...events: [ageMs: number, message: string][]): Promise<PutLogEventsResponse> =>
  logs.putLogEvents({
    ...stream,
    logEvents: events.map(([ageMs, message]) => ({ timestamp: now() - ageMs, message })),
  });

describe('groups and streams', () => {
  test('are described with ARN, retention and tags', async () => {
    await logs.putRetentionPolicy({ ...name, retentionInDays: 7 });
    const { logGroups } = await logs.describeLogGroups({ logGroupNamePrefix: '/ecs/' });
    const arn = 'arn:aws:logs:eu-west-1:123456789012:log-group:/ecs/web';
    expect(logGroups).toEqual([
      expect.objectContaining({ logGroupName: '/ecs/web', arn: `${arn}:*`, logGroupArn: arn, retentionInDays: 7 }),
    ]);
    await logs.deleteRetentionPolicy(name);
    expect(
      (await logs.describeLogGroups({ logGroupNamePattern: 'web' })).logGroups?.[0]?.retentionInDays,
    ).toBeUndefined();
    await logs.tagResource({ resourceArn: arn, tags: { stage: 'test' } });
    expect((await logs.listTagsForResource({ resourceArn: arn })).tags).toEqual({ team: 'web', stage: 'test' });
    const streams = await logs.describeLogStreams({
      logGroupIdentifier: arn,
      orderBy: 'LastEventTime',
      descending: true,
    });
    expect(streams.logStreams?.map(({ logStreamName }) => logStreamName)).toEqual(['web/app/1']);
  });

  test('page by page', async () => {
    for (const each of ['p-1', 'p-2', 'p-3']) await logs.createLogGroup({ logGroupName: each });
    const first = await logs.describeLogGroups({ logGroupNamePrefix: 'p-', limit: 2 });
    expect(first.logGroups?.map(({ logGroupName }) => logGroupName)).toEqual(['p-1', 'p-2']);
    const second = await logs.describeLogGroups({ logGroupNamePrefix: 'p-', limit: 2, nextToken: first.nextToken });
    expect(second.logGroups?.map(({ logGroupName }) => logGroupName)).toEqual(['p-3']);
    expect(second.nextToken).toBeUndefined();
  });
});

describe('events', () => {
  test('are read from the head, by a filter, and what a container printed among them', async () => {
    await put([3000, 'GET / 200'], [2000, 'GET /b 500'], [1000, 'stopped']);
    writeLog(account.sandbox, { group: '/ecs/web', stream: 'web/app/2', message: 'GET /c 500' });
    const { events } = await logs.getLogEvents({ ...stream, startFromHead: true, limit: 2 });
    expect(events).toEqual([
      { message: 'GET / 200', timestamp: now() - 3000, ingestionTime: now() },
      { message: 'GET /b 500', timestamp: now() - 2000, ingestionTime: now() },
    ]);
    const found: unknown[] = [];
    for await (const page of paginateFilterLogEvents(
      { client: logs, pageSize: 1 },
      { ...name, filterPattern: '"500"' },
    )) {
      found.push(...(page.events ?? []).map(({ logStreamName, message }) => [logStreamName, message]));
    }
    expect(found).toEqual([
      ['web/app/1', 'GET /b 500'],
      ['web/app/2', 'GET /c 500'],
    ]);
  });

  test('newest first, page by page, in the direction of the token', async () => {
    await logs.createLogGroup({ logGroupName: 'newest' });
    await logs.createLogStream({ logGroupName: 'newest', logStreamName: 's' });
    const logEvents = [1, 2, 3].map((each) => ({ timestamp: now() + each, message: String(each) }));
    await logs.putLogEvents({ logGroupName: 'newest', logStreamName: 's', logEvents });
    const ask = { logGroupName: 'newest', startTime: now(), limit: 2, startFromHead: false };
    const first = await logs.filterLogEvents(ask);
    expect(first.events?.map(({ message }) => message)).toEqual(['3', '2']);
    const second = await logs.filterLogEvents({ ...ask, startFromHead: true, nextToken: first.nextToken });
    expect([second.events?.map(({ message }) => message), second.nextToken]).toEqual([['1'], undefined]);
  });

  test('out of the times that are taken are named in the answer and left out', async () => {
    await logs.createLogStream({ ...name, logStreamName: 'times' });
    const at = (ageMs: number) => ({ timestamp: now() - ageMs, message: String(ageMs) });
    const ages = [20 * DAY_MS, 10 * DAY_MS, 0, -3 * HOUR_MS];
    const sent = { ...name, logStreamName: 'times', logEvents: ages.map(at) };
    expect((await logs.putLogEvents(sent)).rejectedLogEventsInfo).toEqual({
      tooOldLogEventEndIndex: 1,
      tooNewLogEventStartIndex: 3,
    });
    await logs.putRetentionPolicy({ ...name, retentionInDays: 5 });
    expect((await logs.putLogEvents(sent)).rejectedLogEventsInfo).toMatchObject({ expiredLogEventEndIndex: 2 });
    const { events } = await logs.getLogEvents({ ...name, logStreamName: 'times', startFromHead: true });
    expect(events?.map(({ message }) => message)).toEqual(['0', '0']);
  });

  test('do not show up in the dump of the world', async () => {
    await put([0, 'a line that is in no dump']);
    const [, world] = await control(account.url, 'GET', 'world');
    expect(world).toMatchObject({ logs: { groups: { '/ecs/web': { name: '/ecs/web' } } } });
    expect(JSON.stringify(world)).not.toContain('in no dump');
  });
});

describe('what is refused', () => {
  test.each<[string, string, () => Promise<unknown>]>([
    ['a group twice', 'ResourceAlreadyExistsException', () => logs.createLogGroup(name)],
    ['a stream twice', 'ResourceAlreadyExistsException', () => logs.createLogStream(stream)],
    ['a bad name', 'InvalidParameterException', () => logs.createLogGroup({ logGroupName: 'a b' })],
    ['a bad stream name', 'InvalidParameterException', () => logs.createLogStream({ ...name, logStreamName: 'a:b' })],
    ['an absent group', 'ResourceNotFoundException', () => logs.deleteLogGroup({ logGroupName: 'absent' })],
    ['an absent stream', 'ResourceNotFoundException', () => logs.getLogEvents({ ...name, logStreamName: 'absent' })],
    [
      'a retention of 2 days',
      'InvalidParameterException',
      () => logs.putRetentionPolicy({ ...name, retentionInDays: 2 }),
    ],
    ['no name at all', 'InvalidParameterException', () => logs.getLogEvents({ logStreamName: 'x' })],
    ['a token of no page', 'InvalidParameterException', () => logs.getLogEvents({ ...stream, nextToken: 'f/1' })],
    ['a limit of 0', 'InvalidParameterException', () => logs.filterLogEvents({ ...name, limit: 0 })],
    ['a JSON pattern', 'InvalidParameterException', () => logs.filterLogEvents({ ...name, filterPattern: '{$.a=1}' })],
    [
      'names and a prefix',
      'InvalidParameterException',
      () => logs.filterLogEvents({ ...name, logStreamNames: ['a'], logStreamNamePrefix: 'a' }),
    ],
    ['events out of order', 'InvalidParameterException', () => put([0, 'new'], [1000, 'old'])],
    ['an empty message', 'InvalidParameterException', () => put([0, ''])],
    ['no events', 'InvalidParameterException', () => put()],
  ])('%s: %s', async (_name, error, call) => {
    await expect(call()).rejects.toMatchObject({ name: error });
  });
});

describe('what is deleted', () => {
  test('is gone with its bytes', async () => {
    await logs.createLogGroup({ logGroupName: 'short' });
    await logs.createLogStream({ logGroupName: 'short', logStreamName: 's' });
    const before = account.sandbox.world.logs.bytes;
    const logEvents = [{ timestamp: now(), message: 'x' }];
    await logs.putLogEvents({ logGroupName: 'short', logStreamName: 's', logEvents });
    expect(account.sandbox.world.logs.bytes).toBe(before + 27);
    await logs.deleteLogStream({ logGroupName: 'short', logStreamName: 's' });
    expect(account.sandbox.world.logs.bytes).toBe(before);
    await logs.deleteLogGroup({ logGroupName: 'short' });
    expect((await logs.describeLogGroups({ logGroupNamePrefix: 'short' })).logGroups).toEqual([]);
  });
});
