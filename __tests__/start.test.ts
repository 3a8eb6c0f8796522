/** What is in the state before CreateDeployment is sent, and what a cancel does to a call that is on its way. */
import { expect, test } from '@jest/globals';
import { type Engine, type StartRequest } from '../src/engine/engine.ts';
import { Interruption } from '../src/ports/signals.ts';
import { remembered } from '../src/remember.ts';
import { start, type Starting } from '../src/start.ts';
import { recordedRun, type RecordedRun } from './recorded.ts';
import { inputs, LIVE, world } from './target/fake-aws.ts';
import { judge } from './target/judge.ts';
import { FakeClock } from './watch/fake-clock.ts';

const TO = LIVE.replace(/12$/, '13');
const request: StartRequest = {
  ...{ application: 'AppECS-shop-web', group: 'DgpECS-shop-web', config: 'CodeDeployDefault.ECSAllAtOnce' },
  ...{ appspec: { content: '{}', sha256: 'ab12' }, description: 'm web:12 → web:13', marker: 'm' },
};

interface Begun {
  readonly run: RecordedRun;
  readonly clock: FakeClock;
  readonly id: Promise<string>;
}

async function begin(
  answer: (run: RecordedRun) => Promise<string>,
  signal = new AbortController().signal,
  control: Starting['control'] = { onCancel: 'leave' },
): Promise<Begun> {
  const { target } = await judge(world(), inputs());
  const clock = new FakeClock();
  const run = recordedRun();
  const no = (): never => {
    throw new Error('only started');
  };
  const engine: Engine = { start: () => answer(run), observe: no, stop: no, promote: no };
  const starting = {
    engine,
    request,
    target,
    region: 'eu-west-1',
    from: LIVE,
    to: TO,
    control,
  };
  return { run, clock, id: start(starting, { clock, runner: run.runner, signal }) };
}

test('all that post needs is there when the call is sent', async () => {
  let known: unknown;
  const { id, clock } = await begin(({ runner }) => {
    known = remembered(runner);
    return Promise.resolve('d-OURS00001');
  });
  expect(await clock.run(id)).toBe('d-OURS00001');
  expect(known).toMatchObject({
    ...{ region: 'eu-west-1', application: expect.any(String), group: expect.any(String), ecsTarget: 'shop:web' },
    ...{ cluster: 'shop', service: 'web', from: LIVE, to: TO, onCancel: 'leave' },
    search: { marker: 'm', sha256: 'ab12', since: expect.any(Number) },
  });
});

test('a cancelled call that is answered soon gives its id, so that the run itself can stop it', async () => {
  const signal = AbortSignal.abort(new Interruption('cancelled'));
  const { id, clock } = await begin(() => Promise.resolve('d-OURS00001'), signal);
  expect(await clock.run(id)).toBe('d-OURS00001');
});

test('a cancelled call that is not answered is left to post after two seconds', async () => {
  const never = new Promise<never>(() => undefined);
  const { id, clock, run } = await begin(() => never, AbortSignal.abort(new Interruption('cancelled')));
  const begun = clock.now();
  await expect(clock.run(id)).rejects.toThrow(/while CreateDeployment was on its way[^]*post phase/);
  expect(clock.now() - begun).toBe(2_000);
  expect([run.outputs['result'], remembered(run.runner)]).toEqual(['interrupted', expect.anything()]);
});

test('a cancel between two attempts does not say that nothing was started: the answer to the first was lost', async () => {
  const interruption = new Interruption('cancelled');
  const { id, clock, run } = await begin(() => Promise.reject(interruption), AbortSignal.abort(interruption));
  await expect(clock.run(id)).rejects.toThrow(/whether there is a deployment is not known[^]*`on-cancel`/);
  expect(run.outputs['result']).toBe('interrupted');
});

test('of a rollback post stops nothing, and that is said', async () => {
  const never = new Promise<never>(() => undefined);
  const { id, clock } = await begin(() => never, AbortSignal.abort(new Interruption('cancelled')), null);
  await expect(clock.run(id)).rejects.toThrow(/a rollback is not stopped/);
});
