import { type AppSpecSource } from '../appspec/appspec.ts';
import { StepError, type Fault } from '../errors.ts';
import { type DeployInputs } from '../inputs/types.ts';
import { containerNames, containerPorts, containersOf } from '../task-definition/containers.ts';
import { type DefinitionDraft, type LoadedDefinition } from '../task-definition/definition.ts';
import { builtFor, draftDefinition } from '../task-definition/draft.ts';

/** The definition to deploy as far as it is known before the build, and what speaks against it. */
export interface Drafted {
  /** null where no container could be chosen. */
  readonly draft: DefinitionDraft | null;
  readonly builtFor: readonly string[];
  readonly faults: readonly Fault[];
}

export function draftOf(inputs: DeployInputs, loaded: LoadedDefinition, appspec: AppSpecSource): Drafted {
  const outside = balancedFaults(loaded, appspec);
  const behind = appspec.service.containerName;
  // Which container takes the changes cannot be told by a load balancer whose container is not there: told already.
  if (outside.length > 0 && inputs.changes.containerName === null && !containerNames(loaded.body).includes(behind)) {
    return { draft: null, builtFor: [], faults: outside };
  }
  try {
    const draft = draftDefinition(loaded, inputs, behind);
    const built = builtFor(loaded, inputs, behind);
    return { draft, builtFor: built, faults: [...outside, ...emptyFaults(loaded, filled(inputs, draft, built))] };
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    return { draft: null, builtFor: [], faults: [...outside, error.fault] };
  }
}

/** Containers whose image this run decides. */
function filled({ source }: DeployInputs, draft: DefinitionDraft, built: readonly string[]): ReadonlySet<string> {
  return new Set([...draft.images.keys(), ...built, ...(source.kind === 'given' ? [draft.container] : [])]);
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
