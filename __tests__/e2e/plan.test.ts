/** `mode: plan`: what a deployment would do is told, and nothing is built or written. */
import { ApplicationAutoScalingClient, RegisterScalableTargetCommand } from '@aws-sdk/client-application-auto-scaling';
import { PutMetricAlarmCommand } from '@aws-sdk/client-cloudwatch';
import { ModifyListenerCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import { describe, expect, test } from '@jest/globals';
import { operationNames } from '../../sandbox/operations/operations.ts';
import { type ActionResult } from '../../scripts/runner/run-action.ts';
import { startAnother } from './another.ts';
import { type Planned, planned, READ } from './planned.ts';
import {
  annotations,
  DIGEST_ELSEWHERE,
  errorsOf,
  type Fault,
  LIMIT_MS,
  putImage,
  type Rig,
  type RigOptions,
  type Run,
  warningsOf,
  withRig,
} from './rig.ts';

const plan = (name: string, rig: RigOptions, work: (rig: Rig) => Promise<void>): void => {
  test.concurrent(name, () => withRig(rig, work), LIMIT_MS);
};

const IN_APP = 'containerDefinitions["app"]';
const changesOf = ({ plan: { taskDefinition } }: Planned): readonly string[] =>
  (taskDefinition?.changes ?? []).map(({ kind, path }) => `${kind} ${path}`);

/** Planted as the value of environment entries: it must come out nowhere. */
const MARKER = 'MARKER-d41d8cd98f';
const everywhere = ({ output, summary, outputs, state }: ActionResult): string =>
  [output, summary, JSON.stringify(outputs), JSON.stringify(state)].join('\n');

const environment = (...names: readonly string[]) => names.map((name) => ({ name, value: `${name} ${MARKER}` }));

const withEnvironment: RigOptions['stack'] = {
  definition: {
    containerDefinitions: [
      {
        name: 'app',
        image: 'public.ecr.aws/nginx/nginx:stable',
        portMappings: [{ containerPort: 8080 }],
        environment: environment('KEPT', 'CHANGED'),
      },
    ],
  },
};

describe('the plan of a deployment', () => {
  plan(
    'of an image that is given: all of it, and no value of the environment',
    { stack: withEnvironment },
    async (rig) => {
      const digest = await putImage(rig, 'v2');
      const result = await planned(rig, {
        image: 'shop-web:v2',
        'environment-variables': `CHANGED=${MARKER}\nNEW=${MARKER}`,
        secrets: 'DB_PASSWORD=arn:aws:ssm:eu-west-1:123456789012:parameter/db',
        'docker-labels': 'note=::error::boo',
        'codedeploy-deployment-config': 'CodeDeployDefault.ECSCanary10Percent5Minutes',
        'wait-for': 'completed',
        'wait-for-minutes': '20',
      });
      expect([result.exitCode, errorsOf(result.output)]).toEqual([0, '']);
      expect(result.plan).toMatchObject({
        result: 'deploy',
        target: { cluster: 'shop', service: 'web', runs: 'web:1', group: 'DgpECS-shop-web' },
        image: { action: 'given', digest, containers: ['app'] },
        taskDefinition: { from: 'web:1', to: 'web:<new>', revision: 'registered', startsFrom: 'web:1' },
        appspec: { from: 'live service', content: expect.stringContaining('<account>:task-definition/web:<new>') },
        deployment: {
          configuration: 'CodeDeployDefault.ECSCanary10Percent5Minutes',
          schedule: [
            { minute: 0, percent: 10 },
            { minute: 5, percent: 100 },
          ],
          terminationMinutes: 5,
        },
        wait: { until: 'completed', expectedMinutes: 10, limitMinutes: 30 },
        refusals: [],
        inProgress: null,
      });
      expect(changesOf(result).toSorted()).toEqual([
        `added ${IN_APP}.dockerLabels.note`,
        `added ${IN_APP}.environment["NEW"]`,
        `added ${IN_APP}.secrets["DB_PASSWORD"]`,
        `changed ${IN_APP}.environment["CHANGED"]`,
        `changed ${IN_APP}.image`,
      ]);
      expect(everywhere(result)).not.toContain(MARKER);
      expect(result.outputs['plan']).not.toContain('123456789012');
      expect(result.output).toContain(`+ ${IN_APP}.environment["NEW"] (added; value not shown)`);
      expect(result.summary).toContain('### 📝 Plan: web in shop');
      expect(annotations('error', result.output)).toEqual([]);
    },
  );

  plan(
    'of a build needs no Docker, and tells tags; the same content is then reused',
    { files: { Dockerfile: 'FROM scratch\n' } },
    async (rig) => {
      const nothing = { env: { PATH: '/nowhere' } };
      const first = await planned(rig, { repository: 'shop-web', tags: 'v1' }, nothing);
      expect([first.exitCode, errorsOf(first.output)]).toEqual([0, '']);
      expect(first.plan.image).toMatchObject({ action: 'build', digest: null, containers: ['app'] });
      const content = first.plan.image?.tags.find((tag) => tag.startsWith('content-')) ?? '';
      expect(first.plan.image?.tags).toEqual(['0123456789abcdef0123456789abcdef01234567', 'v1', content]);
      expect(first.plan.wait?.onTop[0]).toContain('the build of the image');
      const digest = await putImage(rig, content);
      const second = await planned(rig, { repository: 'shop-web', tags: 'v1' }, nothing);
      expect(second.plan.image).toMatchObject({ action: 'reuse', digest, tags: first.plan.image?.tags.slice(0, 2) });
      expect(second.plan.taskDefinition?.to).toBe('web:<new>');
      expect(second.output).toContain('nothing would be built');
    },
  );

  plan(
    'tells of the task before and of the smoke test, but not what they are given',
    { stack: { readyWaitMinutes: 30 } },
    async (rig) => {
      const overrides = [{ name: 'app', command: [MARKER], environment: environment('DATABASE') }];
      const inputs = { image: DIGEST_ELSEWHERE, 'run-task': 'true', 'smoke-test': `curl -H "${MARKER}" "$TEST_URL"` };
      const result = await planned(rig, { ...inputs, 'run-task-container-overrides': JSON.stringify(overrides) });
      expect([result.exitCode, errorsOf(result.output)]).toEqual([0, '']);
      expect(result.plan).toMatchObject({
        runTask: { minutes: 30, overrides: ['app: command, environment DATABASE'] },
        smokeTest: { minutes: 10 },
        deployment: { readyMinutes: 30 },
        wait: { onTop: expect.arrayContaining(['the smoke test: up to 10 min']) },
      });
      expect(result.plan.target.testUrl).toMatch(/^http:/);
      expect(everywhere(result)).not.toContain(MARKER);
      const wrong = await planned(rig, { ...inputs, 'run-task-container-overrides': '[{"name":"nope"}]' });
      expect([wrong.exitCode, errorsOf(wrong.output)]).toEqual([1, expect.stringContaining("container 'nope'")]);
    },
  );

  plan('of what runs already says that nothing is to do', { stack: { image: DIGEST_ELSEWHERE } }, async (rig) => {
    const same = await planned(rig, {});
    expect([same.exitCode, same.plan.result, same.plan.taskDefinition?.revision]).toEqual([0, 'nothing', 'reused']);
    expect(changesOf(same)).toEqual([]);
    const forced = await planned(rig, { 'force-new-deployment': 'true' });
    expect([forced.plan.result, forced.plan.told]).toEqual(['deploy', expect.stringContaining('force-new-deployment')]);
  });

  plan(
    'of a definition as large as a file may be is small',
    {
      files: {
        'taskdef.json': JSON.stringify({
          family: 'web',
          containerDefinitions: [
            {
              name: 'app',
              image: 'web:2',
              portMappings: [{ containerPort: 8080 }],
              dockerLabels: Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`l${at}`, 'x'.repeat(10_000)])),
            },
          ],
        }),
      },
    },
    async (rig) => {
      const result = await planned(rig, { 'task-definition': 'taskdef.json' });
      expect([result.exitCode, result.plan.taskDefinition?.startsFrom]).toEqual([0, 'taskdef.json']);
      expect(result.plan.taskDefinition?.changes).toHaveLength(200);
      expect(result.plan.taskDefinition?.moreChanges).toBeGreaterThan(200);
      expect(result.summary.length).toBeLessThan(400_000);
    },
  );
});

