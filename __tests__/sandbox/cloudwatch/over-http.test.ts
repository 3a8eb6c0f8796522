import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CloudWatch, type PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch';
import { AwsQueryProtocol } from '@aws-sdk/core/protocols';
import { cbor, SmithyRpcV2CborProtocol } from '@smithy/core/cbor';
import { gzipSync } from 'node:zlib';
import { type Account, clientConfig, startAccount } from '../account.ts';

let account: Account;
const logged: string[] = [];
beforeAll(async () => {
  account = await startAccount({ log: (line) => logged.push(line) });
});
afterAll(() => account.close());

const alarm: PutMetricAlarmInput = {
  AlarmName: 'a',
  Namespace: 'app',
  MetricName: 'errors',
  Dimensions: [{ Name: 'Zone', Value: 'ü & <b>' }],
  Statistic: 'Sum',
  Period: 60,
  EvaluationPeriods: 3,
  Threshold: 0.5,
  ComparisonOperator: 'GreaterThanThreshold',
};

describe.each([
  ['AWS JSON 1.0', undefined, 'application/x-amz-json-1.0'],
  ['RPC v2 CBOR', SmithyRpcV2CborProtocol, 'application/cbor'],
  ['Query', AwsQueryProtocol, 'text/xml'],
])('%s', (name, protocol, type) => {
  // This SDK counts the bytes of a CBOR body before it compresses it; the sandbox would wait for the rest.
  const disableRequestCompression = type === 'application/cbor';
  const config = () => ({ ...clientConfig(account.url), disableRequestCompression, ...(protocol && { protocol }) });
  const client = (): CloudWatch => new CloudWatch(config());

  test('an alarm comes back as it was put, times and numbers included', async () => {
    await client().putMetricAlarm({ ...alarm, AlarmName: name, OKActions: ['arn:x'], ActionsEnabled: false });
    const { MetricAlarms } = await client().describeAlarms({ AlarmNamePrefix: name });
    const at = new Date(account.clock.now());
    expect(MetricAlarms).toEqual([
      expect.objectContaining({
        ...alarm,
        AlarmName: name,
        AlarmArn: `arn:aws:cloudwatch:eu-west-1:123456789012:alarm:${name}`,
        OKActions: ['arn:x'],
        ActionsEnabled: false,
        StateValue: 'INSUFFICIENT_DATA',
        StateUpdatedTimestamp: at,
      }),
    ]);
    await client().enableAlarmActions({ AlarmNames: [name] });
    expect((await client().describeAlarms({ AlarmNames: [name] })).MetricAlarms?.[0]?.ActionsEnabled).toBe(true);
  });

  test('large calls, which clients compress', async () => {
    const MetricData = Array.from({ length: 300 }, (_, index) => ({
      MetricName: `m${index}`,
      Dimensions: [{ Name: name.replaceAll(' ', ''), Value: 'v'.repeat(100) }],
      Values: [1, 2.5],
      Counts: [1, 2],
      Timestamp: new Date(account.clock.now()),
    }));
    await client().putMetricData({ Namespace: name, MetricData });
    const metric = { Namespace: name, MetricName: 'm7', Dimensions: MetricData[7]?.Dimensions };
    const read = await client().getMetricData({
      MetricDataQueries: [
        { Id: 'm', MetricStat: { Metric: metric, Period: 60, Stat: 'Average' }, ReturnData: false },
        { Id: 'twice', Expression: '2 * m' },
      ],
      StartTime: new Date(account.clock.now() - 60_000),
      EndTime: new Date(account.clock.now() + 60_000),
    });
    const start = new Date(Math.floor(account.clock.now() / 60_000) * 60_000);
    expect(read.MetricDataResults).toEqual([
      { Id: 'twice', Label: 'twice', Timestamps: [start], Values: [4], StatusCode: 'Complete' },
    ]);
  });

  test('a modelled error, with its code of the Query protocol', async () => {
    const failed = client().setAlarmState({ AlarmName: 'absent', StateValue: 'OK', StateReason: 'r' });
    await expect(failed).rejects.toMatchObject({ name: 'ResourceNotFound', $metadata: { httpStatusCode: 404 } });
    const refused = client().putMetricAlarm({ ...alarm, Period: 10 });
    await expect(refused).rejects.toMatchObject({ name: 'InvalidParameterValueException' });
    await expect(client().listDashboards({})).rejects.toThrow('does not emulate cloudwatch:ListDashboards');
  });

  test('the answer has the type of the request', async () => {
    const seen: unknown[] = [];
    const watched = client();
    watched.middlewareStack.add(
      (next) => async (args) => {
        const result = await next(args);
        const { headers } = result.response as { headers: Record<string, string> };
        seen.push(headers['content-type']);
        return result;
      },
      { step: 'deserialize', priority: 'low' },
    );
    await watched.listMetrics({ Namespace: 'none' });
    expect(seen).toEqual([type]);
  });
});

