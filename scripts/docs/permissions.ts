/** The policies of docs/permissions.md, as cloudformation/github-oidc.yml renders them. */
import { readFile } from 'node:fs/promises';
import { type Surroundings } from '../../sandbox/cloudformation/template/template.ts';
import { type RenderedRole, renderRoles, type Statement } from '../permissions/policy.ts';

const NUMBERS = { OwnerId: '1000000001', RepositoryId: '1000000002' } as const;

/** What is to be filled in stands in capitals. */
const SURROUNDINGS: Surroundings = {
  account: 'ACCOUNT',
  region: 'REGION',
  partition: 'aws',
  stackName: 'roles',
  stackId: 'arn:aws:cloudformation:REGION:ACCOUNT:stack/roles/1',
  exports: new Map(
    Object.entries({
      Cluster: 'CLUSTER',
      Service: 'SERVICE',
      Family: 'FAMILY',
      Application: 'APPLICATION',
      DeploymentGroup: 'GROUP',
      Repository: 'REPOSITORY',
      TaskRoleArn: 'arn:aws:iam::ACCOUNT:role/TASK_ROLE',
      ExecutionRoleArn: 'arn:aws:iam::ACCOUNT:role/EXECUTION_ROLE',
      LogGroup: 'LOG_GROUP',
    }).map(([name, value]) => [`service-${name}`, value]),
  ),
};

const OPTIONS = {
  RunTask: 'true',
  TaskLog: 'true',
  Tags: 'true',
  BuildCache: 'true',
  ScanFindings: 'true',
  AlarmOverride: 'true',
} as const;

/** Marker in the page to the block that belongs there. */
export async function permissionBlocks(root: URL): Promise<Readonly<Record<string, string>>> {
  const body = await readFile(new URL('cloudformation/github-oidc.yml', root), 'utf8');
  const service = { Repository: 'OWNER/REPOSITORY', ...NUMBERS, ServiceStack: 'service' };
  const roles = renderRoles(body, { ...service, ...OPTIONS }, SURROUNDINGS);
  const provider = 'arn:aws:iam::ACCOUNT:oidc-provider/token.actions.githubusercontent.com';
  const trust = JSON.stringify(roleIn(roles, 'DeployRole').properties['AssumeRolePolicyDocument'])
    .replaceAll('"OidcProvider"', `"${provider}"`)
    .replaceAll(NUMBERS.OwnerId, 'OWNER_ID')
    .replaceAll(NUMBERS.RepositoryId, 'REPOSITORY_ID');
  return {
    plan: block(policyOf(roleIn(roles, 'PlanRole'))),
    deploy: block(policyOf(roleIn(roles, 'DeployRole'))),
    operator: block(policyOf(roleIn(roles, 'OperatorRole'))),
    trust: block(trust),
  };
}

function roleIn(roles: ReadonlyMap<string, RenderedRole>, name: string): RenderedRole {
  const role = roles.get(name);
  if (role === undefined) throw new Error(`cloudformation/github-oidc.yml makes no ${name}, which the docs show.`);
  return role;
}

function policyOf({ statements }: RenderedRole): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements.map(written) });
}

const written = ({ sid, actions, resources, condition }: Statement) => ({
  Sid: sid,
  Effect: 'Allow',
  Action: alone(actions),
  Resource: alone(resources),
  ...(condition === null ? {} : { Condition: condition }),
});

const alone = (values: readonly string[]): string | readonly string[] =>
  values.length === 1 ? (values[0] ?? '') : values;

function block(json: string): string {
  return `\`\`\`json\n${JSON.stringify(JSON.parse(json), null, 2)}\n\`\`\``;
}
