import { type Socket } from 'node:net';

/** Waits for `time`, or for the end of the caller's connection where that comes first: then false. */
export async function stillThere(socket: Socket, time: Promise<void>): Promise<boolean> {
  if (socket.destroyed) return false;
  const { promise: gone, resolve } = Promise.withResolvers<boolean>();
  const end = (): void => {
    resolve(false);
  };
  socket.once('close', end);
  try {
    return await Promise.race([time.then(() => true), gone]);
  } finally {
    socket.off('close', end);
  }
}
