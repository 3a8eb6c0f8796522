/** Runs `mode: plan`, and holds every one of these runs to it that it only reads. */
import { expect } from '@jest/globals';
import { LARGEST } from '../../src/preview/bounded.ts';
import { type PlanOutput } from '../../src/preview/output.ts';
import { type ActionResult } from '../../scripts/runner/run-action.ts';
import { type Rig, type Run } from './rig.ts';

export interface Planned<Of extends PlanOutput['of'] = 'deploy'> extends ActionResult {
  readonly plan: Extract<PlanOutput, { readonly of: Of }>;
}

export const READ = /^(?:Describe|Get|List|BatchGet)[A-Z]/;

export async function planned<Of extends PlanOutput['of'] = 'deploy'>(
  rig: Rig,
  inputs: Readonly<Record<string, string>>,
  more: Run = {},
): Promise<Planned<Of>> {
  await rig.forget();
  const { ecs, codedeploy } = rig.sandbox.world;
  const before = [ecs.taskDefinitions.size, codedeploy.deployments.size];
  const result = await rig.run({ mode: 'plan', ...inputs }, more);
  const calls = await rig.calls();
  expect(calls.filter((name) => !READ.test(name))).toEqual([]);
  expect(calls).not.toContain('GetAuthorizationToken');
  expect([ecs.taskDefinitions.size, codedeploy.deployments.size]).toEqual(before);
  expect([result.postExitCode, result.postOutput]).toEqual([0, '']);
  const text = result.outputs['plan'] ?? '';
  expect(text.length).toBeLessThanOrEqual(LARGEST);
  return { ...result, plan: JSON.parse(text) as Planned<Of>['plan'] };
}
