/** The connection to the sandbox: keeps itself up, and says when it is down. */

export interface StreamHandlers {
  /** One message: its kind and its data, already parsed. */
  message(kind: 'hello' | 'view' | 'calls' | 'traffic' | 'beat', data: unknown): void;
  connected(up: boolean): void;
}

export interface Connected {
  /** Looks at that service from now on. */
  choose(service: string | null): void;
}

const KINDS = ['hello', 'view', 'calls', 'traffic', 'beat'] as const;
const RETRY_MS = 2_000;
/** The sandbox says something every 15 seconds; silence for longer means that the connection is dead. */
const SILENCE_MS = 35_000;

export function connect(handlers: StreamHandlers): Connected {
  let source: EventSource | null = null;
  let service: string | null = null;
  let last: string | null = null;
  let retry = 0;
  let watchdog = 0;

  const alive = (): void => {
    clearTimeout(watchdog);
    watchdog = setTimeout(again, SILENCE_MS);
  };
  const close = (): void => {
    clearTimeout(retry);
    clearTimeout(watchdog);
    source?.close();
    source = null;
  };
  const again = (): void => {
    handlers.connected(false);
    close();
    retry = setTimeout(open, RETRY_MS);
  };
  const open = (): void => {
    close();
    const query = new URLSearchParams();
    if (service !== null) query.set('service', service);
    if (last !== null) query.set('last', last);
    const opened = new EventSource(`/_sandbox/stream?${query.toString()}`);
    source = opened;
    alive();
    opened.onerror = () => {
      // The browser tries again by itself, unless it was refused outright.
      if (opened.readyState === EventSource.CLOSED) again();
      else handlers.connected(false);
    };
    for (const kind of KINDS) {
      opened.addEventListener(kind, (event: MessageEvent<string>) => {
        last = event.lastEventId;
        alive();
        handlers.connected(true);
        handlers.message(kind, JSON.parse(event.data));
      });
    }
  };
  // A hidden page needs no news, and browsers allow only a few connections to one host.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) close();
    else open();
  });
  open();
  return {
    choose(wanted) {
      service = wanted;
      open();
    },
  };
}
