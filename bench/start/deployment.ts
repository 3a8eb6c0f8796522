/** A deployment that is not waited for, against a sandbox in a process of its own: its CPU does not count. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure } from '../figure.ts';
import { awsEnvironment, clientsFor, type Clients } from '../../scripts/rehearsal/clients.ts';
import { idle } from '../idle.ts';
import { sandboxProcess } from '../sandbox-process.ts';
import { givenFiles, givenImage } from '../given-files.ts';
import { putUpStack, type Stack } from '../../scripts/rehearsal/stack.ts';
import { steady } from '../../scripts/rehearsal/steady.ts';
import { action, emptyScript, inTurns, type Usage } from './measured.ts';

const ROUNDS = 15;
/** AWS's own waits are over in milliseconds, so that the group is free for the next run. */
const SPEED = '500';

export async function deployment(): Promise<readonly Figure[]> {
  const sandbox = await sandboxProcess(['--registry', 'none', '--speed', SPEED]);
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    const clients = clientsFor(sandbox.url);
    const stack = await putUpStack(clients, { terminationWaitMinutes: 0 });
    await steady(clients, stack);
    const seen = await inTurns(ROUNDS, {
      empty: emptyScript,
      files: () => deployFiles({ url: sandbox.url, folder, clients, stack }),
      live: () => deployLive({ url: sandbox.url, folder, clients, stack }),
    });
    return figuresOf(seen);
  } finally {
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Stage {
  readonly url: string;
  readonly folder: string;
  readonly clients: Clients;
  readonly stack: Stack;
}

let deployed = 0;

/** As the peer is used: definition and AppSpec from files, an image by its full reference. */
async function deployFiles(stage: Stage): Promise<Usage> {
  deployed += 1;
  const { cluster, service, application, group } = stage.stack;
  const files = await givenFiles(stage.folder, deployed);
  return deploy(stage, {
    ...{ cluster, service, ...files, image: givenImage(stage.stack.repository, deployed) },
    'codedeploy-application': application,
    'codedeploy-deployment-group': group,
  });
}

/** The shortest step: an image, cluster and service; all else is read from what is live. */
async function deployLive(stage: Stage): Promise<Usage> {
  deployed += 1;
  const { cluster, service, repository } = stage.stack;
  return deploy(stage, { cluster, service, image: givenImage(repository, deployed) });
}

async function deploy(stage: Stage, inputs: Readonly<Record<string, string>>): Promise<Usage> {
  await idle(stage.clients, stage.stack);
  return action(
    { inputs: { ...inputs, 'wait-for': 'none' }, env: awsEnvironment(stage.url), workspace: stage.folder },
    ({ exitCode, outputs, output }) => {
      if (exitCode !== 0 || outputs['result'] !== 'started') throw new Error(`It did not start one:\n${output}`);
    },
  );
}

const title = { files: 'no waiting, from files', live: 'no waiting, three inputs' };

function figuresOf(seen: Readonly<Record<'empty' | 'files' | 'live', Usage>>): readonly Figure[] {
  return (['files', 'live'] as const).flatMap((kind) => {
    const ratio = (what: 'wallMs' | 'cpuMs', limit: number | null, more: string): Figure => ({
      name: `${title[kind]}: ${what === 'cpuMs' ? 'CPU' : 'time'}`,
      value: seen[kind][what] / seen.empty[what],
      unit: '×',
      limit,
      timing: true,
      note: `${seen[kind][what].toFixed(0)} ms, an empty script ${seen.empty[what].toFixed(0)} ms${more}`,
    });
    const memory = `an empty script ${seen.empty.rssMiB.toFixed(0)} MiB; peer 90`;
    return [
      ratio('cpuMs', 8, '; peer 7.2 without a preflight'),
      { name: `${title[kind]}: memory`, value: seen[kind].rssMiB, unit: 'MiB', limit: 90, note: memory },
      ratio('wallMs', null, ''),
    ];
  });
}
