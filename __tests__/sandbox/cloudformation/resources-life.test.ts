/** What becomes of service.yml's resources after the launch: shared listeners, HTTPS, updates, deletion. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { clientsFor } from '../../../scripts/rehearsal/clients.ts';
import { deployImage } from '../deploy-image.ts';
import { changeService, launchService, lookOf, outputsOf, sharesOf } from './service-launch.ts';
import { type Stage, startStage } from './stage.ts';

const MINUTE = 60_000;
const CERTIFICATE = 'arn:aws:acm:eu-west-1:123456789012:certificate/1b2c';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

const deploy = (): Promise<string> =>
  deployImage(
    clientsFor(stage.url),
    { application: 'AppECS-shop-shop', group: 'DgpECS-shop-shop', service: 'shop' },
    'shop:v2',
  );

describe('after a deployment', () => {
  beforeEach(async () => {
    await launchService(stage);
    await deploy();
    await stage.pass(120 * MINUTE);
  });
  const shares = async () => {
    const outputs = await outputsOf(stage);
    return sharesOf(stage, outputs['ProductionListenerArn'], outputs);
  };

  test('an edit that reaches no listener leaves traffic where it is', async () => {
    expect(await shares()).toEqual({ green: 100 });
    await changeService(stage, { MaxTasks: '8', AlarmErrorPercent: '7' });
    expect(await stage.status()).toBe('UPDATE_COMPLETE');
    expect(await shares()).toEqual({ green: 100 });
  });

  test('a certificate alone brings production back to the empty group; with LiveColor it stays, on HTTPS', async () => {
    const certificate = { CertificateArn: CERTIFICATE, LiveColorCheckedFor: CERTIFICATE };
    await changeService(stage, { ...certificate, LiveColor: 'green' });
    expect(await stage.status()).toBe('UPDATE_COMPLETE');
    expect(await shares()).toEqual({ green: 100 });
    const { ProductionListenerArn = '' } = await outputsOf(stage);
    const { Listeners } = await stage.elb.describeListeners({ ListenerArns: [ProductionListenerArn] });
    expect(Listeners?.[0]).toMatchObject({
      Port: 443,
      Protocol: 'HTTPS',
      Certificates: [{ CertificateArn: CERTIFICATE }],
    });
    expect((await lookOf(stage)).refusals).toEqual([]);
    await changeService(stage, certificate);
    expect(await shares()).toEqual({ blue: 100 });
    expect((await lookOf(stage)).refusals.map(({ tried }) => tried)).toEqual(['find production behind its listener']);
  });

  test('deletion takes everything but the image repository', async () => {
    await stage.cfn.deleteStack({ StackName: 'shop' });
    await stage.pass(30 * MINUTE);
    const { ecs, elb, codedeploy, autoscaling, cloudwatch, logs, ecr } = stage.sandbox.world;
    expect([...ecs.services.values(), ...ecs.clusters.values()].map(({ status }) => status)).toEqual([
      'INACTIVE',
      'INACTIVE',
    ]);
    const left = {
      ...elb,
      applications: codedeploy.applications,
      targets: autoscaling.targets,
      alarms: cloudwatch.alarms,
    };
    expect(Object.entries({ ...left, groups: logs.groups }).filter(([, map]) => map.size > 0)).toEqual([]);
    expect([...ecr.repositories.keys()]).toEqual(['shop']);
  });
});
