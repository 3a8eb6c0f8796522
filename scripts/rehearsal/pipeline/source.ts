/** A source action: the branch's commit, as files without its history (CODE_ZIP). */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { pipeline as pipe } from 'node:stream/promises';
import { promisify } from 'node:util';
import { type ActionEnd, failed, type PlayedAction } from './execution.ts';
import { type Action } from './pipeline.ts';

const run = promisify(execFile);

export async function playSource(action: Action, { world, folderFor }: PlayedAction): Promise<ActionEnd> {
  const branch = action.configuration['BranchName'] ?? '';
  const asked = await run('git', [
    '-C',
    world.repository,
    'rev-parse',
    '--verify',
    `refs/heads/${branch}^{commit}`,
  ]).catch(() => null);
  if (asked === null) return failed(`There is no branch ${branch} in the repository.`);
  const commit = asked.stdout.trim();
  const [artifact = ''] = action.outputs;
  const folder = await folderFor(artifact);
  await unpack(world.repository, commit, folder);
  return { status: 'Succeeded', summary: commit, outputs: new Map([[artifact, folder]]), commit };
}

async function unpack(repository: string, commit: string, folder: string): Promise<void> {
  const stdio = ['pipe', 'pipe', 'inherit'] as const;
  const archive = spawn('git', ['-C', repository, 'archive', '--format=tar', commit], { stdio: [...stdio] });
  const tar = spawn('tar', ['--extract', '--file=-', `--directory=${folder}`], { stdio: [...stdio] });
  const ends = [once(archive, 'close'), once(tar, 'close')];
  await Promise.all([pipe(archive.stdout, tar.stdin), ...ends]);
  if (archive.exitCode !== 0 || tar.exitCode !== 0) throw new Error(`Commit ${commit} could not be unpacked.`);
}
