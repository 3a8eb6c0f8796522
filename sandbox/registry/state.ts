/**
 * What the ECR operations and the registry share for one world: where the registry is, and which passwords are good.
 * Passwords are never kept: only their sha256 is, and only in memory.
 */
import { createHash, randomBytes } from 'node:crypto';
import { type Caller } from '../iam/caller.ts';
import { type Sandbox } from '../operation.ts';
import { type RoleSession } from '../world/iam.ts';
import { type World } from '../world/world.ts';

/** How an image that came through the API gets into the registry, so that docker can pull it. */
export interface RegistryLink {
  /** `127.0.0.1:port` of the registry as docker sees it. */
  readonly host: string;
  /** Stores a manifest under a tag or digest. False: the registry refused it, as when layers are missing. */
  putManifest(repository: string, reference: string, manifest: string, mediaType: string): Promise<boolean>;
}

interface Password {
  /** Emulated epoch milliseconds. */
  readonly expiresAt: number;
  /** Whose it is; null: the administrator's. */
  readonly session: RoleSession | null;
}

interface State {
  link: RegistryLink | null;
  /** By the password's sha256. */
  readonly passwords: Map<string, Password>;
}

/** ECR API: "The authorization token is valid for 12 hours." */
const VALID_MS = 12 * 60 * 60_000;

const states = new WeakMap<World, State>();

function stateOf(world: World): State {
  const known = states.get(world);
  if (known) return known;
  const fresh: State = { link: null, passwords: new Map() };
  states.set(world, fresh);
  return fresh;
}

export const registryLink = (world: World): RegistryLink | null => stateOf(world).link;

export function linkRegistry(world: World, link: RegistryLink | null): void {
  stateOf(world).link = link;
}

/** `127.0.0.1:port` of the registry that runs for this world, else the host that ECR has on AWS. */
export const registryHost = (world: World): string =>
  registryLink(world)?.host ?? `${world.account}.dkr.ecr.${world.region}.amazonaws.com`;

/** What goes before `:tag` and `@sha256:…`. Right also for a repository that is older than the registry. */
export const repositoryUri = (world: World, name: string): string => `${registryHost(world)}/${name}`;

const hash = (password: string): string => createHash('sha256').update(password).digest('hex');

/**
 * A new password, good for 12 emulated hours beside those given before; it may do what its caller may, the administrator
 * where none is given. `expiresAt` in epoch milliseconds.
 */
export function issuePassword(
  { world, clock }: Pick<Sandbox, 'world' | 'clock'>,
  caller?: Caller,
): { password: string; expiresAt: number } {
  const { passwords } = stateOf(world);
  const password = randomBytes(48).toString('base64url');
  const expiresAt = clock.now() + VALID_MS;
  passwords.set(hash(password), { expiresAt, session: caller?.kind === 'session' ? caller.session : null });
  return { password, expiresAt };
}

export function checkPassword({ world, clock }: Sandbox, password: string): 'good' | 'expired' | 'wrong' {
  const known = stateOf(world).passwords.get(hash(password));
  if (known === undefined) return 'wrong';
  return clock.now() < known.expiresAt ? 'good' : 'expired';
}

/** The session that the password was given to; null: the administrator, or a password that is not known. */
export const sessionOf = (world: World, password: string): RoleSession | null =>
  stateOf(world).passwords.get(hash(password))?.session ?? null;
