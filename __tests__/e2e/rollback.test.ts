/** `mode: rollback` where nothing is in progress: a new deployment of what production ran before. */
import { describe, expect, test } from '@jest/globals';
import { PutMetricAlarmCommand } from '@aws-sdk/client-cloudwatch';
import { DeregisterTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import { BatchDeleteImageCommand } from '@aws-sdk/client-ecr';
import { BOOTSTRAP_LABEL } from '../../src/task-definition/bootstrap.ts';
import { appspecOf, allOver, deployed, deploymentOf, image, register, ROLLBACK, stoppedOne } from './past.ts';
import { errorsOf, LIMIT_MS, putImage, type Rig, warningsOf, withRig } from './rig.ts';

const quick = { stack: { terminationWaitMinutes: 0 } };

describe('previous', () => {
  test.concurrent(
    'of 1 ok, 2 stopped, 3 live and 4 registered only it is 1, by a deployment that says so',
    () =>
      withRig(quick, async (rig) => {
        const [two, three] = [await register(rig, image('2')), await register(rig, image('3'))];
        await register(rig, image('4'));
        const first = await deployed(rig, rig.stack.taskDefinition, { commit: 'aaaaaaa1' });
        await stoppedOne(rig, two);
        await deployed(rig, three);
        await rig.forget();
        const { exitCode, output, outputs, summary } = await rig.run(ROLLBACK);
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect(outputs).toMatchObject({
          result: 'succeeded',
          'task-definition': 'web:1',
          'previous-task-definition': 'web:3',
        });
        expect(await rig.writes()).toEqual(['CreateDeployment']);
        const made = deploymentOf(rig, outputs['codedeploy-deployment-id']);
        expect(made.description).toBe(
          'ecs-blue-green:octo-org/shop:7000000001.1:deploy web:3 ↩ web:1 commit aaaaaaa by octocat',
        );
        expect(made.revision.content).toBe(appspecOf(rig.stack.taskDefinition));
        expect(output).toContain(`AppSpec: the one of deployment ${first}`);
        expect(summary).toContain('web:3 → web:1');
        expect(await rig.live()).toMatchObject({ revision: 'web:1' });
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'twice in a row goes one further back, and not to the bad one',
    () =>
      withRig(quick, async (rig) => {
        await deployed(rig, rig.stack.taskDefinition);
        for (const tag of ['2', '3']) await deployed(rig, await register(rig, image(tag)));
        const whole = { ...ROLLBACK, 'wait-for': 'completed' };
        const one = await rig.run(whole);
        const two = await rig.run(whole);
        expect([one, two].map(({ outputs }) => outputs['task-definition'])).toEqual(['web:2', 'web:1']);
        expect([one.exitCode, two.exitCode]).toEqual([0, 0]);
        const third = await rig.run(whole);
        expect(third.exitCode).toBe(1);
        expect(errorsOf(third.output)).toContain('no deployment before the current one succeeded');
        expect((await rig.live()).revision).toBe('web:1');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'of deployments that others made, the AppSpec tells the revision; the placeholder of a fresh stack is none',
    () =>
      withRig(quick, async (rig) => {
        const one = await register(rig, image('2'));
        const placeholder = await register(rig, image('3'), { dockerLabels: { [BOOTSTRAP_LABEL]: 'command' } });
        const live = await register(rig, image('4'));
        for (const arn of [one, placeholder, live]) await deployed(rig, arn, { from: null });
        const { exitCode, output, outputs } = await rig.run(ROLLBACK);
        expect([exitCode, errorsOf(output), outputs['task-definition']]).toEqual([0, '', 'web:2']);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'hooks and all is deployed again; an AppSpec that CodeDeploy does not keep is rendered from what is live',
    () =>
      withRig(quick, async (rig) => {
        const hooks = [{ AfterAllowTraffic: 'check' }];
        const [two, three] = [await register(rig, image('2')), await register(rig, image('3'))];
        await deployed(rig, two, { hooks });
        await deployed(rig, three);
        const first = await rig.run({ ...ROLLBACK, 'wait-for': 'completed' });
        expect(deploymentOf(rig, first.outputs['codedeploy-deployment-id']).revision.content).toBe(
          appspecOf(two, hooks),
        );
        rig.sandbox.world.codedeploy.applications.get(rig.stack.application)?.revisions.clear();
        const second = await rig.run({ ...ROLLBACK, 'rollback-to': '3' });
        expect([second.exitCode, errorsOf(second.output)]).toEqual([0, '']);
        expect(second.output).toMatch(/CodeDeploy does not keep the AppSpec of deployment d-\w+ any more/);
        expect(second.output).toContain('AppSpec: rendered from the live service, without hooks');
        expect(second.outputs['appspec']).toContain(three);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'waits in no gate: where the group waits for a word, the rollback goes on by itself',
    () =>
      withRig({ stack: { readyWaitMinutes: 600 } }, async (rig) => {
        await deployed(rig, await register(rig, image('2')));
        await deployed(rig, await register(rig, image('3')));
        const { exitCode, output, outputs } = await rig.run(ROLLBACK);
        expect([exitCode, errorsOf(output), outputs['result']]).toEqual([0, '', 'succeeded']);
        expect(await rig.writes()).toEqual(expect.arrayContaining(['ContinueDeployment']));
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'may not give that word: red, with the statement to add and the command by which somebody else can',
    () =>
      withRig({ stack: { readyWaitMinutes: 600 } }, async (rig) => {
        await deployed(rig, await register(rig, image('2')));
        await deployed(rig, await register(rig, image('3')));
        await rig.fault({ operation: 'ContinueDeployment', kind: 'denied' });
        const { exitCode, output, outputs } = await rig.run(ROLLBACK);
        expect(exitCode).toBe(1);
        expect(errorsOf(output)).toContain('"Action":"codedeploy:ContinueDeployment"');
        const id = outputs['codedeploy-deployment-id'] ?? 'no id';
        expect(errorsOf(output)).toContain(`aws deploy continue-deployment --deployment-id ${id}`);
      }),
    LIMIT_MS,
  );
});

const ECR = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop-web';

describe('a revision by what it is known as', () => {
  /** web:2 and web:3 from ECR by digest, tags v2 and v3; web:4 with web:2's image; live is web:5, from ECR as well. */
  async function imagesIn(rig: Rig): Promise<Record<'v2' | 'v3' | 'v5', string>> {
    const digests = { v2: await putImage(rig, 'v2'), v3: await putImage(rig, 'v3'), v5: await putImage(rig, 'v5') };
    const commits = ['22222222c0', '33333333c0', '4444444fc0', '55555555c0'];
    for (const [index, tag] of (['v2', 'v3', 'v2', 'v5'] as const).entries()) {
      const arn = await register(rig, `${ECR}@${digests[tag]}`, index === 2 ? { command: ['other'] } : {});
      await deployed(rig, arn, { from: `web:${index + 1}`, commit: commits[index] ?? '' });
    }
    await rig.forget();
    return digests;
  }

  test.concurrent(
    'number, tag, digest and commit lead there; several that fit, or none, are refused with what there is',
    () =>
      withRig(quick, async (rig) => {
        const digests = await imagesIn(rig);
        const run = (to: string): ReturnType<Rig['run']> => rig.run({ ...ROLLBACK, 'rollback-to': to });
        const nowhere = await run('v9');
        expect(errorsOf(nowhere.output)).toContain(
          'no deployment that succeeded brought this commit or tag to production',
        );
        expect(errorsOf(nowhere.output)).toMatch(
          /What there is: web:4 \(\d+ s ago, commit 4444444, by hubot, image shop-web@sha256:/,
        );
        const twice = await run(digests.v2);
        expect(errorsOf(twice.output)).toMatch(/2 revisions fit: web:4 \(.*; web:2 \(/);
        expect([nowhere.exitCode, twice.exitCode, await rig.writes()]).toEqual([1, 1, []]);
        const same = await run('v5');
        expect([same.exitCode, same.outputs['task-definition'], await rig.writes()]).toEqual([0, 'web:5', []]);
        expect((await run('v3')).outputs).toMatchObject({ result: 'succeeded', 'task-definition': 'web:3' });
        await settled(rig);
        expect((await run('4444444fc0ffee')).outputs).toMatchObject({
          result: 'succeeded',
          'task-definition': 'web:4',
        });
        await settled(rig);
        expect((await run(digests.v3)).outputs).toMatchObject({ 'task-definition': 'web:3' });
        await settled(rig);
        expect((await run('5')).outputs).toMatchObject({ 'task-definition': 'web:5' });
      }),
    LIMIT_MS,
  );

  const settled = async (rig: Rig): Promise<void> => {
    await allOver(rig);
    await rig.steady();
  };

  test.concurrent(
    'one that was never deployed: a warning, and an AppSpec from what is live',
    () =>
      withRig(quick, async (rig) => {
        await register(rig, image('2'));
        const { exitCode, output, outputs } = await rig.run({ ...ROLLBACK, 'rollback-to': 'web:2' });
        expect([exitCode, outputs['result'], outputs['task-definition']]).toEqual([0, 'succeeded', 'web:2']);
        expect(warningsOf(output)).toContain('No deployment of this group is known that brought web:2 to production');
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'that is live: green, and nothing is done',
    () =>
      withRig(quick, async (rig) => {
        const { exitCode, output, outputs } = await rig.run({ ...ROLLBACK, 'rollback-to': rig.stack.taskDefinition });
        expect([exitCode, outputs['result'], await rig.writes()]).toEqual([0, 'succeeded', []]);
        expect(output).toContain('\nweb:1 takes the production traffic already; nothing was deployed.');
      }),
    LIMIT_MS,
  );
});

describe('refused before anything is written', () => {
  test.concurrent(
    'inactive, image gone and port not there, all at once, with the candidates that are left',
    () =>
      withRig(quick, async (rig) => {
        const digest = await putImage(rig, 'gone');
        const bad = await register(rig, `${ECR}@${digest}`, { portMappings: [{ containerPort: 9090 }] });
        await deployed(rig, rig.stack.taskDefinition, { commit: '1111111' });
        await deployed(rig, await register(rig, image('3')));
        const { clients, stack } = rig;
        await clients.ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: bad }));
        await clients.ecr.send(
          new BatchDeleteImageCommand({ repositoryName: stack.repository, imageIds: [{ imageDigest: digest }] }),
        );
        await rig.forget();
        const { exitCode, output, outputs } = await rig.run({ ...ROLLBACK, 'rollback-to': '2' });
        const errors = errorsOf(output);
        expect([exitCode, await rig.writes(), outputs]).toEqual([1, [], {}]);
        expect(errors).toContain('it is INACTIVE');
        expect(errors).toContain('does not have');
        expect(errors).toContain("port 8080 of container 'app', and this revision maps only 9090");
        expect(errors).toContain('What there is: web:1 (');
        expect(errors).not.toContain('web:2 (');
      }),
    LIMIT_MS,
  );

  test.concurrent.each([
    ['previous', {}, 'no deployment before the current one succeeded'],
    ['a revision that there is not', { 'rollback-to': '99' }, 'ECS does not know this task definition'],
    ['wait-for: test-ready', { 'wait-for': 'test-ready' }, "Input 'wait-for': received"],
  ])(
    '%s, where there is nothing of the kind',
    (_, inputs, why) =>
      withRig(quick, async (rig) => {
        const { exitCode, output } = await rig.run({ ...ROLLBACK, ...inputs });
        expect([exitCode, await rig.writes()]).toEqual([1, []]);
        expect(errorsOf(output)).toContain(why);
      }),
    LIMIT_MS,
  );
});

describe('alarms and configuration', () => {
  const alarmed = { stack: { terminationWaitMinutes: 0, alarms: ['errors'] } };

  async function twoDeployed(rig: Rig): Promise<void> {
    await deployed(rig, await register(rig, image('2')));
    await deployed(rig, await register(rig, image('3')));
    await rig.forget();
  }

  test.concurrent(
    'an alarm in ALARM is named, and fails it; ignore-alarms lets the fix through',
    () =>
      withRig(alarmed, async (rig) => {
        await twoDeployed(rig);
        const metric = { MetricName: 'Errors', Namespace: 'Shop', Statistic: 'Sum' as const, Period: 60 };
        const threshold = { Threshold: 1, EvaluationPeriods: 1, ComparisonOperator: 'GreaterThanThreshold' as const };
        await rig.clients.cloudwatch.send(new PutMetricAlarmCommand({ AlarmName: 'errors', ...metric, ...threshold }));
        await rig.alarm('errors', 'ALARM');
        const first = await rig.run(ROLLBACK);
        expect(first.exitCode).toBe(1);
        expect(warningsOf(first.output)).toContain('An alarm of the deployment group in ALARM: errors');
        await allOver(rig);
        const inputs = { 'ignore-alarms': 'true', 'codedeploy-deployment-config': 'CodeDeployDefault.ECSAllAtOnce' };
        const second = await rig.run({ ...ROLLBACK, ...inputs });
        expect([second.exitCode, warningsOf(second.output), second.outputs['task-definition']]).toEqual([
          0,
          '',
          'web:2',
        ]);
        const made = deploymentOf(rig, second.outputs['codedeploy-deployment-id']);
        expect([made.options.alarmsEnabled, made.configName]).toEqual([false, 'CodeDeployDefault.ECSAllAtOnce']);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'that may not be read are one warning, with the statement',
    () =>
      withRig({ ...alarmed, faults: [{ operation: 'DescribeAlarms', kind: 'denied' }] }, async (rig) => {
        await twoDeployed(rig);
        const { exitCode, output } = await rig.run(ROLLBACK);
        expect(exitCode).toBe(0);
        expect(warningsOf(output)).toMatch(
          /^Whether alarms .* \{"Effect":"Allow","Action":"cloudwatch:DescribeAlarms","Resource":"\*"\}$/,
        );
      }),
    LIMIT_MS,
  );
});
