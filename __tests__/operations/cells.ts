/** Holds the built step to one row of the table. */
import { describe, expect, test } from '@jest/globals';
import { annotations } from '../e2e/rig.ts';
import { act, type Seen } from './operator.ts';
import { JUMPS } from './runs.ts';
import { OTHER_RUN, type Scene, withScene } from './scene.ts';
import { deploymentOf, STAGES } from './stages.ts';
import { TABLE } from './table.ts';
import { type End, isPossible, type Possible } from './table/cell.ts';
import { type Action, ACTIONS, type Phase, phases, PHASES } from './table/names.ts';

/** With two cores and others at work on them. */
const LIMIT_MS = 180_000;

export function provesRow(action: Action): void {
  describe(ACTIONS[action], () => {
    const cells = phases.flatMap((phase): [string, Phase, Possible][] => {
      const cell = TABLE[action][phase];
      return isPossible(cell) ? [[PHASES[phase].name, phase, cell]] : [];
    });
    test.concurrent.each(cells)('%s', (_words, phase, cell) => proves(action, phase, cell), LIMIT_MS);
  });
}

async function proves(action: Action, phase: Phase, cell: Possible): Promise<void> {
  await withScene(STAGES[phase], action === 'timeout' ? JUMPS : {}, async (scene) => {
    const seen = await act(scene, action, cell.waits === true);
    try {
      expect(told(seen)).toEqual(expected(action, cell));
      expectIds(scene, seen);
      // The runner reads the commands of each process by themselves: one that was killed may have left them stopped.
      const acting = seen.other ? [seen.other.output] : [seen.first.output, seen.first.postOutput];
      if (cell.says !== undefined) expect(acting.map(said).join('\n')).toMatch(cell.says);
    } catch (error) {
      throw new Error(`${String(error)}\n${outputsOf(seen)}`, { cause: error });
    }
  });
}

interface Told extends Pick<Seen, 'writes' | 'production' | 'signals'> {
  readonly first: End;
  readonly post: number | null;
  readonly other: End | null;
}

function told({ writes, production, signals, first, other }: Seen): unknown {
  const end = ({ exitCode, outputs }: Seen['first']): unknown => ({ exit: exitCode, result: outputs['result'] ?? '' });
  const post = first.postExitCode;
  return { writes, production, signals, first: end(first), post, other: other && end(other) };
}

/** The ids that a later job works with, of runs that came to a verdict. */
function expectIds({ deployment, rig }: Scene, { first, other }: Seen): void {
  const all = [...rig.sandbox.world.codedeploy.deployments.values()];
  const own = deployment();
  const back = all.find(({ rollback }) => rollback?.triggeringId === own?.id);
  for (const run of [first, other]) {
    if (run?.outputs['result'] === 'rolled-back') expect(run.outputs['rollback-deployment-id']).toBe(back?.id);
  }
  const named = 'codedeploy-deployment-id';
  if (isVerdict(first)) expect(first.outputs[named]).toBe(own?.id);
  if (other === null || !isVerdict(other)) return;
  // One that made no deployment names the one that it acted on, or the rollback that it followed.
  const made = deploymentOf(all, OTHER_RUN);
  expect(made === undefined ? [own?.id, back?.id] : [made.id]).toContain(other.outputs[named]);
}

const isVerdict = ({ outputs }: Seen['first']): boolean =>
  ['succeeded', 'rolled-back', 'stopped', 'timed-out'].includes(outputs['result'] ?? '');

const SIGNALS: Readonly<Partial<Record<Action, Seen['signals']>>> = {
  // In good time: no other signal was needed.
  cancel: ['SIGINT'],
  kill: ['SIGKILL'],
  timeout: ['SIGUSR2'],
};

function expected(action: Action, { writes, production, first, other }: Possible): Told {
  return { writes, production, signals: SIGNALS[action] ?? [], first, post: 0, other: other ?? null };
}

const said = (output: string): string =>
  [...annotations('error', output), ...annotations('warning', output)].join('\n');

function outputsOf({ first, other }: Seen): string {
  const readable = (text: string): string => text.replaceAll(/^::(?:debug|add-mask)::.*\n/gm, '');
  return [
    `first:\n${readable(first.output)}`,
    `its post:\n${first.postOutput}`,
    other === null ? '' : `other:\n${readable(other.output)}`,
  ].join('\n');
}
