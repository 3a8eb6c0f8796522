/** After the main process: what post does with the state that it left, against the sandbox on a stepped clock. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { putUpStack } from '../scripts/rehearsal/stack.ts';
import { type JsonObject } from '../src/json.ts';
import { type Clock } from '../src/ports/clock.ts';
import { post } from '../src/post.ts';
import { type Remembered } from '../src/remember.ts';
import { environmentOf, openedAccount, type Opened, useEnvironment } from './ports/aws/account.ts';
import { recordedRun, type RecordedRun } from './recorded.ts';

let account: Opened;
let restore: () => void;
let services = 0;

beforeAll(async () => {
  account = await openedAccount();
  restore = useEnvironment(environmentOf(account));
});

afterAll(async () => {
  restore();
  await account.close();
});

/** Whoever sleeps moves the emulated time. */
const clock: Clock = {
  now: () => account.clock.now(),
  sleep: (ms) => {
    account.clock.advance(ms);
    return Promise.resolve();
  },
};

async function posted(state: Readonly<Record<string, string>>): Promise<RecordedRun> {
  const run = recordedRun(state);
  const signal = new AbortController().signal;
  await post({ env: process.env, clock, log: run.log, runner: run.runner, signal });
  return run;
}

const MARKER = 'ecs-blue-green:octo-org/shop:7000000001.1:deploy';

interface Left {
  readonly id: string;
  readonly known: Remembered;
  /** What each deployment of the account has come to, rollbacks included. */
  readonly status: () => string | undefined;
  readonly runs: () => Promise<string | undefined>;
}

/** A deployment of a service of its own, as a main process leaves it after `ms`. */
async function left({ ms = 2_000, marker = MARKER, more = {} }: Leaving = {}): Promise<Left> {
  services += 1;
  const service = `web-${services}`;
  const stack = await putUpStack(account.clients, { service, cluster: `shop-${services}`, repository: service });
  account.clock.advance(60_000);
  const aws = await account.open();
  const { definition } = await aws.ecs.describeTaskDefinition(stack.taskDefinition);
  const { arn: to } = await aws.ecs.registerTaskDefinition(registrable(definition));
  const properties = { TaskDefinition: to, LoadBalancerInfo: { ContainerName: 'app', ContainerPort: 8080 } };
  const resource = { TargetService: { Type: 'AWS::ECS::Service', Properties: properties } };
  const content = JSON.stringify({ version: 0, Resources: [resource] });
  const { application, group, cluster } = stack;
  const since = clock.now();
  const id = await aws.codedeploy.createDeployment({
    ...{ applicationName: application, deploymentGroupName: group, description: `${marker} web:1 → web:2` },
    revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
  });
  account.clock.advance(ms);
  await account.forget();
  const sha256 = createHash('sha256').update(content).digest('hex');
  const place = { region: 'eu-west-1', application, group, cluster, service, ecsTarget: `${cluster}:${service}` };
  const search = { marker: MARKER, sha256, since };
  return {
    id,
    known: { ...place, search, from: stack.taskDefinition, to, onCancel: 'rollback', ...more },
    status: () => account.sandbox.world.codedeploy.deployments.get(id)?.status,
    runs: async () => {
      const found = await aws.ecs.describeService(cluster, service);
      return found?.taskSets?.find(({ status }) => status === 'PRIMARY')?.taskDefinition;
    },
  };
}

interface Leaving {
  readonly ms?: number;
  readonly marker?: string;
  readonly more?: Partial<Remembered>;
}

