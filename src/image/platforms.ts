import { type Fault } from '../errors.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { type Image } from './image.ts';

/** One image of an index, without its attestations. */
export interface IndexEntry {
  /** `linux/amd64`; a variant is left out. */
  readonly platform: string;
  readonly digest: string;
}

const INDEXES = new Set([
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
]);

export const isIndex = (mediaType: string | undefined): boolean => INDEXES.has(mediaType ?? '');

/**
 * The images of an index; null for the manifest of one image. buildx puts attestations beside the images, as entries of
 * the platform `unknown/unknown` (BuildKit: docs/attestations/attestation-storage.md).
 */
export function indexEntries(text: string): readonly IndexEntry[] | null {
  const manifests = parsed(text)['manifests'];
  if (!Array.isArray(manifests)) return null;
  return manifests.flatMap((entry: Json) => {
    const { platform, digest, annotations } = isObject(entry) ? entry : {};
    if (!isObject(platform) || typeof digest !== 'string') return [];
    const type = isObject(annotations) ? annotations['vnd.docker.reference.type'] : undefined;
    const { os, architecture } = platform;
    if (typeof os !== 'string' || typeof architecture !== 'string') return [];
    if (type === 'attestation-manifest' || os === 'unknown' || architecture === 'unknown') return [];
    return [{ platform: `${os}/${architecture}`, digest }];
  });
}

function parsed(text: string): JsonObject {
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

const ARCHITECTURES: Readonly<Record<string, string>> = { X86_64: 'amd64', ARM64: 'arm64' };

/**
 * The platform that the service's tasks run on; null where the definition does not tell it (EC2 instances of any kind).
 * ECS API, RuntimePlatform: for Fargate the defaults are LINUX and X86_64.
 */
export function runtimePlatform(definition: JsonObject): string | null {
  const told = definition['runtimePlatform'];
  const { cpuArchitecture, operatingSystemFamily } = isObject(told) ? told : {};
  const needs = definition['requiresCompatibilities'];
  const fargate = Array.isArray(needs) && needs.includes('FARGATE');
  const cpu = typeof cpuArchitecture === 'string' ? ARCHITECTURES[cpuArchitecture] : fargate ? 'amd64' : undefined;
  if (cpu === undefined) return null;
  const windows = typeof operatingSystemFamily === 'string' && operatingSystemFamily.startsWith('WINDOWS');
  return `${windows ? 'windows' : 'linux'}/${cpu}`;
}

/** Why tasks of the service could not run the image; null where nothing speaks against it, or nothing is known. */
export function platformFault(platforms: readonly string[], definition: JsonObject, on: string): Fault | null {
  const wanted = runtimePlatform(definition);
  const there = platforms.map((platform) => platform.split('/').slice(0, 2).join('/'));
  if (wanted === null || there.length === 0 || there.includes(wanted)) return null;
  return {
    tried: 'find the image for the platform of the service',
    on,
    why: `the task definition runs on ${wanted} (runtimePlatform), and the image is for ${there.join(', ')}.`,
    repair: `Add ${wanted} to input 'platforms', or change runtimePlatform in the task definition.`,
  };
}

/** The same of an image whose platforms an index tells. */
export function imagePlatformFault({ entries, reference }: Image, definition: JsonObject): Fault | null {
  const platforms = (entries ?? []).map(({ platform }) => platform);
  return platformFault(platforms, definition, reference);
}

/** The digest of the image that tasks of the service pull: of an index, the entry for their platform. */
export function imageDigest(
  { digest, entries }: Pick<Image, 'digest' | 'entries'>,
  definition: JsonObject,
): string | null {
  const wanted = runtimePlatform(definition);
  const entry = entries?.find(({ platform }) => platform === wanted) ?? entries?.[0];
  return entry?.digest ?? digest;
}
