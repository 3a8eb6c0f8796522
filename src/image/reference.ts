/** An image reference in its parts, as in `registry:5000/team/app:1.2@sha256:…`. */
export interface Reference {
  /** Host and port; null where none is written (an account-free name, or Docker Hub's short form). */
  readonly registry: string | null;
  /** null for a digest that stands alone. */
  readonly repository: string | null;
  readonly tag: string | null;
  readonly digest: string | null;
}

/** A registry that belongs to Amazon ECR, as its host tells it. */
export interface EcrRegistry {
  readonly account: string;
  readonly region: string;
  readonly fips: boolean;
  readonly dualStack: boolean;
}

const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
const PATH = /^[a-z0-9]+(?:(?:\.|_{1,2}|-+|\/)[a-z0-9]+)*$/;
const HOST = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9-]+)*|\[[0-9A-Fa-f:]+\])(?::\d{1,5})?$/;

/**
 * ECR's hosts: `<account>.dkr.ecr.<region>.amazonaws.com`, with `-fips`, other partitions' suffixes, and the
 * dual-stack form `<account>.dkr-ecr.<region>.on.aws`.
 */
const ECR = /^(\d{12})\.dkr([.-])ecr(-fips)?\.([a-z]{2}[a-z0-9-]*-\d+)\.(?:[a-z0-9-]+\.)+[a-z]+$/;

export const isTag = (text: string): boolean => TAG.test(text);

/** Reads a reference; null for a text that is none. `sha256:…` and `@sha256:…` are digests without a repository. */
export function parseReference(text: string): Reference | null {
  const bare = text.replace(/^@/, '');
  if (DIGEST.test(bare)) return { registry: null, repository: null, tag: null, digest: bare };
  const at = text.indexOf('@');
  const digest = at === -1 ? null : text.slice(at + 1);
  if (digest !== null && !DIGEST.test(digest)) return null;
  const named = splitTag(at === -1 ? text : text.slice(0, at));
  if (named.tag !== null && !TAG.test(named.tag)) return null;
  const { registry, repository } = splitRegistry(named.name);
  if (!PATH.test(repository) || (registry !== null && !HOST.test(registry))) return null;
  return { registry, repository, tag: named.tag, digest };
}

/** A colon after the last slash begins the tag; one before it belongs to the registry's port. */
function splitTag(text: string): { readonly name: string; readonly tag: string | null } {
  const colon = text.indexOf(':', text.lastIndexOf('/') + 1);
  return colon === -1 ? { name: text, tag: null } : { name: text.slice(0, colon), tag: text.slice(colon + 1) };
}

/** Docker's rule: the first part is a registry if it has a dot or a colon, or is `localhost`. */
function splitRegistry(name: string): { readonly registry: string | null; readonly repository: string } {
  const slash = name.indexOf('/');
  const first = slash === -1 ? '' : name.slice(0, slash);
  const isRegistry = first === 'localhost' || /[.:]/.test(first);
  return isRegistry ? { registry: first, repository: name.slice(slash + 1) } : { registry: null, repository: name };
}

export function ecrRegistry(registry: string | null): EcrRegistry | null {
  const [, account, joint, fips, region] = ECR.exec(registry ?? '') ?? [];
  if (account === undefined || region === undefined) return null;
  return { account, region, fips: fips !== undefined, dualStack: joint === '-' };
}

/** Registry and repository in one: what goes before `:tag` and `@digest`. */
export function splitUri(uri: string): { readonly registry: string; readonly repository: string } {
  const slash = uri.indexOf('/');
  return { registry: uri.slice(0, Math.max(slash, 0)), repository: uri.slice(slash + 1) };
}

/** For an IAM statement. Account and region are wildcards where the registry does not tell them. */
export function repositoryArn(uri: string): string {
  const { registry, repository } = splitUri(uri);
  const { account, region } = ecrRegistry(registry) ?? { account: '*', region: '*' };
  return `arn:${partitionOf(region)}:ecr:${region}:${account}:repository/${repository}`;
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
