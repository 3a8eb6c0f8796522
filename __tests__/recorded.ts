/** A log and a runner that keep what they are told. */
import { type Log } from '../src/ports/log.ts';
import { type Runner } from '../src/ports/runner.ts';

export interface RecordedRun {
  readonly log: Log;
  readonly runner: Runner;
  /** `info: text`, `group: heading`, …, in order. */
  readonly lines: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summaries: readonly string[];
  /** The texts of one kind. */
  readonly of: (kind: string) => readonly string[];
}

export function recordedRun(initial: Readonly<Record<string, string>> = {}): RecordedRun {
  const lines: string[] = [];
  const outputs: Record<string, string> = {};
  const state: Record<string, string> = { ...initial };
  const summaries: string[] = [];
  const write = (kind: string) => (text: string) => void lines.push(`${kind}: ${text}`);
  const log: Log = {
    info: write('info'),
    debug: write('debug'),
    warning: write('warning'),
    error: write('error'),
    mask: write('mask'),
    group: (heading, work) => (write('group')(heading), work()),
    quoted: (work) => work(),
  };
  const runner: Runner = {
    context: { ...nowhere, workspace: '/workspace' },
    setOutput: (name, value) => void (outputs[name] = value),
    saveState: (name, value) => void (state[name] = value),
    state: (name) => state[name] ?? '',
    addSummary: (markdown) => Promise.resolve(void summaries.push(markdown)),
  };
  const of = (kind: string): string[] =>
    lines.filter((line) => line.startsWith(`${kind}: `)).map((line) => line.slice(kind.length + 2));
  return { log, runner, lines, outputs, state, summaries, of };
}

const nowhere: Runner['context'] = {
  repository: 'octo-org/shop',
  runId: '7000000001',
  runAttempt: '1',
  job: 'deploy',
  sha: '0123456789abcdef0123456789abcdef01234567',
  actor: 'octocat',
  serverUrl: 'https://github.com',
  workspace: '',
  temp: '/tmp',
};
