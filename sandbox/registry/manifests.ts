import { type IncomingMessage, type ServerResponse } from 'node:http';
import { isTag, recordImage, tagIsTaken, takenTag } from '../operations/ecr/images.ts';
import { digestOf, readManifest } from '../operations/ecr/manifest.ts';
import { type Sandbox } from '../operation.ts';
import { type Repository } from '../world/ecr.ts';
import { refusal, refuse, type Refusal } from './answer.ts';
import { type Route } from './route.ts';
import { answerHeaders, passedOn, readBody, send, type Answer, type Upstream } from './upstream.ts';

type ManifestRoute = Extract<Route, { kind: 'manifest' }>;

/** Distribution, too, takes manifests up to this size only. */
const LIMIT = 4 * 1024 * 1024;

interface Pushed {
  readonly request: IncomingMessage;
  readonly body: Buffer;
  readonly tag: string | undefined;
}

async function store(
  sandbox: Sandbox,
  upstream: Upstream,
  repository: Repository,
  { request, body, tag }: Pushed,
): Promise<Answer | Refusal> {
  const manifest = body.toString();
  const facts = readManifest(manifest);
  if (!facts) return refusal(400, 'MANIFEST_INVALID', 'The manifest is not a JSON object.');
  const digest = digestOf(body);
  if (tag !== undefined && tagIsTaken(repository, tag, digest)) {
    return refusal(400, 'TAG_INVALID', takenTag(repository, tag));
  }
  const headers = { ...passedOn(request.headers), 'content-length': String(body.length) };
  const answer = await send(upstream, { method: 'PUT', path: request.url ?? '', headers, body });
  if (answer.status === 201) {
    const mediaType = request.headers['content-type'] ?? facts.mediaType ?? '';
    recordImage(repository, { digest, manifest, mediaType, pushedAt: sandbox.clock.now() }, tag);
  }
  return answer;
}

/** Takes a pushed manifest and, once the registry has it, lets the ECR operations see the image. */
export function manifestStore(sandbox: Sandbox, upstream: Upstream) {
  // One after the other: two pushes of one immutable tag must not both find it free.
  let last: Promise<unknown> = Promise.resolve();
  return async (
    { repository: name, reference }: ManifestRoute,
    request: IncomingMessage,
    response: ServerResponse,
    origin: string,
  ): Promise<void> => {
    const body = await readBody(request, LIMIT);
    const repository = sandbox.world.ecr.repositories.get(name);
    if (!body || !repository) {
      refuse(response, refusal(413, 'SIZE_INVALID', `A manifest holds at most ${LIMIT} bytes.`), origin);
      return;
    }
    const tag = isTag(reference) ? reference : undefined;
    const stored = last.then(() => store(sandbox, upstream, repository, { request, body, tag }));
    last = stored.catch(() => undefined);
    const outcome = await stored;
    if ('code' in outcome) refuse(response, outcome, origin);
    else response.writeHead(outcome.status, answerHeaders(outcome.headers, origin)).end(outcome.body);
  };
}
