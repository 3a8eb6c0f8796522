import { createHash } from 'node:crypto';

/** What the sandbox reads out of an image manifest or index; the rest of it passes through unread. */
export interface ManifestFacts {
  readonly mediaType: string | undefined;
  /** Bytes of config and layers; undefined for an index. */
  readonly size: number | undefined;
}

export const digestOf = (manifest: string | Buffer): string =>
  `sha256:${createHash('sha256').update(manifest).digest('hex')}`;

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

function bytes(descriptor: unknown): number {
  const size = member(descriptor, 'size');
  return typeof size === 'number' && size > 0 ? size : 0;
}

/** Undefined when the text is no JSON object. */
export function readManifest(text: string): ManifestFacts | undefined {
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest)) return undefined;
  const mediaType = member(manifest, 'mediaType');
  const layers: unknown = member(manifest, 'layers');
  const blobs: unknown[] | undefined = Array.isArray(layers) ? layers : undefined;
  return {
    mediaType: typeof mediaType === 'string' ? mediaType : undefined,
    size: blobs?.reduce<number>((sum, blob) => sum + bytes(blob), bytes(member(manifest, 'config'))),
  };
}

/** Size in bytes and media type of the layers and the config that a manifest names, by digest. */
export function layersOf(manifest: string): Map<string, { size: number; type: string }> {
  const parsed: unknown = JSON.parse(manifest);
  const layers: unknown = member(parsed, 'layers');
  const listed: unknown[] = Array.isArray(layers) ? layers : [];
  const blobs = [member(parsed, 'config'), ...listed];
  return new Map(
    blobs.flatMap((blob) => {
      const [digest, type] = [member(blob, 'digest'), member(blob, 'mediaType')];
      return typeof digest === 'string' ? [[digest, { size: bytes(blob), type: String(type) }] as const] : [];
    }),
  );
}
