import { createHash } from 'node:crypto';

export type Field = string | Uint8Array;

/**
 * A hash over records of fields. Each record says how many fields it has and each field how many bytes, so that no two
 * different sequences of records are the same bytes.
 */
export class Frame {
  readonly #hash = createHash('sha256');

  /** Texts are taken as UTF-8. */
  record(...fields: readonly Field[]): void {
    this.#hash.update(frame(fields));
  }

  /** Ends the frame: 64 hexadecimal digits. */
  digest(): string {
    return this.#hash.digest('hex');
  }
}

/** Four bytes for the number of fields; then, for each, six bytes for its length, and its bytes. */
export function frame(fields: readonly Field[]): Buffer {
  const parts = fields.map((field) => (typeof field === 'string' ? Buffer.from(field) : field));
  const framed = Buffer.allocUnsafe(parts.reduce((sum, { length }) => sum + 6 + length, 4));
  let at = framed.writeUInt32BE(parts.length, 0);
  for (const part of parts) {
    at = framed.writeUIntBE(part.length, at, 6);
    framed.set(part, at);
    at += part.length;
  }
  return framed;
}
