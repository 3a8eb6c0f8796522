import { type IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** Larger than anything AWS takes in the calls that are emulated. */
export const LARGEST_BODY = 10 * 1024 * 1024;

/** The request's body; null when it is larger than `limit` bytes. The rest of such a body is not kept. */
export async function readBody(request: IncomingMessage, limit = LARGEST_BODY): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  return size > limit ? null : Buffer.concat(chunks);
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
