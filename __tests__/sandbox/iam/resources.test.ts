/** Roles, policies and OIDC providers as CloudFormation makes, changes and removes them. */
import { describe, expect, test } from '@jest/globals';
import { identityPolicies } from '../../../sandbox/iam/roles.ts';
import { type JsonObject } from '../../../sandbox/json.ts';
import { type Role } from '../../../sandbox/world/iam.ts';
import { resources, type Rig } from '../cloudformation/resources-rig.ts';
import { allow, policy, trustService } from './roles.ts';

const ROLE = 'IAM::Role';
const trust = { AssumeRolePolicyDocument: trustService('ecs-tasks.amazonaws.com') };
const inline = (PolicyName: string, ...actions: readonly string[]): JsonObject => ({
  PolicyName,
  PolicyDocument: policy(...actions.map((action) => allow(action))),
});

function roleOf({ sandbox }: Rig, arn: unknown): Role {
  const role = sandbox.world.iam.roles.get(String(arn));
  if (!role) throw new Error(`There is no role ${String(arn)}.`);
  return role;
}

const actionsOf = (rig: Rig, role: Role): readonly string[] =>
  identityPolicies(rig.sandbox.world, role).flatMap(({ statements }) =>
    statements.flatMap(({ actions }) => actions.patterns),
  );

