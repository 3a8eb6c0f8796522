/** What `post` needs to know of a deployment, handed over in the step's state before the call that makes or moves it. */
import { type CodeDeployTarget } from './engine/codedeploy/engine.ts';
import { type StopPolicy } from './inputs/types.ts';
import { isObject, type Json } from './json.ts';
import { type Runner } from './ports/runner.ts';
import { engineTarget, type Target } from './target/target.ts';

export interface Remembered extends Where {
  /** How the deployment is found where its id never came back; null where the id is known before. */
  readonly search: Search | null;
  /** Task definition ARNs: what production ran before, and what it should run. */
  readonly from: string;
  readonly to: string;
  /** null: never stopped. */
  readonly onCancel: StopPolicy | null;
}

export interface Where extends CodeDeployTarget {
  readonly region: string;
  /** Names or ARNs, as DescribeServices takes them. */
  readonly cluster: string;
  readonly service: string;
}

export function whereOf(target: Target, region: string): Where {
  const { cluster, service } = target;
  return { ...engineTarget(target), region, cluster, service: service.serviceName ?? '' };
}

export interface Search {
  readonly marker: string;
  /** Of the AppSpec, in hexadecimal. */
  readonly sha256: string;
  /** Epoch milliseconds, on our clock: it was made after that. */
  readonly since: number;
}

const STATE = 'deployment';
/** Set as soon as a StopDeployment was answered: `post` then only follows. */
const STOPPED = 'stopped';
/** How the step ended by itself; empty where it was cancelled or killed. */
const ENDED = 'ended';

/** `id`: of a deployment that is there already. One that is started tells its id when it is known (`reportStart`). */
export function rememberDeployment(runner: Pick<Runner, 'saveState'>, what: Remembered, id?: string): void {
  runner.saveState(STATE, JSON.stringify(what));
  if (id !== undefined) runner.saveState('deployment-id', id);
}

/** The call was refused, so that there is no deployment; or what was remembered has ended, and another one follows. */
export function forgetDeployment(runner: Pick<Runner, 'saveState'>): void {
  for (const name of [STATE, STOPPED, 'deployment-id']) runner.saveState(name, '');
}

/** null where nothing was started or moved, or where the state holds something else. */
export function remembered(runner: Pick<Runner, 'state'>): Remembered | null {
  try {
    return readRemembered(JSON.parse(runner.state(STATE)));
  } catch {
    return null;
  }
}

export function rememberStop(runner: Pick<Runner, 'saveState'>): void {
  runner.saveState(STOPPED, 'true');
}

export function isStopped(runner: Pick<Runner, 'state'>): boolean {
  return runner.state(STOPPED) === 'true';
}

/** `reported`: all is told, and nothing is left to be done; `error`: by an error, which was told. */
export function rememberEnd(runner: Pick<Runner, 'saveState'>, how: 'reported' | 'error'): void {
  runner.saveState(ENDED, how);
}

export function mainEnd(runner: Pick<Runner, 'state'>): 'reported' | 'error' | null {
  const how = runner.state(ENDED);
  return how === 'reported' || how === 'error' ? how : null;
}

function readRemembered(value: unknown): Remembered | null {
  if (!isObject(value)) return null;
  const text = (name: string): string => {
    const member = value[name];
    if (typeof member !== 'string') throw new TypeError(`${name} is no text`);
    return member;
  };
  return {
    region: text('region'),
    application: text('application'),
    group: text('group'),
    cluster: text('cluster'),
    service: text('service'),
    ecsTarget: text('ecsTarget'),
    search: searchOf(value['search']),
    from: text('from'),
    to: text('to'),
    onCancel: policyOf(value['onCancel']),
  };
}

function searchOf(value: Json | undefined): Search | null {
  if (!isObject(value)) return null;
  const { marker, sha256, since } = value;
  const isWhole = typeof marker === 'string' && typeof sha256 === 'string' && typeof since === 'number';
  return isWhole ? { marker, sha256, since } : null;
}

/** What is no policy is none: nothing is stopped then. */
function policyOf(value: Json | undefined): StopPolicy | null {
  return value === 'rollback' || value === 'rollback-always' || value === 'leave' ? value : null;
}
