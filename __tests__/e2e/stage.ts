/** The built step with a stand-in for the Docker CLI, which writes down what it was asked for. */
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ActionResult } from '../../scripts/runner/run-action.ts';
import { putImage, type Rig, type RigOptions, withRig, writeFiles } from './rig.ts';

/** No buildx; a push puts nothing there, so the image is put by the test before. */
const CLIENT = `#!/bin/sh
here=$(dirname "$0")
printf '%s\\n' "$*" >> "$here/arguments"
case "$1" in
  version) echo 28.0.0 ;;
  buildx|--debug) echo "docker: 'buildx' is not a docker command." >&2; exit 1 ;;
  push) echo "tag: digest: $FAKE_DIGEST size: 528" ;;
esac
`;

export interface Stage {
  readonly rig: Rig;
  readonly digest: string;
  /** Resolves with what Docker was asked for in this run. */
  readonly run: (
    inputs?: Readonly<Record<string, string>>,
    env?: Readonly<Record<string, string>>,
  ) => Promise<ActionResult & { readonly asked: string }>;
}

export async function onStage(options: RigOptions, work: (stage: Stage) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'docker-'));
  const log = join(folder, 'arguments');
  try {
    await writeFiles(folder, { docker: CLIENT });
    await chmod(join(folder, 'docker'), 0o755);
    await withRig(
      { files: { Dockerfile: 'FROM scratch\nCOPY app /\n', app: '1', '.dockerignore': '*.md' }, ...options },
      async (rig) => {
        const digest = await putImage(rig, 'built');
        await rig.forget();
        const path = `${folder}:${process.env['PATH'] ?? ''}`;
        const run: Stage['run'] = async (inputs = {}, env = {}) => {
          await rm(log, { force: true });
          await rig.forget();
          const given = { repository: 'shop-web', 'wait-for': 'none', ...inputs };
          const result = await rig.run(given, { env: { PATH: path, FAKE_DIGEST: digest, ...env } });
          return { ...result, asked: await readFile(log, 'utf8').catch(() => '') };
        };
        await work({ rig, digest, run });
      },
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
