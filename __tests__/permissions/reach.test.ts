/** What is derived from small programs: calls are found behind ports, imports and branches, and none that is not made. */
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

import { allowedBy } from '../../scripts/permissions/allowed.ts';
import { callsOfModes, endOf, type Modes } from '../../scripts/permissions/modes.ts';
import { actionOf } from '../../scripts/permissions/needs.ts';
import { openProgram } from '../../scripts/permissions/program.ts';
import { differences, neededBy, type Role } from '../../scripts/permissions/roles.ts';

// Inside of the project, so that packages are found; nothing is written there.
const folder = join(import.meta.dirname, 'fixture');

const PORT = `
import { ECSClient, DescribeServicesCommand, RunTaskCommand, StopTaskCommand } from '@aws-sdk/client-ecs';
export interface Port {
  read(): Promise<void>;
  run(): Promise<void>;
  stop(): Promise<void>;
}
export function portOf(client: ECSClient): Port {
  return {
    async read() { await client.send(new DescribeServicesCommand({ services: [] })); },
    run: () => run(client),
    ...stopsOf(client),
  };
}
function stopsOf(client: ECSClient): Pick<Port, 'stop'> {
  return { stop: async () => { await client.send(new StopTaskCommand({ task: 't' })); } };
}
async function run(client: ECSClient): Promise<void> {
  await client.send(new RunTaskCommand({ taskDefinition: 'd' }));
}`;

const RUN = `
import { ECSClient } from '@aws-sdk/client-ecs';
import { portOf, type Port } from './port.ts';
export interface World { readonly port: Port; readonly state: (key: string) => string; saveState(key: string, value: string): void }
type Mode = 'deploy' | 'plan' | 'rollback' | 'promote' | 'wait';
export async function carryOut(mode: Mode, world: Omit<World, 'port'>): Promise<void> {
  const within = { ...world, port: portOf(new ECSClient({})) };
  switch (mode) {
    case 'deploy': return (await import('./modes.ts')).deploy(within);
    case 'plan': return (await import('./preview.ts')).preview({ of: { mode: 'deploy' } }, within);
    case 'rollback': return (await import('./modes.ts')).rollback(within);
    case 'promote': return (await import('./modes.ts')).promote(within);
    case 'wait': return (await import('./modes.ts')).wait(within);
  }
}`;

const PREVIEW = `
import { type World } from './run.ts';
export async function preview({ of }: { of: { mode: 'deploy' | 'rollback' } }, { port }: World): Promise<void> {
  const look = (): Promise<void> => (of.mode === 'rollback' ? port.read() : port.run());
  await look();
}`;

const POST = `
import { type World } from './run.ts';
export async function post(world: World): Promise<void> { await world.port.read(); await end(world); }
async function end(world: World): Promise<void> {
  if (world.state('task') === '' && world.state('starting') === '') return;
  await world.port.stop();
}`;

const MODES = `
import { type World } from './run.ts';
type Source = { readonly kind: 'given' } | { readonly kind: 'build' };
async function provide(source: Source, { port }: World): Promise<void> {
  switch (source.kind) {
    case 'given':
      await port.read();
      return;
    case 'build':
      await port.run();
      return;
  }
}
export const deploy = async (world: World): Promise<void> => {
  await provide({ kind: 'given' }, world);
  world.saveState('task', 'arn');
  await provide({ kind: 'build' }, world);
};
export async function rollback({ port: { stop } }: World): Promise<void> { await stop(); }
export async function promote(world: World): Promise<void> { await provide({ kind: 'given' }, world); world.saveState('task', ''); }
export async function wait({ port }: World): Promise<void> { const handlers = { later: () => port.run() }; later(handlers); }
function later(handlers: { later: () => Promise<void> }): void { void handlers.later; }
`;

const SOURCES = { 'run.ts': RUN, 'port.ts': PORT, 'preview.ts': PREVIEW, 'post.ts': POST, 'modes.ts': MODES };

function modesOf(changed: Readonly<Record<string, string>> = {}): Modes {
  const sources = new Map(Object.entries({ ...SOURCES, ...changed }));
  return callsOfModes(openProgram(folder, ['run.ts', 'post.ts'], sources));
}