/** Without what RegisterTaskDefinition refuses. */
function registrable({
  family,
  networkMode,
  requiresCompatibilities,
  cpu,
  memory,
  containerDefinitions,
}: JsonObject): JsonObject {
  const members = { family, networkMode, requiresCompatibilities, cpu, memory, containerDefinitions };
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

const stops = async (): Promise<number> =>
  (await account.calls()).filter(({ operation }) => operation === 'StopDeployment').length;

/** Green waits for its termination by then: all of the shift takes some seconds. */
const SHIFTED_MS = 60_000;
const COMPLETED_MS = 20 * 60_000;

describe('a run that was cancelled or killed', () => {
  test('has its deployment found by the marker, stopped and followed', async () => {
    const { known, id, status, runs } = await left();
    const run = await posted({ deployment: JSON.stringify(known) });
    expect(run.of('warning')).toEqual([expect.stringMatching(`cancelled or killed; .*Deployment ${id}: https://`)]);
    expect(run.of('error')).toEqual([]);
    expect(run.summaries).toEqual([expect.stringMatching(/### ❌ (?:Rolled back|Stopped): web-/)]);
    expect([await stops(), status(), await runs()]).toEqual([1, 'Stopped', known.from]);
  });

  test('that had stopped it has it followed only', async () => {
    const { known, id, status } = await left({ ms: 20_000 });
    await (await account.open()).codedeploy.stopDeployment(id);
    await account.forget();
    const state = { deployment: JSON.stringify(known), 'deployment-id': id, stopped: 'true' };
    const run = await posted(state);
    expect(run.of('warning')).toEqual([expect.stringContaining('rolled back by deployment d-')]);
    expect([await stops(), status()]).toEqual([0, 'Stopped']);
  });

  test.each<[string, Leaving, RegExp]>([
    ['on-cancel: leave', { more: { onCancel: 'leave' } }, /goes on by itself \(on-cancel: leave\)/],
    [
      'a mode that stops nothing',
      { more: { onCancel: null } },
      /in mode rollback or wait does not stop what it follows/,
    ],
    ['a release that production is wholly on', { ms: SHIFTED_MS }, /the release stays/],
  ])('leaves it, and says so: %s', async (_, leaving, told) => {
    const { known, status } = await left(leaving);
    const run = await posted({ deployment: JSON.stringify(known) });
    expect(run.of('warning')).toEqual([expect.stringMatching(told)]);
    expect([run.of('error'), await stops(), status()]).toEqual([[], 0, 'InProgress']);
  });

  test('says what it came to where it has ended by itself', async () => {
    const { known } = await left({ ms: COMPLETED_MS });
    const run = await posted({ deployment: JSON.stringify(known) });
    expect(run.of('warning')).toEqual([expect.stringMatching(/takes the production traffic/)]);
    expect(await stops()).toBe(0);
  });

  test('has that of an earlier attempt stopped, which it was about to go on with', async () => {
    const { known, id, status } = await left({ marker: MARKER.replace('.1:', '.0:') });
    const later = { ...known, search: { ...known.search, since: clock.now() + 600_000 } };
    const run = await posted({ deployment: JSON.stringify(later) });
    expect(run.of('warning')).toEqual([expect.stringContaining(id)]);
    expect([await stops(), status()]).toEqual([1, 'Stopped']);
  });

  test('leaves another run’s deployment alone', async () => {
    const { known, status } = await left({ marker: MARKER.replace('7000000001', '7000000002') });
    const run = await posted({ deployment: JSON.stringify(known) });
    expect(run.of('warning')).toEqual([expect.stringContaining('There is none')]);
    expect(await stops()).toBe(0);
    expect(status()).not.toBe('Stopped');
  });

  test('is an error where its deployment cannot be stopped, with the command for a person', async () => {
    const { known, id } = await left();
    await account.fault({ operation: 'StopDeployment', kind: 'denied' });
    const run = await posted({ deployment: JSON.stringify(known) });
    expect(run.of('error')).toEqual([
      expect.stringMatching(/could not be stopped[^]*codedeploy:StopDeployment[^]*aws deploy stop-deployment/),
    ]);
    expect(run.of('error')[0]).toContain(id);
  });

  test('is an error where production runs something else in the end; what has ended is not to be stopped by hand', async () => {
    const { known } = await left({ ms: COMPLETED_MS });
    const run = await posted({ deployment: JSON.stringify({ ...known, to: `${known.to}7` }) });
    expect(run.of('error')).toEqual([expect.stringMatching(/production runs web-\d+:2, not web-\d+:27, although/)]);
    expect(run.of('error')[0]).not.toContain('stop-deployment');
  });

  test('is an error where its deployments cannot be listed', async () => {
    const { known } = await left();
    await account.fault({ operation: 'ListDeployments', kind: 'expired-token' });
    const run = await posted({ deployment: JSON.stringify(known) });
    expect(run.of('error')).toEqual([expect.stringMatching(/could not be found out[^]*ExpiredToken/)]);
  });
});

describe('a run that ended by an error of its own', () => {
  test.each<[string, number, RegExp]>([
    ['is not stopped, and goes on', 2_000, /\(InProgress\) did: it is not stopped and goes on by itself/],
    ['has ended since', COMPLETED_MS, /has ended as Succeeded since/],
  ])('its deployment %s', async (_, ms, told) => {
    const { known, id } = await left({ ms });
    const run = await posted({ deployment: JSON.stringify(known), 'deployment-id': id, ended: 'error' });
    expect(run.of('warning')).toEqual([expect.stringMatching(told)]);
    expect(await stops()).toBe(0);
  });

  test('before it knew of a deployment: nothing is said', async () => {
    const { known } = await left();
    expect((await posted({ deployment: JSON.stringify(known), ended: 'error' })).lines).toEqual([]);
  });
});

test('a deployment of which only the id is known is named, with its link', async () => {
  await account.forget();
  const run = await posted({
    'deployment-id': 'd-ABCDEFGHI',
    'console-url': 'https://console.example.com/d-ABCDEFGHI',
  });
  expect(run.lines).toEqual([
    expect.stringMatching(/^warning: .*deployment d-ABCDEFGHI .*https:\/\/console\.example\.com\/d-ABCDEFGHI$/),
  ]);
  expect(await account.calls()).toEqual([]);
});

describe('nothing is said and nothing asked', () => {
  test.each<[string, Record<string, string>]>([
    ['nothing was started', {}],
    ['the run reported its end', { deployment: '{}', 'deployment-id': 'd-ABCDEFGHI', ended: 'reported' }],
    ['it ended before', { ended: 'error' }],
    ['the state holds something else', { deployment: '{"region":7}' }],
    ['the state is cut off', { deployment: '{"region":"eu-' }],
    ['the main process is gone', { process: '4194300 1' }],
  ])('where %s', async (_, state) => {
    await account.forget();
    expect((await posted(state)).lines).toEqual([]);
    expect(await account.calls()).toEqual([]);
  });
});

describe('the temporary Docker configuration', () => {
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'post-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  const exists = (path: string): Promise<boolean> =>
    stat(path).then(
      () => true,
      () => false,
    );

  test('is removed, its links not followed', async () => {
    const config = join(folder, 'ecs-blue-green-docker-abc');
    const theirs = join(folder, 'contexts');
    await Promise.all([config, theirs].map((path) => mkdir(path)));
    await writeFile(join(config, 'config.json'), '{"auths":{}}');
    await writeFile(join(theirs, 'kept'), '');
    await symlink(theirs, join(config, 'contexts'));
    expect((await posted({ 'docker-config': config, ended: 'reported' })).lines).toEqual([]);
    expect(await Promise.all([config, join(theirs, 'kept')].map(exists))).toEqual([false, true]);
  });

  test('no other folder is, whatever the state says', async () => {
    const other = join(folder, 'theirs');
    await mkdir(other);
    await posted({ 'docker-config': other });
    expect(await exists(other)).toBe(true);
  });

  test('one that is gone already is no fault', async () => {
    expect((await posted({ 'docker-config': join(folder, 'ecs-blue-green-docker-gone') })).lines).toEqual([]);
  });
});
