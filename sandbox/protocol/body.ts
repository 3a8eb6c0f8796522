import { type IncomingMessage } from 'node:http';

/** Larger than anything AWS takes in the calls that are emulated. */
export const LARGEST_BODY = 10 * 1024 * 1024;

/** The request's body as text; null when it is larger than `limit` bytes. The rest of such a body is not kept. */
export async function readBody(request: IncomingMessage, limit = LARGEST_BODY): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  return size > limit ? null : Buffer.concat(chunks).toString('utf8');
}