describe('what speaks against a deployment', () => {
  plan(
    'is told at once, in red, with a plan of what could be found out',
    { files: { Dockerfile: '' } },
    async (rig) => {
      const { clients, stack } = rig;
      await clients.elb.send(
        new ModifyListenerCommand({
          ListenerArn: stack.productionListener,
          DefaultActions: [{ Type: 'forward', TargetGroupArn: stack.targetGroups[1]?.arn ?? '' }],
        }),
      );
      const result = await planned(rig, {
        repository: 'no-such-repository',
        file: 'docker/Dockerfile.gone',
        'wait-for': 'test-ready',
        'environment-variables': `A=${MARKER}`,
      });
      expect([result.exitCode, result.plan.result]).toEqual([1, 'refused']);
      const told = annotations('error', result.output);
      expect(told).toHaveLength(result.plan.refusals.length);
      for (const text of [
        'Primary taskset target group',
        'no-such-repository',
        'Dockerfile.gone',
        "wait for 'test-ready'",
      ])
        expect(told.join('\n')).toContain(text);
      const repair = new RegExp(
        `aws elbv2 modify-listener --listener-arn ${stack.productionListener} --default-actions Type=forward,TargetGroupArn=${stack.targetGroups[0]?.arn ?? ''}`,
      );
      expect(
        [errorsOf(result.output), result.summary.replaceAll('&#45;', '-')].every((text) =>
          repair.test(text.replaceAll('&#40;', '(')),
        ),
      ).toBe(true);
      expect(result.plan).toMatchObject({
        target: { runs: 'web:1', group: 'DgpECS-shop-web' },
        deployment: { configuration: 'CodeDeployDefault.ECSAllAtOnce' },
      });
      expect(changesOf(result)).toContain(`added ${IN_APP}.environment["A"]`);
      expect(everywhere(result)).not.toContain(MARKER);
    },
  );

  plan('keeps the plan to what is known where there is no service', {}, async (rig) => {
    const result = await planned(rig, { service: 'wbe' });
    expect([result.exitCode, result.plan.result, result.plan.target.service]).toEqual([1, 'refused', 'wbe']);
    expect(result.plan).toMatchObject({ taskDefinition: null, appspec: null, deployment: null });
  });

  const finding = { name: 'CVE-1', severity: 'HIGH', package: 'openssl', version: '3.0.1', fixedIn: '3.0.2' };
  const scan = { kind: 'enhanced', status: 'ACTIVE', findings: [finding] } as const;
  plan('includes what a scan has found', { settings: { imageScans: { '*': scan } } }, async (rig) => {
    await putImage(rig, 'v2');
    const result = await planned(rig, { image: 'shop-web:v2', 'fail-on-severity': 'HIGH' });
    expect([result.exitCode, result.plan.refusals.length]).toEqual([1, 1]);
    expect(errorsOf(result.output)).toContain('HIGH CVE-1 in openssl');
    const lenient = await planned(rig, { image: 'shop-web:v2', 'fail-on-severity': 'CRITICAL' });
    expect([lenient.exitCode, lenient.plan.notKnown]).toEqual([0, []]);
  });

  plan('does not wait for a scan', {}, async (rig) => {
    await putImage(rig, 'v2');
    const result = await planned(rig, { image: 'shop-web:v2', 'fail-on-severity': 'HIGH' });
    expect([result.exitCode, result.plan.result]).toEqual([0, 'deploy']);
    expect(result.plan.notKnown).toEqual([expect.stringContaining("What ECR's scan finds")]);
  });
});

