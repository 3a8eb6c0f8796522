import { type Fault } from '../errors.ts';
import { type BuildInputs } from '../inputs/types.ts';
import { type DockerPort } from '../ports/docker.ts';
import { buildPlaces } from './call.ts';
import { sourceKind } from './content/source.ts';

/** What a build reads and is not there, each with the path that was looked at. What Docker fetches is not looked at. */
export async function pathFaults(
  source: BuildInputs,
  workspace: string,
  docker: Pick<DockerPort, 'lookAt'>,
): Promise<Fault[]> {
  const places = buildPlaces(source, workspace);
  const local = sourceKind(source.context) === 'local';
  const context = local ? await folderFault('context', places.context, docker) : [];
  const checks = [
    ...(local && context.length === 0 && places.file !== null ? [fileFault('file', places.file, docker)] : []),
    ...[...places.secretFiles.values()].map((path) => fileFault('secret-files', path, docker)),
    ...[...places.buildContexts.values()]
      .filter((place) => sourceKind(place) === 'local')
      .map((path) => folderFault('build-contexts', path, docker)),
  ];
  return [...context, ...(await Promise.all(checks)).flat()];
}

const TEXTS = {
  context: {
    tried: 'find the build context',
    repair: "Set 'context' to a folder in the workspace, and check the code out before this step.",
  },
  file: {
    tried: 'find the Dockerfile',
    repair: "Set 'file' to the path of the Dockerfile, relative to the workspace.",
  },
  'secret-files': {
    tried: 'find the file of a build secret',
    repair:
      "Set 'secret-files' to id=path, with the path relative to the workspace, and write the file before this step.",
  },
  'build-contexts': {
    tried: 'find the folder of a build context',
    repair: "Set 'build-contexts' to name=path, with the path relative to the workspace, or to a URL or an image.",
  },
} as const;

type Docker = Pick<DockerPort, 'lookAt'>;

async function folderFault(input: keyof typeof TEXTS, path: string, docker: Docker): Promise<Fault[]> {
  const there = await docker.lookAt(path);
  if (there === 'folder') return [];
  const why = there === 'file' ? 'it is a file, not a folder.' : 'there is nothing.';
  return [{ ...TEXTS[input], on: path, why }];
}

async function fileFault(input: keyof typeof TEXTS, path: string, docker: Docker): Promise<Fault[]> {
  const there = await docker.lookAt(path);
  if (there === 'file') return [];
  const why = there === 'folder' ? 'it is a folder, not a file.' : 'there is nothing.';
  return [{ ...TEXTS[input], on: path, why }];
}
