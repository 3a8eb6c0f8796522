/** Another deployment of the group is in the way: each setting, in each phase of the other one. */
import { describe, expect, test } from '@jest/globals';
import { type Phase } from '../../sandbox/world/codedeploy.ts';
import { type ActionResult } from '../../scripts/runner/run-action.ts';
import { deploymentOf, deploymentsOf, go, inPhase, startAnother, stop } from './another.ts';
import {
  DIGEST_ELSEWHERE,
  ELSEWHERE,
  errorsOf,
  LIMIT_MS,
  type Rig,
  type RigOptions,
  type Run,
  withRig,
} from './rig.ts';

const CANARY = 'CodeDeployDefault.ECSCanary10Percent15Minutes';
const DEPLOYED = ['RegisterTaskDefinition', 'CreateDeployment'];
const STOP = 'StopDeployment';
const END_WAIT = 'ContinueDeployment';

/** Does `work` once, as soon as the log matches. */
function when(pattern: RegExp, work: () => unknown): Run {
  let told = '';
  let done = false;
  return {
    onOutput: (text) => {
      told += text;
      if (done || !pattern.test(told)) return;
      done = true;
      void work();
    },
  };
}

/** Brings another deployment to a phase, and what lets it go on from there by itself, when the step has seen it. */
interface Place {
  readonly rig?: RigOptions;
  readonly phase: Phase;
  readonly config?: string;
  /** The deployment that the step meets there, where it is not that one itself. */
  readonly then?: (rig: Rig, id: string) => Promise<string>;
  readonly goesOn?: (rig: Rig, id: string) => unknown;
}

const soon = { stack: { terminationWaitMinutes: 1 } };
const PLACES = {
  created: { phase: 'Created', rig: { ...soon, settings: { createdMs: 150_000 } } },
  installing: { phase: 'Install', rig: { ...soon, settings: { taskStartMs: 150_000 } } },
  canary: { phase: 'AllowTraffic', config: CANARY, rig: soon },
  ready: {
    phase: 'ReadyWait',
    rig: { stack: { terminationWaitMinutes: 1, readyWaitMinutes: 2880 } },
    goesOn: (rig: Rig, id: string) => go(rig, id, 'READY_WAIT'),
  },
  terminating: {
    phase: 'TerminationWait',
    rig: { stack: { terminationWaitMinutes: 2880 } },
    goesOn: (rig: Rig, id: string) => go(rig, id, 'TERMINATION_WAIT'),
  },
  'rolling back': {
    phase: 'AllowTraffic',
    config: CANARY,
    rig: soon,
    then: async (rig: Rig, id: string) => {
      await rig.settings({ createdMs: 150_000 });
      await stop(rig, id);
      await rig.settings({ createdMs: 1_000 });
      return deploymentsOf(rig).at(-1)?.id ?? '';
    },
  },
} satisfies Record<string, Place>;

interface Meeting extends ActionResult {
  /** What the step has sent; what the test itself lets the other one go on with, left out. */
  readonly writes: readonly string[];
  readonly other: string;
}

async function meet(rig: Rig, place: Place, inputs: Readonly<Record<string, string>>): Promise<Meeting> {
  const more = place.config === undefined ? {} : { deploymentConfigName: place.config };
  const first = await startAnother(rig, 'a colleague’s', more);
  await inPhase(rig, first, place.phase);
  const other = (await place.then?.(rig, first)) ?? first;
  await rig.forget();
  let letOn = 0;
  const waits = when(/Waiting until/, () => {
    if (place.goesOn === undefined || inputs['if-deployment-in-progress'] !== 'wait') return;
    letOn += 1;
    void place.goesOn(rig, other);
  });
  const result = await rig.run({ image: DIGEST_ELSEWHERE, 'wait-for': 'none', ...inputs }, waits);
  const writes = await rig.writes();
  return { ...result, writes: letOn > 0 ? writes.filter((name) => name !== END_WAIT) : writes, other };
}

