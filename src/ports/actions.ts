/**
 * The GitHub runner, through the parts of `@actions/core` that speak its protocol.
 *
 * They are imported by file: the package's entry also loads an HTTP client for OIDC, which costs a failing start more
 * than three times an empty script's time and which nothing here needs.
 */
import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { cwd } from 'node:process';
import { issue, issueCommand } from '../../node_modules/@actions/core/lib/command.js';
import { issueFileCommand, prepareKeyValueMessage } from '../../node_modules/@actions/core/lib/file-command.js';
import { type Log } from './log.ts';
import { type RunContext, type Runner } from './runner.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export function actionsLog(write: (text: string) => void = (text) => void process.stdout.write(text)): Log {
  return {
    info: (text) => {
      write(
        `${text
          .split(/\r\n|\r|\n/)
          .map(harmless)
          .join('\n')}\n`,
      );
    },
    debug: (text) => {
      issueCommand('debug', {}, text);
    },
    warning: (text) => {
      issueCommand('warning', {}, text);
    },
    error: (text) => {
      issueCommand('error', {}, text);
    },
    async group(heading, work) {
      issue('group', heading.replaceAll(/\s+/g, ' '));
      try {
        return await work();
      } finally {
        issue('endgroup');
      }
    },
    mask,
    quoted,
  };
}

function mask(secret: string): void {
  for (const line of secret.split(/\r\n|\r|\n/)) if (line.trim() !== '') issueCommand('add-mask', {}, line);
}

async function quoted<T>(work: () => Promise<T>): Promise<T> {
  const end = randomUUID();
  issue('stop-commands', end);
  try {
    return await work();
  } finally {
    issue(end);
  }
}

/**
 * The runner takes a line that starts with `::`, white space aside, or holds `##[` as a command: text from elsewhere
 * must not be one. .NET counts U+0085 as white space, where JavaScript does not.
 */
function harmless(line: string): string {
  return line.replace(/^([\s\u0085]*)::/, '$1: :').replaceAll('##[', '## [');
}

export function actionsRunner(environment: Environment): Runner {
  return {
    context: contextOf(environment),
    setOutput: (name, value) => {
      if (environment['GITHUB_OUTPUT']) issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    },
    saveState: (name, value) => {
      if (environment['GITHUB_STATE']) issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    },
    state: (name) => environment[`STATE_${name}`] ?? '',
    async addSummary(markdown) {
      const path = environment['GITHUB_STEP_SUMMARY'];
      if (path) await appendFile(path, `${markdown}\n`);
    },
  };
}

function contextOf(environment: Environment): RunContext {
  const value = (name: string): string => environment[name] ?? '';
  return {
    repository: value('GITHUB_REPOSITORY'),
    runId: value('GITHUB_RUN_ID'),
    runAttempt: value('GITHUB_RUN_ATTEMPT'),
    job: value('GITHUB_JOB'),
    sha: value('GITHUB_SHA'),
    actor: value('GITHUB_ACTOR'),
    serverUrl: value('GITHUB_SERVER_URL') || 'https://github.com',
    workspace: value('GITHUB_WORKSPACE') || cwd(),
    temp: value('RUNNER_TEMP') || tmpdir(),
  };
}
