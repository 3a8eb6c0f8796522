/** What ECR knows of a repository's images, which is what the registry shows: an image that was deleted is gone there too. */
import { type ServerResponse } from 'node:http';
import { findImage, isDigest } from '../operations/ecr/images.ts';
import { type Repository } from '../world/ecr.ts';

/** Whether there is an image of that tag or digest. */
export function hasImage(repository: Repository, reference: string): boolean {
  const id = isDigest(reference) ? { imageDigest: reference } : { imageTag: reference };
  return findImage(repository, id) !== undefined;
}

/** Distribution's `GET /v2/<name>/tags/list`: in order, at most `n` from behind `last`, with a Link to the rest. */
export function sendTags(repository: Repository, url: string, response: ServerResponse): void {
  const { searchParams } = new URL(url, 'http://registry');
  const last = searchParams.get('last') ?? '';
  const size = Number(/^\d{1,6}$/.exec(searchParams.get('n') ?? '')?.[0] ?? Infinity);
  const all = [...repository.images.values()].flatMap(({ tags }) => [...tags]).sort();
  const rest = all.filter((tag) => tag > last);
  const tags = rest.slice(0, size);
  const next = new URLSearchParams({ last: tags.at(-1) ?? '', n: String(size) });
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'docker-distribution-api-version': 'registry/2.0',
    ...(tags.length > 0 &&
      tags.length < rest.length && { link: `</v2/${repository.name}/tags/list?${next.toString()}>; rel="next"` }),
  });
  response.end(JSON.stringify({ name: repository.name, tags }));
}
