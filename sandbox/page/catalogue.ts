/** Next versions of the sample to deploy: one that is well, and one for each way in which a version can be broken. */
import { isObject, text } from '../ecs/containers.ts';
import { type Json, type JsonObject } from '../json.ts';
import { type TaskRuntime } from '../runtime/runtime.ts';
import { type Settings } from '../settings.ts';
import { type SampleView } from './view-types.ts';

export interface Sample extends SampleView {
  /** What becomes of the container definition of the service's revision; `version` is the next one's number. */
  change(container: JsonObject, version: number): JsonObject;
}

/** `repo/web` of `repo/web:1` and of `repo/web@sha256:…`; a port in the registry's name is none of the tag. */
export const repositoryOf = (image: string): string => image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');

const image = (suffix: string): Sample['change'] => {
  return (container, version) => {
    const from = typeof container['image'] === 'string' ? container['image'] : 'sample';
    return { ...container, image: `${repositoryOf(from)}:v${version}${suffix}` };
  };
};

/** Where an image is only a name, its name says how it behaves (see the settings). */
const byImage: readonly Sample[] = [
  { id: 'healthy', label: 'Healthy', expect: 'Traffic moves to it.', change: image('') },
  {
    id: 'unhealthy',
    label: 'Never gets healthy',
    expect: 'Install waits for it in vain until its time-out; traffic is not touched.',
    change: image('-unhealthy'),
  },
  {
    id: 'crash',
    label: 'Crashes at start',
    expect: 'ECS starts it again and again; traffic is not touched.',
    change: image('-crash'),
  },
  {
    id: 'crash-late',
    label: 'Crashes late',
    expect: 'It gets healthy and takes traffic, then its tasks exit.',
    change: image('-late-exit'),
  },
  {
    id: 'errors',
    label: 'Answers 500 to some',
    expect: 'It passes its health checks, but some requests fail: only an alarm notices.',
    change: image('-some-errors'),
  },
];

/** The same image with another environment: a new revision that needs no new image. */
const withVersion: Sample['change'] = (container, version) => {
  const given = container['environment'];
  const others = (Array.isArray(given) ? (given as readonly Json[]) : []).filter(
    (entry) => !(isObject(entry) && entry['name'] === 'VERSION'),
  );
  return { ...container, environment: [...others, { name: 'VERSION', value: `v${version}` }] };
};

/** Where images really run, the image stays and the way it is started changes. */
const byCommand: readonly Sample[] = [
  { id: 'healthy', label: 'Healthy', expect: 'Traffic moves to it.', change: withVersion },
  {
    id: 'unhealthy',
    label: 'Never gets healthy',
    expect: 'It sleeps in place of answering: Install waits in vain.',
    change: (container, version) => ({
      ...withVersion(container, version),
      entryPoint: ['sleep', '86400'],
      command: [],
    }),
  },
  {
    id: 'crash',
    label: 'Crashes at start',
    expect: 'ECS starts it again and again; traffic is not touched.',
    change: (container, version) => ({ ...withVersion(container, version), entryPoint: ['false'], command: [] }),
  },
];

/** The parts of image names that the settings give a meaning to. */
function knownParts(settings: Settings): string[] {
  return Object.entries(settings)
    .filter(([name]) => name.endsWith('Images'))
    .flatMap(([, parts]: [string, unknown]) => (Array.isArray(parts) ? parts.map(String) : []));
}

/** What can be deployed here: where names decide, only those to which the settings give a meaning. */
export function catalogueFor(kind: TaskRuntime['kind'], settings: Settings): readonly Sample[] {
  if (kind === 'docker') return byCommand;
  const parts = knownParts(settings);
  const named = (sample: Sample): string => text(sample.change({}, 1)['image']);
  return byImage.filter((sample) => sample.id === 'healthy' || parts.some((part) => named(sample).includes(part)));
}