const denied = (...operations: readonly string[]): readonly Fault[] =>
  operations.map((operation) => ({ operation, kind: 'denied' }));

/** Everything that is emulated and no read; and ECR's log-in. */
const WRITES = denied(...[...operationNames].filter((name) => !READ.test(name)), 'GetAuthorizationToken');

describe('a role that may only read', () => {
  plan('is enough', { faults: WRITES, files: { Dockerfile: '' } }, async (rig) => {
    const result = await planned(rig, { repository: 'shop-web' });
    expect([result.exitCode, result.plan.warnings, result.plan.notKnown]).toEqual([0, [], []]);
  });

  plan(
    'what it may not read beside that is told as not known',
    {
      faults: [
        ...WRITES,
        ...denied('DescribeAlarms', 'DescribeScalingActivities', 'DescribeImages', 'DescribeLoadBalancers'),
      ],
      files: { Dockerfile: '' },
      stack: { alarms: ['5xx'] },
    },
    async (rig) => {
      const result = await planned(rig, { repository: 'shop-web' });
      expect([result.exitCode, result.plan.result]).toEqual([0, 'deploy']);
      expect(result.plan.notKnown).toEqual([
        expect.stringMatching(/^Whether an alarm .*\(5xx\): .*cloudwatch:DescribeAlarms/),
        expect.stringMatching(/^Whether Application Auto Scaling .*application-autoscaling:DescribeScalingActivities/),
        expect.stringContaining('The address of production'),
      ]);
      expect(result.output).toContain('Not known: Whether an alarm');
      expect(warningsOf(result.output)).toContain('Whether the image is there already could not be asked');
      expect(result.plan.warnings).toHaveLength(1);
    },
  );
});

