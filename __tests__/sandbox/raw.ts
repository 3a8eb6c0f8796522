import { connect } from 'node:net';

/**
 * Sends bytes as they are and gives back all that came until the server ended the connection. Without an `end` of the
 * bytes the client's side stays open, as that of a client that has more to send.
 */
export function exchange(url: string, chunks: Iterable<string | Buffer>): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    // A server that has refused what comes may reset the connection while it is still being written to.
    socket.on('error', () => undefined);
    socket.setEncoding('latin1').on('data', (chunk: string) => (text += chunk));
    socket.on('close', () => {
      resolve(text);
    });
    const iterator = chunks[Symbol.iterator]();
    const write = (): void => {
      for (let next = iterator.next(); !next.done && !socket.destroyed; next = iterator.next()) {
        if (!socket.write(next.value)) {
          socket.once('drain', write);
          return;
        }
      }
    };
    write();
  });
}

/** Tells how many of the chunks were taken. */
export function counted(chunk: string, most: number): { readonly chunks: Iterable<string>; taken(): number } {
  let taken = 0;
  const chunks = {
    *[Symbol.iterator]() {
      while (taken < most) {
        taken += 1;
        yield chunk;
      }
    },
  };
  return { chunks, taken: () => taken };
}
