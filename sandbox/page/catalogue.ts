/** Next versions of the sample to deploy: one that is well, and one for each way in which a version can be broken. */
import { isObject } from '../ecs/containers.ts';
import { type Json, type JsonObject } from '../json.ts';
import { type TaskRuntime } from '../runtime/runtime.ts';
import { type SampleView } from './view-types.ts';

/** Ids are what the environment variable FAULT tells a container to be, and what image names tell where none runs. */
export const catalogue: readonly SampleView[] = [
  { id: 'well', label: 'Healthy', expect: 'Traffic moves to it.' },
  {
    id: 'unhealthy',
    label: 'Never gets healthy',
    expect: 'Install waits for it in vain until its time-out; production traffic is not touched.',
  },
  {
    id: 'crash',
    label: 'Crashes at start',
    expect: 'ECS starts it again and again until Install times out; production traffic is not touched.',
  },
  {
    id: 'crash-late',
    label: 'Crashes late',
    expect:
      'It gets healthy and takes traffic; then its tasks exit, and ECS starts others. It may succeed for all that.',
  },
  {
    id: 'flaky',
    label: 'Answers 500 to some',
    expect:
      'It passes its health checks, but requests fail. Start traffic: then an alarm on errors ends it, or you do.',
  },
];

/** `repo/web` of `repo/web:1` and of `repo/web@sha256:…`; a port in the registry's name is none of the tag. */
export const repositoryOf = (image: string): string => image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');

/** Where images really run there is no other one to run: only the environment changes. */
function nextImage(image: string, sample: string, version: number, kind: TaskRuntime['kind']): string {
  if (kind === 'docker') return image;
  return `${repositoryOf(image)}:v${version}${sample === 'well' ? '' : `-${sample}`}`;
}

const SET = ['VERSION', 'FAULT'];

/** The container definition of the next version: another image tag, `VERSION`, and for a broken one `FAULT`. */
export function nextContainer(
  container: JsonObject,
  { sample, version, kind }: { sample: string; version: number; kind: TaskRuntime['kind'] },
): JsonObject {
  const { environment, image } = container;
  const given = Array.isArray(environment) ? (environment as readonly Json[]) : [];
  const others = given.filter((entry) => !(isObject(entry) && SET.some((name) => entry['name'] === name)));
  const fault = sample === 'well' ? [] : [{ name: 'FAULT', value: sample }];
  return {
    ...container,
    ...(typeof image === 'string' && { image: nextImage(image, sample, version, kind) }),
    environment: [...others, { name: 'VERSION', value: `v${version}` }, ...fault],
  };
}
