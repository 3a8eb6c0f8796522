/** A sandbox with a service that CodeDeploy deploys, and a reader of its stream. */
import { get, type IncomingMessage } from 'node:http';
import { clientsFor } from '../../../scripts/rehearsal/clients.ts';
import { type Stack, type StackOptions, putUpStack } from '../../../scripts/rehearsal/stack.ts';
import { type SandboxOptions } from '../../../sandbox/server.ts';
import { type Account, startAccount } from '../account.ts';

export interface Rig extends Account {
  readonly stack: Stack;
}

/** On a stepped clock; the service is steady. */
export async function startRig(stack: Partial<StackOptions> = {}, options: SandboxOptions = {}): Promise<Rig> {
  const account = await startAccount(options);
  const made = await putUpStack(clientsFor(account.url), stack);
  account.clock.advance(60_000);
  return { ...account, stack: made };
}

export interface Message {
  readonly event: string;
  readonly id: string;
  readonly data: unknown;
}

export interface Reader {
  readonly response: IncomingMessage;
  /** The next message of that kind that has not been taken yet. */
  next(event: string): Promise<Message>;
  close(): void;
}

/** Reads server-sent events as the specification has them: blocks of `field: value`, an empty line after each. */
export async function readStream(url: string, query = '', headers: Record<string, string> = {}): Promise<Reader> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${url}/_sandbox/stream${query}`, { headers, agent: false }, resolve).on('error', reject);
  });
  const messages: Message[] = [];
  let wake = (): void => undefined;
  let text = '';
  response.setEncoding('utf8').on('data', (chunk: string) => {
    const blocks = (text + chunk).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map((line) => [line.split(': ', 1)[0], line.replace(/^[^:]*: /, '')]));
      const data = fields.get('data');
      if (data !== undefined) {
        messages.push({
          event: fields.get('event') ?? '',
          id: fields.get('id') ?? '',
          data: JSON.parse(data) as unknown,
        });
      }
    }
    wake();
  });
  response.on('error', () => undefined);
  return {
    response,
    async next(event) {
      for (;;) {
        const at = messages.findIndex((message) => message.event === event);
        const [found] = at < 0 ? [] : messages.splice(at, 1);
        if (found) return found;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    close: () => response.destroy(),
  };
}
