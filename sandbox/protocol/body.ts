import { type IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** Larger than anything AWS takes in the calls that are emulated. */
export const LARGEST_BODY = 10 * 1024 * 1024;

/** The request's body; null as soon as it turns out to be larger than `limit` bytes. The rest is not read. */
export async function readBody(request: IncomingMessage, limit = LARGEST_BODY): Promise<Buffer | null> {
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
  return Buffer.concat(chunks);
}

const LONGEST_DISCARD_MS = 1_000;
const MOST_DISCARDED = 32 * 1024 * 1024;

/**
 * Lets some of a refused body come and go. A connection that ends while its client is still writing is reset, and many
 * clients then never look at the answer that they have already got.
 */
export function discard(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, LONGEST_DISCARD_MS);
    const done = (): void => {
      clearTimeout(late);
      resolve();
    };
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MOST_DISCARDED) done();
    });
    request.once('end', done).once('close', done).resume();
  });
}

/** Undoes `Content-Encoding: gzip`, which clients use for large PutMetricData calls; null when it is not gzip after all. */
export function decompressed(body: Buffer, encoding: string | undefined): Buffer | null {
  if (encoding?.toLowerCase() !== 'gzip') return body;
  try {
    return gunzipSync(body, { maxOutputLength: LARGEST_BODY });
  } catch {
    return null;
  }
}
