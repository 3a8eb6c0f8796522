import { StepError } from '../errors.ts';
import { type DefinitionChanges, type ImageSource } from '../inputs/types.ts';
import { containerNames, resolveContainer, unknownContainers } from './containers.ts';
import { type DefinitionDraft, type LoadedDefinition } from './definition.ts';
import { renderDefinition } from './render.ts';

export interface DraftInputs {
  readonly source: ImageSource;
  readonly changes: DefinitionChanges;
}

/**
 * The definition with the changes that it will get. Whatever can be refused is refused here, before anything is built.
 * @throws StepError: a container that is not there, a built image for no container (or none built), or what
 *   `renderDefinition` refuses.
 */
export function draftDefinition(
  loaded: LoadedDefinition,
  inputs: DraftInputs,
  loadBalancerContainer: string,
): DefinitionDraft {
  const { container, known } = assign(loaded, inputs, loadBalancerContainer);
  const draft: DefinitionDraft = { loaded, changes: inputs.changes, images: known, container };
  renderDefinition(draft, new Map());
  return draft;
}

/** The containers that take the image that this run builds; none when it builds none. Throws as `draftDefinition`. */
export function builtFor(
  loaded: LoadedDefinition,
  inputs: DraftInputs,
  loadBalancerContainer: string,
): readonly string[] {
  return assign(loaded, inputs, loadBalancerContainer).built;
}

interface Assignment {
  readonly container: string;
  readonly known: ReadonlyMap<string, string>;
  readonly built: readonly string[];
}

function assign(loaded: LoadedDefinition, { source, changes }: DraftInputs, loadBalancerContainer: string): Assignment {
  const names = containerNames(loaded.body);
  const unknown = [...changes.images.keys()].filter((name) => !names.includes(name));
  if (unknown.length > 0) throw unknownContainers(loaded, unknown);
  const container = changesNothing(source, changes)
    ? loadBalancerContainer
    : resolveContainer(loaded, changes.containerName, loadBalancerContainer);
  const known = new Map<string, string>();
  const built = [...changes.images].flatMap(([name, image]) => {
    if (image.kind === 'given') known.set(name, image.reference);
    return image.kind === 'built' ? [name] : [];
  });
  // `images` says who takes the built image; only where it does not, the main container takes it.
  const main = changes.images.has(container) ? null : container;
  if (source.kind === 'given' && main !== null) known.set(main, source.reference);
  if (source.kind === 'build' && main !== null && (built.length === 0 || changes.containerName !== null)) {
    built.push(main);
  }
  refuseUnused(loaded, source, changes, container, built);
  return { container, known, built };
}

/** Then no container need be found: whether the one behind the load balancer is there is for the preflight to say. */
function changesNothing(source: ImageSource, changes: DefinitionChanges): boolean {
  const maps = [changes.images, changes.environment, changes.secrets, changes.dockerLabels, changes.logOptions];
  const texts = [changes.containerName, changes.command, changes.logDriver];
  return source.kind === 'none' && maps.every(({ size }) => size === 0) && texts.every((text) => text === null);
}

function refuseUnused(
  loaded: LoadedDefinition,
  source: ImageSource,
  changes: DefinitionChanges,
  container: string,
  built: readonly string[],
): void {
  const refuse = (why: string, repair: string): never => {
    throw new StepError({ tried: 'decide which container takes which image', on: loaded.origin, why, repair });
  };
  if (source.kind === 'build' && built.length === 0) {
    refuse(`no container takes the image that is built`, `Give one container the word 'built' in images.`);
  }
  if (source.kind !== 'build' && built.length > 0) {
    refuse(`images gives ${built.join(', ')} a built image, but none is built`, 'Set repository, or give a reference.');
  }
  if (source.kind === 'given' && changes.images.has(container)) {
    refuse(`image and images both say what container '${container}' runs`, 'Leave it out of one of them.');
  }
}
