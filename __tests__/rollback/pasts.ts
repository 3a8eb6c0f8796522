import { type DeploymentInfo } from '@aws-sdk/client-codedeploy';
import { describeDeployment } from '../../src/engine/codedeploy/describe.ts';
import { newestFirst, type Past, pastOf } from '../../src/rollback/history.ts';

const DAY = 24 * 60 * 60_000;
export const NOW = Date.UTC(2026, 5, 1);

/** `day`: days before now. `text`: `web:1 → web:2`, `web:2 ↩ web:1`; anything else is another tool's word. */
export function info(id: string, day: number, text: string, more: Partial<DeploymentInfo> = {}): DeploymentInfo {
  const [, from = '', arrow = '', to = ''] = /^(\S+) ([→↩]) (\S+)$/.exec(text) ?? [];
  const kind = arrow === '↩' ? 'rollback' : 'deploy';
  const marker = 'ecs-blue-green:acme/shop:1.1:deploy';
  const ours = describeDeployment({ kind, marker, from, to, commit: '', actor: 'hubot', text: '' });
  return {
    deploymentId: id,
    status: 'Succeeded',
    createTime: new Date(NOW - day * DAY),
    completeTime: new Date(NOW - day * DAY + 60_000),
    creator: 'user',
    description: arrow === '' ? text : ours,
    revision: { revisionType: 'AppSpecContent', appSpecContent: { sha256: `sha-${id}` } },
    ...more,
  };
}

export const stopped = { status: 'Stopped' } as const;
export const failed = { status: 'Failed' } as const;
export const byCodeDeploy = { creator: 'codeDeployRollback' } as const;

export const historyOf = (infos: readonly DeploymentInfo[]): readonly Past[] => newestFirst(infos.flatMap(pastOf));
