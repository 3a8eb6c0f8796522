/** While the old tasks are there, a rollback is three calls to AWS: the stop, and a look at each of the two deployments. */
import { describe, expect, test } from '@jest/globals';
import { type CallRecord } from '../../sandbox/control/calls.ts';
import { type Deployment } from '../../sandbox/world/codedeploy.ts';
import { errorsOf, LIMIT_MS, type Rig } from '../e2e/rig.ts';
import { startRun } from './runs.ts';
import { FIRST_RUN, OTHER_RUN, withScene } from './scene.ts';
import { left, STAGES } from './stages.ts';
import { type Phase, PHASES } from './table/names.ts';

const phases: readonly Phase[] = ['installing', 'ready', 'canary', 'finishing', 'terminating'];

describe('a rollback while the old tasks are there', () => {
  test.concurrent.each(phases.map((phase) => [PHASES[phase].name, phase] as const))(
    '%s: production is known to be back with the third call after the reads',
    (_name, phase) =>
      withScene(left(STAGES[phase]), {}, async ({ rig, first, production }) => {
        expect((await first.result).exitCode).toBe(0);
        await rig.forget();
        const env = { GITHUB_RUN_ID: OTHER_RUN };
        const { output, outputs } = await startRun(rig, { mode: 'rollback' }, { env }).result;
        expect([errorsOf(output), outputs['result'], await production()]).toEqual(['', 'succeeded', 'before']);
        const calls = await untilKnown(rig);
        expect(calls.map(({ operation }) => operation)).toEqual(['StopDeployment', 'GetDeployment', 'GetDeployment']);
      }),
    LIMIT_MS,
  );
});

/** From StopDeployment to the first answer that tells the end of the rollback deployment. */
async function untilKnown(rig: Rig): Promise<readonly CallRecord[]> {
  const records = await rig.callRecords();
  const rollback = rollbackOf(rig);
  const from = records.findIndex(({ operation }) => operation === 'StopDeployment');
  for (let at = from + 1; from >= 0 && at < records.length; at += 1) {
    const { id, operation } = records[at] ?? { id: 0, operation: '' };
    if (operation !== 'GetDeployment') continue;
    const answer = await (await fetch(`${rig.url}/_sandbox/calls/${id}`)).text();
    if (answer.includes(rollback?.id ?? 'none') && /\\"status\\":\s*\\"Succeeded\\"/.test(answer))
      return records.slice(from, at + 1);
  }
  throw new Error(`No call told the end of the rollback: ${records.map(({ operation }) => operation).join(', ')}`);
}

function rollbackOf({ sandbox }: Rig): Deployment | undefined {
  const all = [...sandbox.world.codedeploy.deployments.values()];
  const own = all.find(({ description }) => description?.includes(`:${FIRST_RUN}.`));
  return all.find(({ rollback }) => rollback?.triggeringId === own?.id);
}