const operations = (modes: Modes, mode: string): readonly string[] =>
  (modes.get(mode)?.calls ?? []).map(({ operation }) => operation).toSorted();

describe('a program', () => {
  const modes = modesOf();

  test.each([
    ['deploy', ['DescribeServices', 'RunTask']],
    ['plan', ['DescribeServices', 'RunTask']],
    ['plan of a rollback', ['DescribeServices']],
    ['rollback', ['StopTask']],
    ['promote', ['DescribeServices']],
    ['wait', ['RunTask']],
    [endOf('deploy'), ['DescribeServices', 'StopTask']],
    [endOf('promote'), ['DescribeServices']],
  ])('%s', (mode, expected) => {
    expect(operations(modes, mode)).toEqual(expected);
  });

  test('the way to a call is told', () => {
    const [call] = modes.get('rollback')?.calls ?? [];
    expect(call?.way.join(' > ')).toBe('carryOut > rollback > stop');
  });
});

describe('policy and code', () => {
  const needed = (role: Role, changed: Readonly<Record<string, string>> = {}) => neededBy(role, modesOf(changed));
  const allowing = (...actions: string[]) =>
    allowedBy([{ policy: 'SomePolicy', sid: 'Some', actions, resources: [], condition: null }]);
  const fitting = ['ecs:DescribeServices', 'ecs:RunTask', 'iam:PassRole', 'ecs:TagResource'];

  test('agree', () => {
    expect(differences('PlanRole', needed('PlanRole'), allowing(...fitting))).toEqual([]);
  });

  test('a call that the policy does not allow is told with its mode and its way', () => {
    const found = differences('PlanRole', needed('PlanRole'), allowing(...fitting.slice(1)));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain("PlanRole is not allowed ecs:DescribeServices. 'plan' calls it: carryOut > preview");
  });

  test('a call that a mode comes to make is told', () => {
    const preview = PREVIEW.replace('await look();', 'await look(); await port.stop();');
    const found = differences('PlanRole', needed('PlanRole', { 'preview.ts': preview }), allowing(...fitting));
    expect(found).toEqual([expect.stringContaining('PlanRole is not allowed ecs:StopTask.')]);
  });

  test('what comes with a call is told with its source', () => {
    const found = differences(
      'PlanRole',
      needed('PlanRole'),
      allowing(...fitting.filter((one) => !one.includes('Pass'))),
    );
    expect(found).toEqual([expect.stringContaining('iam:PassRole. ecs:RunTask asks for it (ECS developer guide')]);
  });

  test('an action that no mode reaches is told with its statement', () => {
    const found = differences('PlanRole', needed('PlanRole'), allowing(...fitting, 'ecs:DeleteService'));
    expect(found).toEqual([
      expect.stringContaining('PlanRole is allowed ecs:DeleteService by SomePolicy.Some, and no mode'),
    ]);
  });

  test('a call that a mode does not make any more is told', () => {
    const preview = PREVIEW.replace('port.run()', 'port.read()');
    const found = differences('PlanRole', needed('PlanRole', { 'preview.ts': preview }), allowing(...fitting));
    expect(found).toHaveLength(3);
    expect(found[0]).toContain('PlanRole is allowed ecs:RunTask by SomePolicy.Some, and no mode');
  });
});

describe('what cannot be derived is refused', () => {
  test('a dispatcher that is gone', () => {
    expect(() => modesOf({ 'run.ts': RUN.replace('carryOut', 'dispatch') })).toThrow('run.ts has no function carryOut');
  });

  test('a mode that is gone', () => {
    const run = RUN.replace(/case 'wait'.*\n/, '');
    expect(() => neededBy('DeployRole', modesOf({ 'run.ts': run }))).toThrow('DeployRole: run.ts has no mode wait.');
  });

  test('a distinction that the code does not make any more', () => {
    const preview = PREVIEW.replace("of.mode === 'rollback'", 'true');
    expect(() => modesOf({ 'preview.ts': preview })).toThrow("preview does not ask whether of.mode is 'rollback'");
  });

  test('a client without a known prefix', () => {
    expect(() => actionOf({ client: 'client-s3', operation: 'GetObject' })).toThrow(
      '@aws-sdk/client-s3: say in needs.ts',
    );
  });
});
