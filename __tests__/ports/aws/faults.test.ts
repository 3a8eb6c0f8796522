/** What each fault of AWS becomes, and how often a call is made under it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ECSClient, DescribeServicesCommand } from '@aws-sdk/client-ecs';
import { putUpStack, type Stack } from '../../../scripts/rehearsal/stack.ts';
import { type FaultKind } from '../../../sandbox/control/faults.ts';
import { type Aws } from '../../../src/ports/aws/aws.ts';
import { AwsCallError, type AwsErrorKind } from '../../../src/ports/aws/error.ts';
import { send } from '../../../src/ports/aws/send.ts';
import { knowCoreErrors } from './realm.ts';
import { environmentOf, openedAccount, type Opened, useEnvironment } from './account.ts';

knowCoreErrors();

let account: Opened;
let stack: Stack;
let restore: () => void;
let printed: string[] = [];

const listening = (warning: Error): void => void printed.push(warning.message);

beforeAll(async () => {
  account = await openedAccount();
  restore = useEnvironment(environmentOf(account));
  stack = await putUpStack(account.clients);
  process.on('warning', listening);
});

afterAll(async () => {
  process.off('warning', listening);
  restore();
  await account.close();
});

beforeEach(async () => {
  await account.forget();
  printed = [];
});

async function failureOf(work: Promise<unknown>): Promise<AwsCallError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AwsCallError) return error;
  throw new Error(`no AwsCallError: ${String(error)}`);
}

const callsOf = async (operation: string): Promise<number> =>
  (await account.calls()).filter((call) => call.operation === operation).length;

const networkConfiguration = { awsvpcConfiguration: { subnets: ['subnet-1'] } };

describe.each<[string, (aws: Aws) => Promise<unknown>]>([
  ['DescribeServices', ({ ecs }) => ecs.describeService('shop', 'web')],
  ['DescribeTaskDefinition', ({ ecs }) => ecs.describeTaskDefinition('web')],
  ['GetDeploymentGroup', ({ codedeploy }) => codedeploy.getDeploymentGroup(stack.application, stack.group)],
  ['DescribeRules', ({ elb }) => elb.describeRules(stack.productionListener)],
  ['RunTask', ({ ecs }) => ecs.runTask({ cluster: 'shop', taskDefinition: 'web', networkConfiguration })],
  ['DescribeTasks', ({ ecs }) => ecs.describeTask('shop', '0'.repeat(32))],
  ['DescribeRepositories', ({ ecr }) => ecr.describeRepository('shop-web')],
])('%s', (operation, call) => {
  test.each<[FaultKind, AwsErrorKind, RegExp]>([
    ['throttle', 'throttled', /^Throttling/],
    ['server-error', 'server', /^InternalFailure/],
    ['reset', 'network', /^ECONNRESET$/],
    ['lost', 'network', /^ECONNRESET$/],
    ['garbage', 'server', /^UnreadableAnswer$/],
    ['expired-token', 'credentials', /^ExpiredToken/],
    ['denied', 'denied', /^AccessDenied/],
  ])('%s is %s', async (fault, kind, code) => {
    await account.fault({ operation, kind: fault });
    const error = await failureOf(call(await account.open()));
    expect(error).toMatchObject({ kind, code: expect.stringMatching(code), call: { operation } });
    expect(error.message).toContain(`:${operation} (`);
    expect(error.message).not.toContain('hidden field');
    expect(error.cause).toHaveProperty('message');
    expect(await callsOf(operation)).toBe(1);
    expect(printed).toEqual([]);
  });
});

describe('attempts', () => {
  test.each<[FaultKind, number]>([
    ['throttle', 3],
    ['server-error', 3],
    ['reset', 3],
    ['expired-token', 1],
    ['denied', 1],
  ])('with two retries, %s makes %i calls', async (kind, calls) => {
    await account.fault({ operation: 'DescribeServices', kind });
    await failureOf((await account.open(2)).ecs.describeService('shop', 'web'));
    expect(await callsOf('DescribeServices')).toBe(calls);
  });

  test('a retry that is answered is an answer', async () => {
    await account.fault({ operation: 'DescribeServices', kind: 'server-error', times: 2 });
    const service = await (await account.open(2)).ecs.describeService('shop', 'web');
    expect(service?.serviceName).toBe('web');
  });

  test.each<[string, (aws: Aws) => Promise<unknown>]>([
    ['GetDeployment', ({ codedeploy }) => codedeploy.getDeployment('d-ABCDEFGHI', 'none')],
    ['GetDeploymentTarget', ({ codedeploy }) => codedeploy.getEcsTarget('d-ABCDEFGHI', 'shop:web', 'none')],
  ])('%s without retry is one call, whatever max-retries says', async (operation, call) => {
    for (const kind of ['throttle', 'server-error', 'reset'] as const) {
      await account.forget();
      await account.fault({ operation, kind });
      await failureOf(call(await account.open(5)));
      expect([kind, await callsOf(operation)]).toEqual([kind, 1]);
    }
  });

  test.each(['throttle', 'server-error', 'reset', 'lost', 'garbage', 'expired-token', 'denied'] as const)(
    'CreateDeployment is never repeated: %s',
    async (kind) => {
      await account.fault({ operation: 'CreateDeployment', kind });
      const { codedeploy } = await account.open(5);
      const revision = { revisionType: 'AppSpecContent' as const, appSpecContent: { content: appspec() } };
      const input = { applicationName: stack.application, deploymentGroupName: stack.group, revision };
      await failureOf(codedeploy.createDeployment(input));
      expect(await callsOf('CreateDeployment')).toBe(1);
    },
  );
});

const appspec = (): string =>
  JSON.stringify({
    version: 0.0,
    Resources: [
      {
        TargetService: {
          Type: 'AWS::ECS::Service',
          Properties: {
            TaskDefinition: stack.taskDefinition,
            LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 8080 },
          },
        },
      },
    ],
  });

describe('no answer', () => {
  test('an answer that does not come in time is a network fault', async () => {
    await account.fault({ operation: 'DescribeServices', kind: 'slow', ms: 2_000 });
    const client = new ECSClient({
      region: 'eu-west-1',
      maxAttempts: 1,
      requestHandler: { requestTimeout: 50, throwOnRequestTimeout: true },
    });
    const call = { service: 'ecs', operation: 'DescribeServices', on: 'shop/web' };
    const error = await failureOf(send(call, () => client.send(new DescribeServicesCommand({ services: ['web'] }))));
    expect(error).toMatchObject({ kind: 'network', code: expect.stringMatching(/^(?:TimeoutError|ETIMEDOUT)$/) });
  });

  test('an endpoint where nobody listens is a network fault', async () => {
    const back = useEnvironment({ ...environmentOf(account), AWS_ENDPOINT_URL: 'http://127.0.0.1:1' });
    try {
      const { ecs, elb, codedeploy, ecr } = await account.open();
      const errors = await Promise.all(
        [
          ecs.describeService('shop', 'web'),
          elb.describeRules('arn'),
          codedeploy.getDeployment('d-ABCDEFGHI'),
          ecr.authorization(),
        ].map(failureOf),
      );
      expect(errors.map(({ kind, code }) => [kind, code])).toEqual(errors.map(() => ['network', 'ECONNREFUSED']));
    } finally {
      back();
    }
  });
});
