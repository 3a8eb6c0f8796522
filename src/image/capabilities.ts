import { type Fault } from '../errors.ts';
import { type BuildInputs } from '../inputs/types.ts';
import { type InputName } from '../inputs/names.ts';
import { type Builder } from '../ports/docker/builder.ts';

const SETUP = 'Add docker/setup-buildx-action as a step before this one';

/** What is asked of a build that the builder at hand cannot do. Empty where it can do all of it. */
export function capabilityFaults(asked: BuildInputs, builder: Builder): Fault[] {
  switch (builder.kind) {
    case 'none':
      return withoutBuildx(asked);
    case 'missing':
      return [noBuilder(builder.name, builder.why)];
    case 'found':
      return [...onDriver(asked, builder)];
  }
}

/** Inputs that only buildx knows, where they ask for something. */
function buildxInputs(asked: BuildInputs): InputName[] {
  const all: readonly (readonly [InputName, boolean])[] = [
    ['platforms', asked.platforms.length > 1],
    ['build-secrets', asked.buildSecrets.size > 0],
    ['secret-files', asked.secretFiles.size > 0],
    ['build-contexts', asked.buildContexts.size > 0],
    ['cache-from', asked.cacheFrom.length > 0],
    ['cache-to', asked.cacheTo.length > 0],
    ['builder', asked.builder !== null],
    ['ssh', asked.ssh.length > 0],
    ['provenance', asked.provenance !== null],
    ['sbom', asked.sbom !== null],
  ];
  return all.flatMap(([name, used]) => (used ? [name] : []));
}

function withoutBuildx(asked: BuildInputs): Fault[] {
  const inputs = listed(buildxInputs(asked));
  if (inputs === '') return [];
  return [
    {
      tried: 'build the image as asked',
      on: inputs,
      why: 'the Docker client has no buildx, which is needed for that.',
      repair: `${SETUP}, or leave out ${inputs}.`,
    },
  ];
}

function noBuilder(name: string | null, why: string): Fault {
  const repair =
    name === null
      ? `${SETUP}: it makes a builder and selects it.`
      : `Set 'builder' to a name that 'docker buildx ls' lists (the output 'name' of docker/setup-buildx-action), or leave it out.`;
  return { tried: 'ask buildx for its builder', on: name ?? 'docker buildx inspect', why, repair };
}

function* onDriver(asked: BuildInputs, builder: Builder & { readonly kind: 'found' }): Generator<Fault> {
  const at = `builder ${builder.name} with the driver ${builder.driver}`;
  const change = `${SETUP}: it makes a builder with the driver docker-container and selects it`;
  const caches = asked.cacheTo.filter((cache) => !/(?:^|,)type=inline(?:,|$)/.test(cache));
  if (caches.length > 0 && !builder.cacheExport) {
    yield {
      tried: 'export the build cache',
      on: at,
      why: "this driver cannot write the cache that 'cache-to' names.",
      repair: `${change}. Or set 'cache-to' to type=inline, which every driver writes.`,
    };
  }
  const indexes = indexInputs(asked);
  if (indexes !== '' && !builder.indexes) {
    yield {
      tried: 'build the image as asked',
      on: `${indexes} on the ${at}`,
      why: 'this driver makes images of one platform, without attestations.',
      repair: `${change}. Or leave out ${indexes}.`,
    };
  }
}

function indexInputs(asked: BuildInputs): string {
  const names: InputName[] = [];
  if (asked.platforms.length > 1) names.push('platforms');
  if (asked.provenance !== null) names.push('provenance');
  if (asked.sbom !== null) names.push('sbom');
  return listed(names);
}

function listed(names: readonly InputName[]): string {
  return names.map((name) => `'${name}'`).join(', ');
}
