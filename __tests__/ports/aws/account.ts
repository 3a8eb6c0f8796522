/** The ports as the step opens them, against a sandbox over HTTP, with its environment variables only. */
import { type CallRecord } from '../../../sandbox/control/calls.ts';
import { type FaultSpec } from '../../../sandbox/control/faults.ts';
import { awsEnvironment, clientsFor, type Clients } from '../../../scripts/rehearsal/clients.ts';
import { type Aws } from '../../../src/ports/aws/aws.ts';
import { openAws } from '../../../src/ports/aws/open.ts';
import { type Account, control, startAccount } from '../../sandbox/account.ts';

export interface Opened extends Account {
  readonly clients: Clients;
  fault(fault: Pick<FaultSpec, 'operation' | 'kind'> & Partial<FaultSpec>): Promise<void>;
  /** Since the last call of `forget`, oldest first. */
  calls(): Promise<readonly CallRecord[]>;
  /** No fault and no call from before counts. */
  forget(): Promise<void>;
  /** `maxRetries`: default 0. */
  open(maxRetries?: number): Promise<Aws>;
}

export async function openedAccount(): Promise<Opened> {
  const account = await startAccount();
  const { url } = account;
  return {
    ...account,
    clients: clientsFor(url),
    fault: async (fault) => {
      await answered(url, 'POST', 'faults', fault);
    },
    calls: async () => ((await answered(url, 'GET', 'calls')) as { calls: CallRecord[] }).calls,
    forget: async () => {
      await answered(url, 'DELETE', 'faults');
      await answered(url, 'DELETE', 'calls');
    },
    open: (maxRetries = 0) => openAws({ region: 'eu-west-1', maxRetries }),
  };
}

async function answered(url: string, method: string, path: string, body?: unknown): Promise<unknown> {
  const [status, answer] = await control(url, method, path, body);
  if (status !== 200) throw new Error(JSON.stringify(answer));
  return answer;
}

const NO_PROFILE = { AWS_CONFIG_FILE: '/nonexistent/config', AWS_SHARED_CREDENTIALS_FILE: '/nonexistent/credentials' };

/** Every `AWS_*` variable replaced by these. Gives back what restores them. */
export function useEnvironment(values: Readonly<Record<string, string>>): () => void {
  const before = Object.entries(process.env).filter(([name]) => name.startsWith('AWS_'));
  const set = (entries: readonly (readonly [string, string | undefined])[]): void => {
    // Not `delete process.env[name]` by a computed name, which the linter takes for a slow object.
    for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) Reflect.deleteProperty(process.env, name);
    for (const [name, value] of entries) process.env[name] = value;
  };
  set(Object.entries({ ...NO_PROFILE, ...values }));
  return () => {
    set(before);
  };
}

export const environmentOf = ({ url }: Pick<Account, 'url'>): Record<string, string> => awsEnvironment(url);
