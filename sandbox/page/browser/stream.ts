/** The connection to the sandbox: keeps itself up, and says when it is down. */

const KINDS = ['hello', 'view', 'calls', 'traffic', 'beat'] as const;
export type Kind = (typeof KINDS)[number];

export interface StreamHandlers {
  /** One message: its kind and its data, already parsed. */
  readonly message: (kind: Kind, data: unknown) => void;
  readonly connected: (up: boolean) => void;
}

const RETRY_MS = 2_000;
/** The sandbox says something every 15 seconds; silence for longer means that the connection is dead. */
const SILENCE_MS = 35_000;

export class Stream {
  private readonly handlers: StreamHandlers;
  private source: EventSource | null = null;
  private service: string | null = null;
  /** Id of the last message: what came after it is asked for when the connection is made anew. */
  private last: string | null = null;
  private retry = 0;
  private watchdog = 0;

  constructor(handlers: StreamHandlers) {
    this.handlers = handlers;
    // A hidden page needs no news, and browsers allow only a few connections to one host.
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) this.close();
      else this.open();
    });
    this.open();
  }

  /** Looks at that service from now on. */
  choose(service: string): void {
    this.service = service;
    this.open();
  }

  private open(): void {
    this.close();
    const query = new URLSearchParams();
    if (this.service !== null) query.set('service', this.service);
    if (this.last !== null) query.set('last', this.last);
    const source = new EventSource(`/_sandbox/stream?${query.toString()}`);
    this.source = source;
    this.alive();
    source.onerror = () => {
      // The browser tries again by itself, unless it was refused outright.
      if (source.readyState === EventSource.CLOSED) this.again();
      else this.handlers.connected(false);
    };
    for (const kind of KINDS) {
      source.addEventListener(kind, (event: MessageEvent<string>) => {
        this.take(kind, event);
      });
    }
  }

  private take(kind: Kind, event: MessageEvent<string>): void {
    this.last = event.lastEventId;
    this.alive();
    this.handlers.connected(true);
    this.handlers.message(kind, JSON.parse(event.data));
  }

  private alive(): void {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => {
      this.again();
    }, SILENCE_MS);
  }

  private again(): void {
    this.handlers.connected(false);
    this.close();
    this.retry = setTimeout(() => {
      this.open();
    }, RETRY_MS);
  }

  private close(): void {
    clearTimeout(this.retry);
    clearTimeout(this.watchdog);
    this.source?.close();
    this.source = null;
  }
}
