/** Images into the engine, each once at a time. */
import { type Engine, isStatus, saidBy, segment } from './engine.ts';
import { type Json } from '../../json.ts';
import { jsonLines } from './json-lines.ts';
import { textAt } from './json-path.ts';
import { type Image, pullQuery } from './reference.ts';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Where images of ECR are pulled from. */
export interface RegistryAccess {
  /** `127.0.0.1:port` */
  readonly host: string;
  /** Asked for each pull. */
  credentials(): Credentials;
}

export interface Provided {
  readonly reference: string;
  /** It was pulled by this sandbox from its own registry. */
  readonly pulled: boolean;
  /** What the image wants to be ended with, as `SIGQUIT`; SIGTERM where it says nothing. */
  readonly stopSignal: string;
}

export interface Pulls {
  /** Pulls it where that is due. Rejects with the engine's own text. */
  provide(image: Image): Promise<Provided>;
  /** Removes the images that were pulled from the sandbox's registry and that nothing else uses. */
  removePulled(): Promise<void>;
}

export interface PullOptions {
  readonly engine: Engine;
  readonly registry: () => RegistryAccess | null;
  /** Ends what is under way. */
  readonly signal: AbortSignal;
}

export function createPulls(options: PullOptions): Pulls {
  const { engine } = options;
  const underWay = new Map<string, Promise<Provided>>();
  /** References that were not in the engine before. */
  const added = new Set<string>();
  const provide = async (image: Image): Promise<Provided> => {
    const { reference, ours, byDigest } = image;
    let inspected = await inspect(engine, reference);
    if (!inspected && ours) added.add(reference);
    // As ECS: a tag is asked for anew each time. Other registries may be out of reach, so what is there will do.
    if (!inspected || (ours && !byDigest)) {
      await pull(options, image);
      inspected = await inspect(engine, reference);
    }
    if (!inspected) throw new Error(`the pull of ${reference} ended without the image`);
    const stopSignal = textAt(inspected, 'Config', 'StopSignal') || 'SIGTERM';
    return { reference, pulled: added.has(reference), stopSignal };
  };
  return {
    provide(image) {
      const known = underWay.get(image.reference);
      if (known) return known;
      const work = provide(image).finally(() => underWay.delete(image.reference));
      underWay.set(image.reference, work);
      return work;
    },
    async removePulled() {
      await Promise.all([...added].map((reference) => removeImage(engine, reference)));
    },
  };
}

async function inspect(engine: Engine, reference: string): Promise<Json> {
  try {
    return await engine.call('GET', `/images/${segment(reference)}/json`);
  } catch (cause) {
    // 400: no reference at all, which the pull will say.
    if (isStatus(cause, 400, 404)) return null;
    throw cause;
  }
}

async function pull({ engine, registry, signal }: PullOptions, { reference, ours }: Image): Promise<void> {
  const access = ours ? registry() : null;
  const headers = access ? { 'x-registry-auth': authorization(access.host, access.credentials()) } : {};
  const stream = await engine.open('POST', '/images/create', { query: pullQuery(reference), headers, signal });
  let fault = '';
  // What goes wrong once the pull has begun stands in the progress that the engine sends.
  for await (const said of jsonLines(stream)) {
    fault = textAt(said, 'errorDetail', 'message') || textAt(said, 'error') || fault;
  }
  if (fault !== '') throw new Error(fault);
}

/** Engine API, "Authentication": base64url of JSON; padded, for without its padding an engine takes it for none at all. */
const authorization = (serveraddress: string, { username, password }: Credentials): string =>
  Buffer.from(JSON.stringify({ username, password, serveraddress }))
    .toString('base64')
    .replaceAll('+', '-')
    .replaceAll('/', '_');

/** One that is in use, or gone, stays as it is. */
export async function removeImage(engine: Engine, reference: string): Promise<void> {
  try {
    await engine.call('DELETE', `/images/${segment(reference)}`);
  } catch (cause) {
    if (!isStatus(cause, 404, 409)) throw new Error(`${reference}: ${saidBy(cause)}`, { cause });
  }
}