describe('RPC v2 CBOR, byte by byte', () => {
  const call = async (
    body: Uint8Array,
    { path = 'DescribeAlarms', service = 'GraniteServiceVersion20100801', headers = {} } = {},
  ) => {
    const answer = await fetch(`${account.url}/service/${service}/operation/${path}`, {
      method: 'POST',
      headers: {
        'smithy-protocol': 'rpc-v2-cbor',
        'content-type': 'application/cbor',
        authorization: 'AWS4',
        ...headers,
      },
      body: Buffer.from(body),
    });
    return {
      status: answer.status,
      headers: answer.headers,
      body: cbor.deserialize(new Uint8Array(await answer.arrayBuffer())) as unknown,
    };
  };

  test.each([
    ['half a map', Uint8Array.of(0xa1, 0x64)],
    ['an endless list', Uint8Array.of(0x9a, 0xff, 0xff, 0xff, 0xff)],
    ['lists in lists in lists', new Uint8Array(200_000).fill(0x81)],
    ['a list in place of a structure', cbor.serialize([])],
    ['text in place of a number', cbor.serialize({ MaxRecords: 'ten' })],
    ['no gzip', Uint8Array.of(1, 2, 3), { 'content-encoding': 'gzip' }],
  ])('%s is a SerializationException', async (_name, body, headers: Record<string, string> = {}) => {
    const answer = await call(body, { headers });
    expect([answer.status, answer.body]).toEqual([
      400,
      expect.objectContaining({ __type: 'SerializationException', message: expect.any(String) }),
    ]);
    expect(answer.headers.get('x-amzn-query-error')).toBe('SerializationException;Sender');
  });

  test('an empty body, one with what nobody knows, and gzip', async () => {
    expect((await call(new Uint8Array())).status).toBe(200);
    expect((await call(cbor.serialize({ MaxRecords: 5, ['__proto__']: { a: 1 }, New: [1] }))).status).toBe(200);
    const headers = { 'content-encoding': 'gzip' };
    const packed = await call(gzipSync(cbor.serialize({ AlarmNames: ['none'] })), { headers });
    expect([packed.status, packed.body]).toEqual([200, { CompositeAlarms: [], MetricAlarms: [] }]);
  });

  test('gzip that unpacks to more than a body may hold is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(20 * 1024 * 1024));
    const answer = await call(bomb, { headers: { 'content-encoding': 'gzip' } });
    expect([answer.status, answer.body]).toEqual([400, expect.objectContaining({ __type: 'SerializationException' })]);
  });

  test('an unknown service or operation is told in CBOR', async () => {
    const service = await call(new Uint8Array(), { service: 'Other' });
    expect(service.body).toMatchObject({
      __type: 'UnknownOperationException',
      message: expect.stringContaining('/Other/'),
    });
    const operation = await call(new Uint8Array(), { path: 'ListDashboards' });
    expect(operation.body).toMatchObject({ message: expect.stringContaining('cloudwatch:ListDashboards') });
    expect(operation.headers.get('smithy-protocol')).toBe('rpc-v2-cbor');
  });

  test('no request made the sandbox itself fail', () => {
    expect(logged).toEqual([]);
  });
});
