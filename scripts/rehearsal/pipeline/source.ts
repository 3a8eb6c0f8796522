/** A source action: the branch's commit, as files without its history (CODE_ZIP). */
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
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
  const archive = `${folder}.tar`;
  await run('git', ['-C', repository, 'archive', '--format=tar', `--output=${archive}`, commit]);
  await run('tar', ['--extract', `--file=${archive}`, `--directory=${folder}`]);
  await rm(archive);
}
