import { type CreateDeploymentCommandInput, type DeploymentInfo, type ECSTarget } from '@aws-sdk/client-codedeploy';
import { codeDeployEngine } from '../../../src/engine/codedeploy/engine.ts';
import { type Engine, type StartRequest } from '../../../src/engine/engine.ts';
import { type CodeDeployPort } from '../../../src/ports/aws/aws.ts';
import { AwsCallError, type AwsErrorKind } from '../../../src/ports/aws/error.ts';
import { type Log } from '../../../src/ports/log.ts';
import { FakeClock } from '../../watch/fake-clock.ts';

export const marker = 'ecs-blue-green:acme/shop:42.1:deploy';

export const request: StartRequest = {
  application: 'app',
  group: 'group',
  config: 'CodeDeployDefault.ECSAllAtOnce',
  appspec: { content: '{}', sha256: 'ab12' },
  description: `${marker} web:1 → web:2`,
  marker,
};

export const ours: DeploymentInfo = {
  status: 'InProgress',
  description: request.description,
  revision: { revisionType: 'AppSpecContent', appSpecContent: { sha256: 'AB12' } },
};

export function callError(kind: AwsErrorKind, code: string, message = 'said AWS'): AwsCallError {
  return new AwsCallError(
    { service: 'codedeploy', operation: 'CreateDeployment', on: 'app/group' },
    { kind, code, message },
  );
}

type Answer<T> = T | Error;

/** CodeDeploy that answers from lists: the last answer of a list stays. */
export class Scripted implements CodeDeployPort {
  readonly created: CreateDeploymentCommandInput[] = [];
  readonly listed: number[] = [];
  readonly retries: (string | undefined)[] = [];
  creates: Answer<string>[] = ['d-NEW000001'];
  lists: Answer<readonly string[]>[] = [[]];
  deployments: Record<string, Answer<DeploymentInfo>> = {};
  target: ECSTarget | null = null;
  lastAttempted: string | null = null;

  createDeployment(input: CreateDeploymentCommandInput): Promise<string> {
    this.created.push(input);
    return next(this.creates);
  }
  getDeployments(ids: readonly string[]): Promise<readonly DeploymentInfo[]> {
    return Promise.all(ids.map((id) => this.getDeployment(id)));
  }
  getAppSpec(): Promise<string | null> {
    return Promise.resolve(null);
  }
  stopDeployment(): Promise<'stopping' | 'over'> {
    return Promise.resolve('stopping');
  }
  continueDeployment(): Promise<'continued' | 'not-waiting' | 'over'> {
    return Promise.resolve('continued');
  }
  listDeployments(_application: string, _group: string, since: number | null): Promise<readonly string[]> {
    if (since !== null) this.listed.push(since);
    return next(this.lists);
  }
  getDeployment(id: string, retry?: string): Promise<DeploymentInfo> {
    this.retries.push(retry);
    return settle<DeploymentInfo>(this.deployments[id] ?? callError('missing', 'DeploymentDoesNotExistException'));
  }
  getEcsTarget(_id: string, _target: string, retry?: string): Promise<ECSTarget | null> {
    this.retries.push(retry);
    return Promise.resolve(this.target);
  }
  getDeploymentGroup(): ReturnType<CodeDeployPort['getDeploymentGroup']> {
    const last = this.lastAttempted;
    return Promise.resolve(last === null ? {} : { lastAttemptedDeployment: { deploymentId: last } });
  }
  getDeploymentConfig(): Promise<never> {
    return Promise.reject(new Error('not asked for'));
  }
}

function next<T>(answers: Answer<T>[]): Promise<T> {
  const [first] = answers;
  if (answers.length > 1) answers.shift();
  if (first === undefined) throw new Error('nothing scripted');
  return settle(first);
}

function settle<T>(answer: Answer<T>): Promise<T> {
  return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
}

export interface Bench {
  readonly port: Scripted;
  readonly clock: FakeClock;
  readonly engine: Engine;
  readonly lines: string[];
}

export function bench(): Bench {
  const port = new Scripted();
  const clock = new FakeClock();
  const lines: string[] = [];
  const write = (text: string): void => {
    lines.push(text);
  };
  const run = <T>(work: () => Promise<T>): Promise<T> => work();
  const log: Log = {
    info: write,
    debug: write,
    warning: write,
    error: write,
    mask: write,
    group: (_heading, work) => run(work),
    quoted: run,
  };
  const target = { application: 'app', group: 'group', ecsTarget: 'shop:web' };
  return { port, clock, lines, engine: codeDeployEngine({ codedeploy: port, clock, log }, target, () => 0.5) };
}