describe('AWS::IAM::Role', () => {
  test('has a name of the stack, its path in the ARN, and its policies', async () => {
    const rig = resources();
    const made = await rig.create(ROLE, 'TaskRole', {
      ...trust,
      Path: '/teams/shop/',
      MaxSessionDuration: 7_200,
      Policies: [inline('one', 'ecs:ListTasks')],
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy'],
    });
    expect(made.ref).toMatch(/^shop-TaskRole-[A-Z0-9]{12}$/);
    expect(made.attributes).toEqual({
      Arn: `arn:aws:iam::123456789012:role/teams/shop/${made.ref}`,
      RoleId: expect.stringMatching(/^AROA[A-Z2-7]{17}$/),
    });
    const role = roleOf(rig, made.attributes['Arn']);
    expect(role).toMatchObject({ path: '/teams/shop/', maxSessionSeconds: 7_200, permissionsBoundary: null });
    expect(actionsOf(rig, role)).toEqual(expect.arrayContaining(['ecs:ListTasks', 'logs:CreateLogStream']));
  });

  test.each<readonly [string, JsonObject, string]>([
    [
      'a trust policy with a resource',
      { AssumeRolePolicyDocument: policy(allow('sts:AssumeRole')) },
      'prohibited field',
    ],
    ['a trust policy of text', { AssumeRolePolicyDocument: '{' }, 'invalid Json'],
    [
      'a policy with a misspelt member',
      { Policies: [{ PolicyName: 'p', PolicyDocument: { Statment: [] } }] },
      'Statment',
    ],
    ['a policy without a name', { Policies: [{ PolicyDocument: policy(allow('*')) }] }, 'policyName'],
    ['a managed policy that is not there', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/None'] }, 'not attachable'],
    ['a path that does not end', { Path: '/teams' }, 'path is invalid'],
    ['a name too long', { RoleName: 'r'.repeat(65) }, 'at most 64'],
  ])('refuses %s', async (_name, properties, part) => {
    await expect(resources().create(ROLE, 'Role', { ...trust, ...properties })).rejects.toThrow(part);
  });

  test('refuses a name that is taken, whatever the path', async () => {
    const rig = resources();
    await rig.create(ROLE, 'One', { ...trust, RoleName: 'same' });
    await expect(rig.create(ROLE, 'Two', { ...trust, RoleName: 'same', Path: '/x/' })).rejects.toThrow(
      'already exists',
    );
  });

  test('changes in place, and keeps what other resources have put on it', async () => {
    const rig = resources();
    const before = { ...trust, RoleName: 'task', Policies: [inline('own', 'ecs:ListTasks')] };
    const made = await rig.create(ROLE, 'Role', before);
    await rig.create('IAM::RolePolicy', 'More', { RoleName: 'task', ...inline('more', 'sns:Publish') });
    await rig.update(ROLE, 'Role', made, { ...before, Policies: [inline('new', 'ecs:StopTask')] }, before);
    expect(actionsOf(rig, roleOf(rig, made.attributes['Arn']))).toEqual(['sns:Publish', 'ecs:StopTask']);
  });

  test('goes', async () => {
    const rig = resources();
    const made = await rig.create(ROLE, 'Role', trust);
    await rig.remove(ROLE, 'Role', made, trust);
    expect(rig.sandbox.world.iam.roles.size).toBe(0);
  });
});

describe('policies of their own', () => {
  test.each(['IAM::RolePolicy', 'IAM::Policy'])('AWS::%s is put on roles, changed and taken away', async (type) => {
    const rig = resources();
    const role = await rig.create(ROLE, 'Role', { ...trust, RoleName: 'task' });
    const properties = { RoleName: 'task', Roles: ['task'], ...inline('p', 'ecs:ListTasks') };
    const made = await rig.create(type, 'Policy', properties);
    const other = { ...properties, ...inline('p', 'ecs:StopTask') };
    await rig.update(type, 'Policy', made, other, properties);
    expect(actionsOf(rig, roleOf(rig, role.attributes['Arn']))).toEqual(['ecs:StopTask']);
    await rig.remove(type, 'Policy', made, other);
    expect(actionsOf(rig, roleOf(rig, role.attributes['Arn']))).toEqual([]);
  });

  test('AWS::IAM::RolePolicy for a role that is not there is refused', async () => {
    const properties = { RoleName: 'none', ...inline('p', 'ecs:ListTasks') };
    await expect(resources().create('IAM::RolePolicy', 'Policy', properties)).rejects.toThrow('none cannot be found');
  });

  test.each(['IAM::RolePolicy', 'IAM::Policy', 'IAM::ManagedPolicy'])(
    'an update of AWS::%s that is refused takes nothing away',
    async (type) => {
      const rig = resources();
      const role = await rig.create(ROLE, 'Role', { ...trust, RoleName: 'task' });
      const properties = { RoleName: 'task', Roles: ['task'], ...inline('p', 'ecs:ListTasks') };
      const made = await rig.create(type, 'Policy', properties);
      for (const wrong of [
        { PolicyDocument: { Statement: [] } },
        { RoleName: 'none', Roles: ['task', 'none'] },
        type === 'IAM::ManagedPolicy' ? { PolicyDocument: 'no' } : { PolicyName: 'not a name' },
      ]) {
        await expect(rig.update(type, 'Policy', made, { ...properties, ...wrong }, properties)).rejects.toThrow();
        expect(actionsOf(rig, roleOf(rig, role.attributes['Arn']))).toEqual(['ecs:ListTasks']);
      }
    },
  );

  test('AWS::IAM::ManagedPolicy is attached by its ARN, changes for all, and does not go while it is attached', async () => {
    const rig = resources();
    const properties = { Path: '/p/', PolicyDocument: policy(allow('ecs:ListTasks')) };
    const made = await rig.create('IAM::ManagedPolicy', 'Shared', properties);
    expect(made.ref).toMatch(/^arn:aws:iam::123456789012:policy\/p\/shop-Shared-[A-Z0-9]{12}$/);
    const attached = { ...trust, ManagedPolicyArns: [made.ref] };
    const role = await rig.create(ROLE, 'Role', attached);
    const other = { ...properties, PolicyDocument: policy(allow('ecs:StopTask')) };
    await rig.update('IAM::ManagedPolicy', 'Shared', made, other, properties);
    expect(actionsOf(rig, roleOf(rig, role.attributes['Arn']))).toEqual(['ecs:StopTask']);
    await expect(rig.remove('IAM::ManagedPolicy', 'Shared', made, other)).rejects.toThrow('attached to entities');
    await rig.remove(ROLE, 'Role', role, attached);
    await rig.remove('IAM::ManagedPolicy', 'Shared', made, other);
    expect(rig.sandbox.world.iam.policies.size).toBe(0);
  });
});

describe('AWS::IAM::OIDCProvider', () => {
  const url = { Url: 'https://token.actions.githubusercontent.com', ClientIdList: ['sts.amazonaws.com'] };

  test('is one for a URL', async () => {
    const rig = resources();
    const made = await rig.create('IAM::OIDCProvider', 'Provider', url);
    expect(made.ref).toBe('arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com');
    expect(made.attributes).toEqual({ Arn: made.ref });
    await expect(rig.create('IAM::OIDCProvider', 'Again', url)).rejects.toThrow('already exists');
    await rig.update('IAM::OIDCProvider', 'Provider', made, { ...url, ClientIdList: ['other'] }, url);
    expect(rig.sandbox.world.iam.providers.get(made.ref)?.audiences).toEqual(['other']);
    await rig.remove('IAM::OIDCProvider', 'Provider', made, url);
    await rig.create('IAM::OIDCProvider', 'Again', url);
  });

  test.each(['http://token.example.com', 'token.example.com', 'https://'])('refuses the URL %s', async (Url) => {
    await expect(resources().create('IAM::OIDCProvider', 'P', { ...url, Url })).rejects.toThrow(
      'Invalid Open ID Connect',
    );
  });
});
