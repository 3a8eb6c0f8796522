import { parseReference } from './reference.ts';

/**
 * The tags of a repository that `cache-to` writes: `type=registry,ref=…:cache` and the short form, a reference alone.
 * @param repositoryUri with registry, as DescribeRepositories tells it
 */
export function cacheTags(cacheTo: readonly string[], repositoryUri: string): readonly string[] {
  return cacheTo.flatMap((text) => {
    const reference = parseReference(refOf(text) ?? '');
    if (reference === null || `${reference.registry ?? ''}/${reference.repository ?? ''}` !== repositoryUri) return [];
    return [reference.tag ?? 'latest'];
  });
}

/** buildx reads the option as a line of CSV: a value with a comma stands in quotes. */
function refOf(text: string): string | null {
  if (!text.includes('=')) return text;
  const fields = [...text.matchAll(/"([^"]*)"|([^,]+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  if (!fields.includes('type=registry')) return null;
  return fields.find((field) => field.startsWith('ref='))?.slice('ref='.length) ?? null;
}
