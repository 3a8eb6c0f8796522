/** The sandbox that is launched in: whether there is one, and what it tells of itself. */
import { isObject, objectsIn } from '../../src/json.ts';

export interface FoundSandbox {
  readonly region: string;
  /** Whether it can be pushed to. */
  readonly registry: boolean;
  /** Its time stands still until it is moved. */
  readonly stepped: boolean;
  /** From a listener's ARN to the address on this machine at which it answers. */
  readonly listeners: ReadonlyMap<string, string>;
}

const LIMIT_MS = 5_000;

/** Rejects with what to do where nothing answers, or something else does. */
export async function findSandbox(endpoint: string, limitMs = LIMIT_MS): Promise<FoundSandbox> {
  const answer = await ask(new URL('/_sandbox/health', endpoint), limitMs).catch((cause: unknown) => {
    throw new Error(whyNone(endpoint, cause));
  });
  const health = answer === null ? null : json(answer);
  if (!isObject(health) || typeof health['region'] !== 'string')
    throw new Error(
      `What answers at ${endpoint} is no sandbox. Start one by npm run sandbox, or give the address that it printed with --endpoint.`,
    );
  const listeners = objectsIn(health['listeners']).flatMap(({ arn, url }) =>
    typeof arn === 'string' && typeof url === 'string' ? [[arn, url] as const] : [],
  );
  return {
    region: health['region'],
    registry: typeof health['registryUrl'] === 'string',
    stepped: health['clock'] === 'stepped',
    listeners: new Map(listeners),
  };
}

async function ask(url: URL, limitMs: number): Promise<string | null> {
  const response = await fetch(url, { signal: AbortSignal.timeout(limitMs), redirect: 'error' });
  const text = await response.text();
  return response.ok ? text : null;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function whyNone(endpoint: string, cause: unknown): string {
  const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const refused = reason instanceof Error && 'code' in reason && reason.code === 'ECONNREFUSED';
  const why = refused ? '' : ` (${reason instanceof Error ? reason.message : String(reason)})`;
  return `No sandbox answers at ${endpoint}${why}: start one by npm run sandbox, in another shell, or give its address with --endpoint.`;
}
