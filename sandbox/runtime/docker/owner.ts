/** Which process started a container, so that what a killed one left behind can be told from what is in use. */
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { codeOf } from './engine.ts';
import { parseJson, textAt } from './json-path.ts';

export interface Owner {
  readonly host: string;
  /** The machine's boot and the process namespace; empty where the system tells none. */
  readonly boot: string;
  readonly namespace: string;
  readonly pid: string;
  /** The process's start in ticks since the boot: a number of a process may be given again. */
  readonly started: string;
}

function tell(read: () => string): string {
  try {
    return read().trim();
  } catch {
    return '';
  }
}

/** proc(5): field 22 of /proc/PID/stat; the second field, in brackets, may hold spaces. */
const startOf = (pid: string): string =>
  tell(
    () =>
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[19] ?? '',
  );

export function currentOwner(): Owner {
  return {
    host: hostname(),
    boot: tell(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
    namespace: tell(() => readlinkSync('/proc/self/ns/pid')),
    pid: String(process.pid),
    started: startOf('self'),
  };
}

export const writeOwner = (owner: Owner): string => JSON.stringify({ ...owner });

/** null where the label is not of ours. */
export function readOwner(label: string): Owner | null {
  const value = parseJson(label);
  const [host, boot, namespace, pid, started] = ['host', 'boot', 'namespace', 'pid', 'started'].map((name) =>
    textAt(value, name),
  );
  if (!host || !pid || !/^\d{1,10}$/.test(pid)) return null;
  return { host, boot: boot ?? '', namespace: namespace ?? '', pid, started: started ?? '' };
}

/** What is known of a process by its number. `started` is empty where the system does not tell. */
export type Process = (pid: string) => { readonly alive: boolean; readonly started: string };

export const lookAtProcess: Process = (pid) => {
  try {
    process.kill(Number(pid), 0);
  } catch (cause) {
    // EPERM: another user's process, alive.
    if (codeOf(cause) === 'ESRCH') return { alive: false, started: '' };
  }
  return { alive: true, started: startOf(pid) };
};

/** Only what certainly is: a process of another machine or another container cannot be looked at from here. */
export function isGone(owner: Owner, self: Owner, look: Process): boolean {
  if (owner.host !== self.host) return false;
  if (owner.boot !== self.boot) return owner.boot !== '' && self.boot !== '';
  if (owner.namespace !== self.namespace) return false;
  const { alive, started } = look(owner.pid);
  return !alive || (owner.started !== '' && started !== '' && owner.started !== started);
}
