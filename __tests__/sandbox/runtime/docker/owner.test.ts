import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import {
  currentOwner,
  isGone,
  lookAtProcess,
  type Owner,
  readOwner,
  writeOwner,
} from '../../../../sandbox/runtime/docker/owner.ts';

const self: Owner = { host: 'here', boot: 'b1', namespace: 'n1', pid: '7', started: '100' };
const lives = () => ({ alive: true, started: '100' });
const again = () => ({ alive: true, started: '999' });
const untold = () => ({ alive: true, started: '' });
const dead = () => ({ alive: false, started: '' });

describe('a process that owns containers', () => {
  test.each<[string, Partial<Owner>, typeof lives, boolean]>([
    ['lives', {}, lives, false],
    ['has ended', {}, dead, true],
    ['has ended, and its number is another’s now', {}, again, true],
    ['may live, where no start is told', {}, untold, false],
    ['was of an earlier boot', { boot: 'b0' }, lives, true],
    ['of a boot that is not told', { boot: '' }, dead, false],
    ['is on another machine', { host: 'there', boot: 'b0' }, dead, false],
    ['is in another container', { namespace: 'n2' }, dead, false],
  ])('%s', (_name, given, look, gone) => {
    expect(isGone({ ...self, ...given }, self, look)).toBe(gone);
  });

  test('is read as it was written', () => {
    const owner = currentOwner();
    expect(readOwner(writeOwner(owner))).toEqual(owner);
    expect(owner.pid).toBe(String(process.pid));
    expect(isGone(owner, currentOwner(), lookAtProcess)).toBe(false);
  });

  test('is gone after its end', async () => {
    const child = spawn(process.execPath, ['--eval', '0'], { stdio: 'ignore' });
    const owner = { ...currentOwner(), pid: String(child.pid), started: '' };
    await once(child, 'exit');
    expect(isGone(owner, currentOwner(), lookAtProcess)).toBe(true);
  });

  test.each(['', 'x', '[]', '{}', '{"host":"h"}', '{"host":"h","pid":"-1"}', '{"host":"h","pid":7}', 'null'])(
    'a label %j tells none',
    (label) => {
      expect(readOwner(label)).toBeNull();
    },
  );
});