describe('a plan warns of', () => {
  plan('alarms that are in ALARM', { stack: { alarms: ['5xx', 'slow'] } }, async (rig) => {
    for (const AlarmName of ['5xx', 'slow']) {
      const metric = { MetricName: 'm', Namespace: 'n', Period: 60, Statistic: 'Sum', Threshold: 1 } as const;
      const alarm = { AlarmName, ...metric, EvaluationPeriods: 1, ComparisonOperator: 'GreaterThanThreshold' } as const;
      await rig.clients.cloudwatch.send(new PutMetricAlarmCommand(alarm));
    }
    await rig.alarm('5xx', 'ALARM');
    const result = await planned(rig, {});
    expect(result.exitCode).toBe(0);
    expect(warningsOf(result.output)).toMatch(/An alarm of the deployment group in ALARM: 5xx[^]*ignore-alarms: true/);
    const ignored = await planned(rig, { 'ignore-alarms': 'true' });
    expect(ignored.plan.deployment?.ignoreAlarms).toBe(true);
    expect(warningsOf(ignored.output)).toContain("'ignore-alarms' is set");
  });

  plan('scaling of the service', {}, async (rig) => {
    const credentials = { accessKeyId: 'rehearsal', secretAccessKey: 'rehearsal' };
    const client = new ApplicationAutoScalingClient({ endpoint: rig.url, region: 'eu-west-1', credentials });
    await client.send(
      new RegisterScalableTargetCommand({
        ServiceNamespace: 'ecs',
        ResourceId: 'service/shop/web',
        ScalableDimension: 'ecs:service:DesiredCount',
        MinCapacity: 3,
        MaxCapacity: 4,
      }),
    );
    const result = await planned(rig, {});
    expect([result.exitCode, warningsOf(result.output)]).toEqual([
      0,
      expect.stringContaining(
        'Application Auto Scaling changes the desired count of the service: Setting desired count to 3',
      ),
    ]);
  });

  plan('credentials that end before the wait does, as a deployment does too', {}, async (rig) => {
    const ends = (minutes: number): Run => ({
      env: { AWS_SESSION_TOKEN: 't', AWS_CREDENTIAL_EXPIRATION: new Date(Date.now() + minutes * 60_000).toISOString() },
    });
    const late = await planned(rig, {}, ends(60));
    expect([late.exitCode, late.plan.warnings]).toEqual([0, []]);
    const soon = await planned(rig, {}, ends(20));
    expect(soon.plan.warnings).toEqual([expect.stringMatching(/^The AWS credentials end in 20 min .* up to 30 min\./)]);
    const deployed = await rig.run({ image: DIGEST_ELSEWHERE, 'wait-for': 'traffic-shifted' }, ends(20));
    expect([deployed.exitCode, warningsOf(deployed.output)]).toEqual([
      0,
      expect.stringMatching(/^The AWS credentials end in 20 min .* up to 30 min\./),
    ]);
  });
});

describe('a deployment in progress', () => {
  plan('is told with its owner, and with what would be done about it', {}, async (rig) => {
    const owner = 'ecs-blue-green:octo-org/shop:6000000001.1:release web:1 → web:1';
    const id = await startAnother(rig, owner);
    const waits = await planned(rig, { image: DIGEST_ELSEWHERE });
    expect([waits.exitCode, errorsOf(waits.output)]).toEqual([0, '']);
    expect(waits.plan.inProgress).toMatchObject({
      id,
      owner: 'started by run 6000000001, attempt 1, job release of octo-org/shop',
      then: expect.stringContaining('Waiting until it has ended'),
    });
    expect(waits.output).toContain(owner);
    const fails = await planned(rig, { image: DIGEST_ELSEWHERE, 'if-deployment-in-progress': 'fail' });
    expect([fails.exitCode, fails.plan.refusals.length, fails.plan.taskDefinition?.to]).toEqual([1, 1, 'web:<new>']);
    expect(errorsOf(fails.output)).toContain(id);
  });
});
