import { type IncomingMessage } from 'node:http';

/** Larger than anything AWS takes in the calls that are emulated. */
export const LARGEST_BODY = 10 * 1024 * 1024;

/** The request's body as text; null as soon as it turns out to be larger than `limit` bytes. The rest is not read. */
export async function readBody(request: IncomingMessage, limit = LARGEST_BODY): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  // The iterator of a stream destroys it when it is left early, and with it the connection that the answer goes out on.
  const reading = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const chunk of reading) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
