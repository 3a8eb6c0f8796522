import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { clientsFor } from '../../../scripts/rehearsal/clients.ts';
import { deployImage } from '../deploy-image.ts';
import { failures, launchService, lookOf, outputsOf, sharesOf } from './service-launch.ts';
import { type Stage, startStage } from './stage.ts';

const MINUTE = 60_000;

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.close());

const names = { application: 'AppECS-shop-shop', group: 'DgpECS-shop-shop', service: 'shop' };
const deploy = (): Promise<string> => deployImage(clientsFor(stage.url), names, 'shop:v2');
const status = async (deploymentId: string) =>
  (await stage.codedeploy.getDeployment({ deploymentId })).deploymentInfo?.status;

describe('service.yml as a trial', () => {
  beforeEach(() => launchService(stage));

  test('is a steady service under CODE_DEPLOY behind its listeners', async () => {
    expect(await failures(stage)).toEqual([]);
    expect(await stage.status()).toBe('CREATE_COMPLETE');
    const { services } = await stage.ecs.describeServices({ cluster: 'shop', services: ['shop'] });
    expect(services?.[0]).toMatchObject({
      status: 'ACTIVE',
      deploymentController: { type: 'CODE_DEPLOY' },
      desiredCount: 1,
      runningCount: 1,
      propagateTags: 'SERVICE',
      taskSets: [{ status: 'PRIMARY', stabilityStatus: 'STEADY_STATE' }],
    });
  });

  test('has the deployment group that its outputs name', async () => {
    const outputs = await outputsOf(stage);
    const { deploymentGroupInfo } = await stage.codedeploy.getDeploymentGroup({
      applicationName: outputs['Application'],
      deploymentGroupName: outputs['DeploymentGroup'],
    });
    expect(outputs).toMatchObject({ Cluster: 'shop', Application: names.application, DeploymentGroup: names.group });
    expect(deploymentGroupInfo).toMatchObject({
      ecsServices: [{ clusterName: 'shop', serviceName: 'shop' }],
      deploymentConfigName: outputs['DeploymentConfig'],
      loadBalancerInfo: {
        targetGroupPairInfoList: [
          {
            targetGroups: [{ name: outputs['BlueTargetGroup'] }, { name: outputs['GreenTargetGroup'] }],
            prodTrafficRoute: { listenerArns: [outputs['ProductionListenerArn']] },
            testTrafficRoute: { listenerArns: [outputs['TestListenerArn']] },
          },
        ],
      },
      autoRollbackConfiguration: { enabled: true },
      alarmConfiguration: { enabled: true },
    });
  });

  test('the step takes it for what it is, by cluster and service alone', async () => {
    const { plan, refusals } = await lookOf(stage);
    expect(refusals).toEqual([]);
    expect(plan?.target.group).toMatchObject({ application: names.application, name: names.group });
  });

  test('a deployment moves production to the other group, by a canary, and ends the first tasks', async () => {
    const outputs = await outputsOf(stage);
    const shares = () => sharesOf(stage, outputs['ProductionListenerArn'], outputs);
    expect(shares()).toEqual({ blue: 100 });
    const id = await deploy();
    await stage.pass(2 * MINUTE);
    expect(shares()).toEqual({ blue: 90, green: 10 });
    await stage.pass(8 * MINUTE);
    expect(shares()).toEqual({ green: 100 });
    await stage.pass(120 * MINUTE);
    expect(await status(id)).toBe('Succeeded');
    const { plan } = await lookOf(stage);
    expect(plan?.target.live.arn).toMatch(/task-definition\/shop:2$/);
  });
});
