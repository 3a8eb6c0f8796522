import { existsSync } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface DockerStandIn {
  /** For the step that is to find it on its path. */
  readonly env: Readonly<Record<string, string>>;
  /** True as soon as a build has begun. */
  building(): boolean;
  /** Builds that are under way, and later ones, end well. */
  letBuild(): Promise<void>;
}

/** A Docker client in `folder` whose builds end only when they are let, and whose pushes tell that digest. */
export async function dockerStandIn(folder: string, digest: string): Promise<DockerStandIn> {
  const script = `#!/bin/sh
[ "$1" = --debug ] && shift
case "$1" in
  version) echo 28.0.0 ;;
  buildx) echo "docker: 'buildx' is not a docker command." >&2; exit 1 ;;
  login) cat > /dev/null ;;
  build) touch '${folder}/building'; until [ -e '${folder}/built' ]; do sleep 0.05; done ;;
  push) echo 'tag: digest: ${digest} size: 528' ;;
  image) echo null ;;
esac
`;
  await writeFile(join(folder, 'docker'), script);
  await chmod(join(folder, 'docker'), 0o755);
  return {
    env: { PATH: `${folder}:${process.env['PATH'] ?? ''}` },
    building: () => existsSync(join(folder, 'building')),
    letBuild: () => writeFile(join(folder, 'built'), ''),
  };
}
