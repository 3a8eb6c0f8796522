/** The builder that `docker buildx build` would use, as far as it decides what can be asked of it. */
export type Builder =
  | { readonly kind: 'none' }
  /** It cannot be asked; `why` in buildx's words. */
  | { readonly kind: 'missing'; readonly name: string | null; readonly why: string }
  | {
      readonly kind: 'found';
      readonly name: string;
      /** `docker`, `docker-container`, `kubernetes`, `remote`, `cloud`. */
      readonly driver: string;
      /** Writes caches beyond `type=inline`. */
      readonly cacheExport: boolean;
      /** Makes images of several platforms, and attestations. */
      readonly indexes: boolean;
      /** Platforms of its nodes, its own first; empty where it was not asked yet. */
      readonly platforms: readonly string[];
    };

/**
 * Reads what `docker --debug buildx inspect` prints. Its list of features is there with `--debug`, from buildx 0.12,
 * and once a builder runs; without it the driver decides: all but `docker` can write caches and indexes.
 */
export function readBuilder(text: string): Builder {
  const driver = field(text, 'Driver');
  const name = field(text, 'Name');
  // So it is where the engine behind the builder does not answer.
  if (driver === null) return { kind: 'missing', name, why: line(text, 'Error') ?? 'buildx tells no driver of it.' };
  const own = driver === 'docker';
  return {
    kind: 'found',
    name: name ?? '',
    driver,
    cacheExport: feature(text, 'Cache export') ?? !own,
    indexes: feature(text, 'Multi-platform build') ?? !own,
    platforms: [...text.matchAll(/^Platforms:[ \t]*(.*)$/gm)].flatMap(([, list = '']) =>
      list.split(',').map((platform) => platform.trim().replace(/\*$/, '')),
    ),
  };
}

/** The first word behind a name; of the first node where nodes have it. */
function field(text: string, name: string): string | null {
  return line(text, name)?.split(/\s/)[0] ?? null;
}

function line(text: string, name: string): string | null {
  return new RegExp(`^${name}:[ \\t]*(\\S.*)$`, 'm').exec(text)?.[1] ?? null;
}

function feature(text: string, name: string): boolean | null {
  const said = new RegExp(`^ ${name}:[ \\t]*(true|false)[ \\t]*$`, 'm').exec(text)?.[1];
  return said === undefined ? null : said === 'true';
}
