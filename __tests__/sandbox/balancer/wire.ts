/** Bytes as they are, for what no HTTP client would send. */
import { connect } from 'node:net';

/** Sends a text as it stands and gives all that comes back until the connection ends. */
export function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text, 'latin1'));
    socket.setEncoding('latin1').on('data', (chunk: string) => (said += chunk));
    socket.on('error', reject).on('close', () => {
      resolve(said);
    });
  });
}

/** Resolves when it holds; rejects after five seconds. */
export async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 5000;
  while (!holds()) {
    if (Date.now() > end) throw new Error('What was waited for did not come.');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
