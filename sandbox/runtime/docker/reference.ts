/** Which image is really run for a reference of a task definition. */

export interface Registry {
  /** `127.0.0.1:port` */
  readonly host: string;
}

export interface Image {
  /** As the engine is told: `127.0.0.1:5000/web@sha256:…`. */
  readonly reference: string;
  /** From the sandbox's registry: needs its credentials. */
  readonly ours: boolean;
  readonly byDigest: boolean;
}

/** ECR user guide, private registries: the registry's host names account and region. */
const ECR = /^\d{12}\.dkr\.ecr(?:-fips)?\.[a-z0-9-]+\.(?:amazonaws\.com(?:\.cn)?|on\.aws)$/;

/** An ECR host is the sandbox's registry, which holds what was pushed to it under either name. */
export function imageOf(reference: string, registry: Registry | null): Image {
  const slash = reference.indexOf('/');
  const host = slash < 0 ? '' : reference.slice(0, slash);
  const byDigest = /@sha256:[0-9a-f]{64}$/.test(reference);
  if (registry && (host === registry.host || ECR.test(host))) {
    return { reference: `${registry.host}${reference.slice(slash)}`, ours: true, byDigest };
  }
  return { reference, ours: false, byDigest };
}

/** For POST /images/create: the name without its tag or digest, and that. `latest` where there is neither. */
export function pullQuery(reference: string): { fromImage: string; tag: string } {
  const at = reference.lastIndexOf('@');
  if (at >= 0) {
    const name = reference.slice(0, at);
    // `name:tag@digest`: the digest decides, and the engine takes no tag beside it.
    return { fromImage: withoutTag(name).name, tag: reference.slice(at + 1) };
  }
  const { name, tag } = withoutTag(reference);
  return { fromImage: name, tag: tag ?? 'latest' };
}

/** A colon before the last slash belongs to a port. */
function withoutTag(reference: string): { name: string; tag: string | null } {
  const colon = reference.lastIndexOf(':');
  if (colon <= reference.lastIndexOf('/')) return { name: reference, tag: null };
  return { name: reference.slice(0, colon), tag: reference.slice(colon + 1) };
}
