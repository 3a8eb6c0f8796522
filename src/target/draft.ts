import { type AppSpecSource } from '../appspec/appspec.ts';
import { StepError, type Fault } from '../errors.ts';
import { type DeployInputs } from '../inputs/types.ts';
import { containerNames, containerPorts, containersOf, resolveContainer } from '../task-definition/containers.ts';
import { type DefinitionDraft, type LoadedDefinition } from '../task-definition/definition.ts';

/** The definition to deploy as far as it is known before the build, and what speaks against it. */
export interface Drafted {
  /** null where no container could be chosen. */
  readonly draft: DefinitionDraft | null;
  readonly builtFor: readonly string[];
  readonly faults: readonly Fault[];
}

export function draftOf(inputs: DeployInputs, loaded: LoadedDefinition, appspec: AppSpecSource): Drafted {
  const outside = balancedFaults(loaded, appspec);
  const chosen = chooseContainer(inputs, loaded, appspec, outside);
  if (typeof chosen !== 'string') return { draft: null, builtFor: [], faults: [...outside, ...chosen] };
  const { images, builtFor } = assignImages(inputs, chosen);
  const faults = [
    ...outside,
    ...unknownFaults(inputs, loaded),
    ...buildFaults(inputs, loaded, builtFor, chosen),
    ...emptyFaults(loaded, new Set([...images.keys(), ...builtFor])),
  ];
  return { draft: { loaded, changes: inputs.changes, images, container: chosen }, builtFor, faults };
}

/** Container and port of the AppSpec must be in the definition (CodeDeploy user guide: AppSpec resources for ECS). */
function balancedFaults(loaded: LoadedDefinition, appspec: AppSpecSource): readonly Fault[] {
  const { containerName, containerPort } = appspec.service;
  const from = appspec.kind === 'file' ? appspec.path : 'the PRIMARY task set';
  const at = { tried: 'put the load balancer in front of the new tasks', on: loaded.origin };
  const names = containerNames(loaded.body);
  const where = appspec.kind === 'file' ? appspec.path : 'an AppSpec file (input codedeploy-appspec)';
  if (!names.includes(containerName)) {
    const why = `${from} names container '${containerName}', and the task definition has: ${names.join(', ')}`;
    return [{ ...at, why, repair: `Rename the container in the task definition, or name another one in ${where}.` }];
  }
  const ports = containerPorts(loaded.body, containerName);
  if (ports.includes(containerPort)) return [];
  const why = `${from} names port ${containerPort} of container '${containerName}', and the task definition maps ${ports.length === 0 ? 'no port of it' : `only ${ports.join(', ')}`}`;
  return [
    {
      ...at,
      why,
      repair: `Add {"containerPort":${containerPort},"protocol":"tcp"} to the container's portMappings, or name another port in ${where}.`,
    },
  ];
}

/** A container that the AppSpec names in vain has been told already. */
function chooseContainer(
  { changes }: DeployInputs,
  loaded: LoadedDefinition,
  { service }: AppSpecSource,
  told: readonly Fault[],
): string | readonly Fault[] {
  try {
    return resolveContainer(loaded, changes.containerName, service.containerName);
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    return changes.containerName === null && told.length > 0 ? [] : [error.fault];
  }
}

/** What `images` says of a container goes before what is chosen for it. */
function assignImages(
  { source, changes }: DeployInputs,
  chosen: string,
): { readonly images: ReadonlyMap<string, string>; readonly builtFor: readonly string[] } {
  const images = new Map<string, string>();
  const builtFor = new Set<string>();
  if (source.kind === 'given') images.set(chosen, source.reference);
  if (source.kind === 'build') builtFor.add(chosen);
  for (const [container, image] of changes.images) {
    if (image.kind === 'given') {
      images.set(container, image.reference);
      builtFor.delete(container);
    } else {
      builtFor.add(container);
    }
  }
  return { images, builtFor: [...builtFor] };
}

function unknownFaults({ changes }: DeployInputs, loaded: LoadedDefinition): readonly Fault[] {
  const names = containerNames(loaded.body);
  const wanted = [...changes.images.keys()].filter((name) => !names.includes(name));
  if (wanted.length === 0) return [];
  return [
    {
      tried: "give every container of input 'images' its image",
      on: loaded.origin,
      why: `the task definition has no container ${wanted.map((name) => `'${name}'`).join(', ')}; it has: ${names.join(', ')}`,
      repair: "Name one of these in input 'images', or add the container to the task definition.",
    },
  ];
}

/** A build without a container, and a container without a build. */
function buildFaults(
  { source, changes }: DeployInputs,
  loaded: LoadedDefinition,
  builtFor: readonly string[],
  chosen: string,
): readonly Fault[] {
  const at = { tried: 'give the built image to a container', on: loaded.origin };
  if (source.kind === 'build' && builtFor.length === 0) {
    const why = `input 'images' gives container '${chosen}' another image, and no container is left for the one that is built`;
    return [
      { ...at, why, repair: "Write 'built' for a container in input 'images', or leave input 'repository' out." },
    ];
  }
  const waits = [...changes.images].filter(([, image]) => image.kind === 'built').map(([name]) => `'${name}'`);
  if (source.kind === 'build' || waits.length === 0) return [];
  const why = `input 'images' says 'built' for ${waits.join(', ')}, and nothing is built`;
  return [{ ...at, why, repair: "Set input 'repository', so that an image is built, or give a reference instead." }];
}

function emptyFaults(loaded: LoadedDefinition, filled: ReadonlySet<string>): readonly Fault[] {
  const empty = containersOf(loaded.body)
    .filter(({ image }) => typeof image !== 'string' || image.trim() === '')
    .flatMap(({ name }) => (typeof name === 'string' && !filled.has(name) ? [`'${name}'`] : []));
  if (empty.length === 0) return [];
  return [
    {
      tried: 'give every container an image',
      on: loaded.origin,
      why: `no image for container ${empty.join(', ')}: it is empty in the task definition, and no input fills it`,
      repair: "Fill it in the task definition, or name the container in input 'images' or 'container-name'.",
    },
  ];
}
