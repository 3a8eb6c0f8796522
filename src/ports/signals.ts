/** The runner cancels a step with SIGINT, and with SIGTERM 7.5 seconds later. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
}

/** Aborted, with an `Interruption`, on the first of the two signals. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      controller.abort(new Interruption(`the run was cancelled (${signal})`));
    });
  }
  return controller.signal;
}
