import { mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { post } from '../src/post.ts';
import { recordedRun } from './recorded.ts';

async function told(state: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const run = recordedRun(state);
  await post(run.runner, run.log);
  return run.lines;
}

const deployment = { 'deployment-id': 'd-ABCDEFGHI', 'console-url': 'https://console.example.com/d-ABCDEFGHI' };

describe('what is said', () => {
  test.each<[string, Record<string, string>]>([
    ['nothing was started', {}],
    ['the deployment has ended', { ...deployment, starting: '', ended: 'true' }],
    ['nothing had to be deployed', { ended: 'true' }],
    ['the start was refused', { starting: '' }],
  ])('nothing, where %s', async (_, state) => {
    expect(await told(state)).toEqual([]);
  });

  test('which deployment goes on, with its link, where the step ended before', async () => {
    expect(await told({ ...deployment, starting: '' })).toEqual([
      'warning: The step ended before deployment d-ABCDEFGHI did: it goes on by itself, on AWS. ' +
        'Look at it: https://console.example.com/d-ABCDEFGHI',
    ]);
  });

  test('that there may be one, where the step was killed while it started it', async () => {
    expect(await told({ starting: 'shop-app / web-group' })).toEqual([
      expect.stringMatching(/^warning: .*shop-app \/ web-group: there may be one.*Running this job again/),
    ]);
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
    expect(await told({ 'docker-config': config, ended: 'true' })).toEqual([]);
    expect(await Promise.all([config, join(theirs, 'kept')].map(exists))).toEqual([false, true]);
  });

  test('no other folder is, whatever the state says', async () => {
    const other = join(folder, 'theirs');
    await mkdir(other);
    await told({ 'docker-config': other });
    expect(await exists(other)).toBe(true);
  });

  test('one that is gone already is no fault', async () => {
    expect(await told({ 'docker-config': join(folder, 'ecs-blue-green-docker-gone') })).toEqual([]);
  });
});