describe('another deployment is met', () => {
  const waited = { writes: DEPLOYED, other: 'Succeeded' };
  const stopped = { writes: [STOP, ...DEPLOYED], other: 'Stopped' };
  const ended = { writes: [END_WAIT, ...DEPLOYED], other: 'Succeeded' };
  test.concurrent.each<[keyof typeof PLACES, string, { writes: readonly string[]; other: string }]>([
    ['created', 'wait', waited],
    ['installing', 'wait', waited],
    ['canary', 'wait', waited],
    ['ready', 'wait', waited],
    ['terminating', 'wait', waited],
    ['rolling back', 'wait', waited],
    ['created', 'finish', ended],
    ['installing', 'finish', ended],
    ['canary', 'finish', ended],
    ['terminating', 'finish', ended],
    ['rolling back', 'finish', waited],
    ['created', 'replace', stopped],
    ['installing', 'replace', stopped],
    ['canary', 'replace', stopped],
    ['ready', 'replace', stopped],
    ['terminating', 'replace', ended],
    ['rolling back', 'replace', waited],
  ])(
    '%s, with %s: then this one is deployed',
    (name, policy, expected) => {
      const place: Place = PLACES[name];
      // A wait that the step is to end would end by itself on the fast clock.
      const stack = { ...place.rig?.stack, ...(expected === ended ? { terminationWaitMinutes: 2880 } : {}) };
      return withRig({ ...place.rig, stack }, async (rig) => {
        const { exitCode, output, outputs, writes, other } = await meet(rig, place, {
          'if-deployment-in-progress': policy,
        });
        expect([exitCode, errorsOf(output)]).toEqual([0, '']);
        expect({ writes, other: deploymentOf(rig, other).status }).toEqual(expected);
        expect(output).toContain(`Deployment ${other} of this group is in progress: `);
        expect(output).toContain(`(if-deployment-in-progress: ${policy})`);
        expect(deploymentsOf(rig).at(-1)?.id).toBe(outputs['codedeploy-deployment-id']);
      });
    },
    LIMIT_MS,
  );

  test.concurrent.each(Object.keys(PLACES) as (keyof typeof PLACES)[])(
    '%s, with fail: refused before anything is written, and left alone',
    (name) => {
      const place: Place = PLACES[name];
      return withRig(place.rig ?? {}, async (rig) => {
        const { exitCode, output, writes, other } = await meet(rig, place, { 'if-deployment-in-progress': 'fail' });
        expect([exitCode, writes]).toEqual([1, []]);
        expect(errorsOf(output)).toMatch(new RegExp(`deployment ${other}.* is \\w+ since .* one deployment at a time`));
        expect(output).not.toContain('::warning');
      });
    },
    LIMIT_MS,
  );
});

test.concurrent(
  'a rollback of this action is met, with replace: it is not stopped, and this one is deployed when it has ended',
  () =>
    withRig({ stack: { terminationWaitMinutes: 2880 }, settings: { taskStartMs: 150_000 } }, async (rig) => {
      const other = await startAnother(rig, 'ecs-blue-green:octo-org/shop:6000000001.1:undo web:2 ↩ web:1');
      await inPhase(rig, other, 'Install');
      await rig.forget();
      const inputs = { image: DIGEST_ELSEWHERE, 'wait-for': 'none', 'if-deployment-in-progress': 'replace' };
      const { exitCode, output } = await rig.run(inputs);
      expect([exitCode, await rig.writes()]).toEqual([0, [END_WAIT, ...DEPLOYED]]);
      expect(output).toContain('is a rollback, which is not stopped');
      expect(deploymentOf(rig, other).status).toBe('Succeeded');
    }),
  LIMIT_MS,
);

describe('whose it is', () => {
  test.concurrent(
    'another run: its number, attempt, job, repository, who started it, and what it brings',
    () =>
      withRig(soon, async (rig) => {
        const env = { GITHUB_RUN_ID: '6000000001', GITHUB_ACTOR: 'hubot' };
        const first = await rig.run({ image: ELSEWHERE, 'wait-for': 'none' }, { env });
        const { output, exitCode } = await rig.run({ image: DIGEST_ELSEWHERE, 'wait-for': 'none' });
        expect(exitCode).toBe(0);
        expect(output).toContain(
          `Deployment ${first.outputs['codedeploy-deployment-id'] ?? 'no id'} of this group is in progress: ` +
            'started by run 6000000001, attempt 1, job deploy of octo-org/shop, by hubot, brings web:2.',
        );
        expect(output).toMatch(/It .*\(\w+\)\. Waiting until it has ended, for 31 min at most/);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'a pipeline’s or a person’s: by its description, and without one as not of this action',
    () =>
      withRig(soon, async (rig) => {
        await startAnother(rig, 'release 7 of the pipeline');
        const described = await rig.run({ image: DIGEST_ELSEWHERE, 'wait-for': 'completed' });
        expect(described.output).toContain('not started by this action, described as "release 7 of the pipeline".');
        await startAnother(rig, '');
        const bare = await rig.run({ image: ELSEWHERE, 'wait-for': 'none' });
        expect(bare.output).toMatch(/is in progress: not started by this action\.$/m);
        expect([described.exitCode, bare.exitCode]).toEqual([0, 0]);
      }),
    LIMIT_MS,
  );

  test.concurrent(
    'a rollback by CodeDeploy: with what it takes back',
    () =>
      withRig(soon, async (rig) => {
        const { output } = await meet(rig, PLACES['rolling back'], {});
        const [first] = deploymentsOf(rig);
        expect(output).toContain(`a rollback that CodeDeploy started for deployment ${first?.id ?? 'none'}`);
        expect(output).toContain('It returns the traffic to the original tasks (');
      }),
    LIMIT_MS,
  );
});
