/** A workflow file as this runner knows it. What it does not know is refused, so that nothing in a file goes unseen. */
import { parse } from 'yaml';
import { type Json, type JsonObject } from '../../../src/json.ts';
import { readTriggers, type Triggers } from './triggers.ts';
import { flag, list, object, only, text, textOrNull, texts } from './read.ts';

export type Permissions = Readonly<Record<string, string>>;

export interface Concurrency {
  readonly group: string;
  readonly cancelInProgress: boolean;
}

export interface Step {
  readonly id: string | null;
  readonly name: string | null;
  readonly if: string | null;
  readonly uses: string | null;
  readonly with: Readonly<Record<string, string>>;
  readonly run: string | null;
  readonly shell: string | null;
  readonly env: Readonly<Record<string, string>>;
}

export interface Job {
  readonly id: string;
  readonly name: string | null;
  readonly needs: readonly string[];
  readonly if: string | null;
  readonly timeoutMinutes: string;
  readonly environment: { readonly name: string; readonly url: string | null } | null;
  /** null: those of the workflow. */
  readonly permissions: Permissions | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

export interface Workflow {
  readonly name: string;
  readonly runName: string | null;
  readonly triggers: Triggers;
  readonly permissions: Permissions;
  readonly concurrency: Concurrency;
  readonly env: Readonly<Record<string, string>>;
  /** In the order of the file. */
  readonly jobs: readonly Job[];
}

/** Throws, with the place in the file, where a member is unknown, missing or of another type. */
export function readWorkflow(source: string): Workflow {
  const file = object(parse(source) as unknown, 'the workflow');
  only(file, 'the workflow', ['name', 'run-name', 'on', 'permissions', 'concurrency', 'env', 'jobs']);
  return {
    name: text(file, 'name', 'the workflow'),
    runName: textOrNull(file, 'run-name', 'the workflow'),
    triggers: readTriggers(object(file['on'], 'on')),
    permissions: readPermissions(file['permissions']) ?? refuse('the workflow has no permissions'),
    concurrency: readConcurrency(file['concurrency']),
    env: texts(file['env'], 'env'),
    jobs: Object.entries(object(file['jobs'], 'jobs')).map(([id, job]) => readJob(id, object(job, `jobs.${id}`))),
  };
}

function readJob(id: string, job: JsonObject): Job {
  const where = `jobs.${id}`;
  const known = ['name', 'needs', 'if', 'runs-on', 'timeout-minutes', 'environment', 'permissions', 'outputs', 'env'];
  only(job, where, [...known, 'steps']);
  if (job['runs-on'] !== 'ubuntu-24.04') refuse(`${where}.runs-on is not ubuntu-24.04`);
  const { needs } = job;
  return {
    id,
    name: textOrNull(job, 'name', where),
    needs: typeof needs === 'string' ? [needs] : list(needs ?? [], `${where}.needs`).map(String),
    if: textOrNull(job, 'if', where),
    timeoutMinutes: text(job, 'timeout-minutes', where),
    environment: readEnvironment(job['environment'], where),
    permissions: readPermissions(job['permissions']),
    outputs: texts(job['outputs'], `${where}.outputs`),
    env: texts(job['env'], `${where}.env`),
    steps: list(job['steps'], `${where}.steps`).map((step, at) => readStep(step, `${where}.steps[${at}]`)),
  };
}

function readStep(value: Json, where: string): Step {
  const step = object(value, where);
  only(step, where, ['id', 'name', 'if', 'uses', 'with', 'run', 'shell', 'env']);
  const read: Step = {
    id: textOrNull(step, 'id', where),
    name: textOrNull(step, 'name', where),
    if: textOrNull(step, 'if', where),
    uses: textOrNull(step, 'uses', where),
    with: texts(step['with'], `${where}.with`),
    run: textOrNull(step, 'run', where),
    shell: textOrNull(step, 'shell', where),
    env: texts(step['env'], `${where}.env`),
  };
  if ((read.uses === null) === (read.run === null)) refuse(`${where} has to have one of uses and run`);
  return read;
}

function readEnvironment(value: Json | undefined, where: string): Job['environment'] {
  if (value === undefined) return null;
  if (typeof value === 'string') return { name: value, url: null };
  const environment = object(value, `${where}.environment`);
  only(environment, `${where}.environment`, ['name', 'url']);
  return { name: text(environment, 'name', where), url: textOrNull(environment, 'url', where) };
}

function readPermissions(value: Json | undefined): Permissions | null {
  return value === undefined ? null : texts(value, 'permissions');
}

function readConcurrency(value: Json | undefined): Concurrency {
  const concurrency = object(value, 'concurrency');
  only(concurrency, 'concurrency', ['group', 'cancel-in-progress']);
  return {
    group: text(concurrency, 'group', 'concurrency'),
    cancelInProgress: flag(concurrency, 'cancel-in-progress', 'concurrency'),
  };
}

function refuse(what: string): never {
  throw new Error(what);
}
