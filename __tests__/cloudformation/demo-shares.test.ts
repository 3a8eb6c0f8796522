/**
 * Two wrong wires that neither the stack nor CodeDeploy nor the step can see, since each looks at the listener that the
 * deployment group names: the demo looks at the one that the stack's outputs give to people.
 */
import { describe, expect, test } from '@jest/globals';
import { startSandbox } from '../../sandbox/server.ts';
import { watchShares, wrongShift } from '../../scripts/demo/shares.ts';
import { awsEnvironment, clientsFor } from '../../scripts/rehearsal/clients.ts';
import { launch } from '../../scripts/rehearsal/launch.ts';
import { readLive, readShares } from '../../scripts/rehearsal/live.ts';
import { putManifest } from '../../scripts/rehearsal/manifest.ts';
import { runAction } from '../../scripts/runner/run-action.ts';
import { type Edit, serviceTemplate, trial } from '../sandbox/cloudformation/service-launch.ts';

const LIMIT_MS = 90_000;
const PAIR = ['DeploymentGroup', 'Properties', 'LoadBalancerInfo', 'TargetGroupPairInfoList', 0] as const;
const route = (of: 'Prod' | 'Test', listener: string): Edit => [
  [...PAIR, `${of}TrafficRoute`, 'ListenerArns'],
  [{ Ref: listener }],
];

/** Deploys to a stack with these faults, and gives what the demo says of the production listener. */
async function deployed(
  edits: readonly Edit[],
): Promise<{ readonly exitCode: number | null; readonly wrong: string | null }> {
  const sandbox = await startSandbox({ speed: 60, registry: 'none', settings: { stackResourceMs: 1 } });
  try {
    const clients = clientsFor(sandbox.url);
    const outputs = await launch(clients.cloudformation, {
      stackName: 'shop',
      template: serviceTemplate(edits),
      parameters: { ...trial, TrafficShift: 'Linear', ShiftPercent: '25', ShiftMinutes: '1' },
    });
    const place = {
      cluster: 'shop',
      service: 'shop',
      targetGroups: [{ name: outputs['BlueTargetGroup'] ?? '' }, { name: outputs['GreenTargetGroup'] ?? '' }],
      productionListener: outputs['ProductionListenerArn'] ?? '',
    };
    await putManifest(clients.ecr, 'shop', 'v2');
    const watch = watchShares(() => readShares(clients, place));
    const inputs = { cluster: 'shop', service: 'shop', image: 'shop:v2', 'wait-max-delay-seconds': '1' };
    const { exitCode } = await runAction({ inputs, env: awsEnvironment(sandbox.url) });
    const { targetGroup } = await readLive(clients, place);
    return { exitCode, wrong: wrongShift(await watch.stop(), targetGroup, true) };
  } finally {
    await sandbox.close();
  }
}

describe('the production listener of the outputs during a deployment', () => {
  test.concurrent.each<[string, Edit[], RegExp | null]>([
    ['as the template has it', [], null],
    [
      'production and test listener crossed',
      [route('Prod', 'TestListener'), route('Test', 'ProductionListener')],
      /^the traffic should have moved by and by, and the production listener gave \S+ 0 %, 100 %$/,
    ],
    ['the test listener on both routes', [route('Prod', 'TestListener')], /^the production listener does not lead to /],
  ])(
    '%s',
    async (_case, edits, wrong) => {
      const found = await deployed(edits);
      expect(found.exitCode).toBe(0);
      if (wrong === null) expect(found.wrong).toBeNull();
      else expect(found.wrong).toMatch(wrong);
    },
    LIMIT_MS,
  );
});
