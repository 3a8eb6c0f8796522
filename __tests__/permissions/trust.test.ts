/** Whom the roles trust, which values a launch takes, and what is told to the person who launched. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

import { madeOf, render, renderRoles } from '../../scripts/permissions/policy.ts';
import { ROLES } from '../../scripts/permissions/roles.ts';
import { BY_NAME, BY_STACK, SURROUNDINGS } from './service.ts';

const body = readFileSync(join(import.meta.dirname, '../../cloudformation/github-oidc.yml'), 'utf8');
type Parameters = Readonly<Record<string, string>>;
const rolesWith = (parameters: Parameters = {}) => renderRoles(body, { ...BY_STACK, ...parameters }, SURROUNDINGS);
const propertiesOf = (role: string, parameters: Parameters = {}) => rolesWith(parameters).get(role)?.properties ?? {};

const KEY = 'token.actions.githubusercontent.com';
const statement = (sid: string, subjects: readonly string[], also: object = { [`${KEY}:repository_id`]: '22' }) => ({
  Sid: sid,
  Effect: 'Allow',
  Action: 'sts:AssumeRoleWithWebIdentity',
  Principal: { Federated: 'OidcProvider' },
  Condition: { StringEquals: { [`${KEY}:aud`]: 'sts.amazonaws.com', ...also, [`${KEY}:sub`]: subjects } },
});
const classic = (...contexts: string[]) =>
  statement(
    'ClassicSubjects',
    contexts.map((context) => `repo:octo-org/shop:${context}`),
  );
const immutable = (...contexts: string[]) =>
  statement(
    'ImmutableSubjects',
    contexts.map((context) => `repo:octo-org@11/shop@22:${context}`),
  );
const trustOf = (role: string, parameters: Parameters = {}) =>
  propertiesOf(role, parameters)['AssumeRolePolicyDocument'];
const trusting = (...Statement: object[]) => ({ Version: '2012-10-17', Statement });

// IAM quotas: 2,048 characters of trust, white space aside.
test.each([
  ['the longest names', { Repository: `${'o'.repeat(39)}/${'r'.repeat(100)}` }],
  ['three jobs', { DeployContexts: 'environment:production,environment:production-candidate,ref:refs/heads/main' }],
])('IAM takes the trust in either form with %s', (_what, parameters: Parameters) => {
  const provider = 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com';
  for (const role of ROLES) {
    const trust = JSON.stringify(trustOf(role, parameters)).replaceAll('"OidcProvider"', JSON.stringify(provider));
    expect(trust.length).toBeLessThanOrEqual(2_048);
  }
});

describe('subjects', () => {
  test.each([
    ['PlanRole', 'pull_request'],
    ['DeployRole', 'environment:production'],
    ['OperatorRole', 'environment:production-operator'],
  ])('%s trusts, unless told otherwise, %s in either form', (role, context) => {
    expect(trustOf(role)).toEqual(trusting(classic(context), immutable(context)));
  });

  test.each([
    ['classic', classic],
    ['immutable', immutable],
  ])('in %s form alone', (SubjectFormat, form) => {
    expect(trustOf('DeployRole', { SubjectFormat })).toEqual(trusting(form('environment:production')));
  });

  test.each(ROLES)('%s takes a list of two or three', (role) => {
    const contexts = ['environment:a', 'ref:refs/heads/main', 'environment:b.c_d-e'];
    const name = role.replace('Role', 'Contexts');
    for (const count of [2, 3]) {
      const some = contexts.slice(0, count);
      expect(trustOf(role, { [name]: some.join(',') })).toEqual(trusting(classic(...some), immutable(...some)));
    }
  });

  test('without the number of the repository, where that is wished', () => {
    const subject = ['repo:octo-org/shop:environment:production'];
    expect(trustOf('DeployRole', { SubjectFormat: 'classic', CheckRepositoryId: 'false' })).toEqual(
      trusting(statement('ClassicSubjects', subject, {})),
    );
  });

  test('a role without jobs is not made', () => {
    expect([...rolesWith({ PlanContexts: '', OperatorContexts: '' }).keys()]).toEqual(['DeployRole']);
  });

  test('a provider that is there is trusted and not made again', () => {
    const ExistingOidcProviderArn = `arn:aws:iam::123456789012:oidc-provider/${KEY}`;
    expect(JSON.stringify(trustOf('DeployRole', { ExistingOidcProviderArn }))).toContain(ExistingOidcProviderArn);
    expect(render(body, BY_STACK, SURROUNDINGS).order).toContain('OidcProvider');
    const parameters = { ...BY_STACK, ExistingOidcProviderArn };
    expect(render(body, parameters, SURROUNDINGS).order).not.toContain('OidcProvider');
  });
});

describe('what a launch refuses', () => {
  test.each([
    ['a pull request that deploys', { DeployContexts: 'pull_request' }],
    ['a pull request that rolls back', { OperatorContexts: 'environment:production,pull_request' }],
    ['a wildcard for an environment', { DeployContexts: 'environment:*' }],
    ['a wildcard in a branch', { DeployContexts: 'ref:refs/heads/release-*' }],
    ['a question mark', { PlanContexts: 'environment:produc?ion' }],
    ['a variable of IAM', { DeployContexts: 'environment:${aws:username}' }],
    ['spaces in a list', { DeployContexts: 'environment:a, environment:b' }],
    ['more than three', { PlanContexts: 'environment:a,environment:b,environment:c,environment:d' }],
    ['a whole subject', { DeployContexts: 'repo:octo-org/shop:environment:production' }],
    ['every repository of an owner', { Repository: 'octo-org/*' }],
    ['a URL', { Repository: 'https://github.com/octo-org/shop' }],
    ['no number', { RepositoryId: '*' }],
    ['every stack', { ServiceStack: '*' }],
    ['a provider of someone else', { ExistingOidcProviderArn: 'arn:aws:iam::123456789012:oidc-provider/example.com' }],
    ['a boundary that is none', { PermissionsBoundaryArn: 'arn:aws:iam::123456789012:role/some' }],
    ['a path without its end', { RolePath: '/teams' }],
    ['two names for one service', { Cluster: 'shop' }],
    ['the log of a task that may not run', { TaskLog: 'true' }],
    ['the same jobs twice', { OperatorContexts: 'environment:production' }],
    ['an override without an operator', { OperatorContexts: '', AlarmOverride: 'true' }],
    ['a session that is too long', { MaxSessionDuration: '43201' }],
    ['a stack that is not there', { ServiceStack: 'shop-other' }],
  ])('%s', (_, parameters) => {
    expect(() => rolesWith(parameters)).toThrow();
    expect(() => rolesWith()).not.toThrow();
  });

  test.each([
    ['Cluster', {}],
    ['Service', {}],
    ['Family', {}],
    ['Application', {}],
    ['DeploymentGroup', {}],
    ['ExecutionRoleArn', {}],
    ['RepositoryName', { ScanFindings: 'true' }],
    ['RepositoryName', { BuildCache: 'true' }],
    ['LogGroup', { RunTask: 'true', TaskLog: 'true' }],
  ])('a service by name without its %s', (name, options) => {
    const launch = (missing: object) => () => renderRoles(body, { ...BY_NAME, ...options, ...missing }, SURROUNDINGS);
    expect(launch({ [name]: '' })).toThrow();
    expect(launch({})).not.toThrow();
  });

  test.each(['Cluster', 'Service', 'Family', 'Application', 'DeploymentGroup', 'RepositoryName', 'LogGroup'])(
    'a wildcard as %s',
    (name) => {
      expect(() => renderRoles(body, { ...BY_NAME, [name]: '*' }, SURROUNDINGS)).toThrow(name);
    },
  );
});

test('path, boundary, length of a session and tags reach each role', () => {
  const PermissionsBoundaryArn = 'arn:aws:iam::123456789012:policy/limits';
  const parameters = {
    PermissionsBoundaryArn,
    RolePath: '/teams/shop/',
    MaxSessionDuration: '7200',
    TagEnvironment: 'production',
    TagOwner: 'shop',
  };
  for (const role of ROLES) {
    expect(propertiesOf(role, parameters)).toMatchObject({
      PermissionsBoundary: PermissionsBoundaryArn,
      Path: '/teams/shop/',
      MaxSessionDuration: 7_200,
      Tags: [
        { Key: 'Environment', Value: 'production' },
        { Key: 'Owner', Value: 'shop' },
      ],
    });
    expect(propertiesOf(role)).not.toHaveProperty('PermissionsBoundary');
  }
});

describe('Variables', () => {
  /** Runs the text in bash, with a `gh` that only tells what it was called with. */
  function callsOf(parameters: Parameters): readonly string[] {
    const outputs = render(body, { ...BY_STACK, ...parameters }, SURROUNDINGS).outputs(madeOf);
    const folder = mkdtempSync(join(tmpdir(), 'variables-'));
    try {
      writeFileSync(join(folder, 'gh'), '#!/bin/bash\necho "$GH_REPO $*"\n');
      chmodSync(join(folder, 'gh'), 0o755);
      const text = outputs.find(({ name }) => name === 'Variables')?.value ?? '';
      const env = { PATH: `${folder}:${process.env['PATH'] ?? ''}` };
      const { stdout, stderr, status } = spawnSync('bash', ['-euo', 'pipefail'], {
        input: text,
        env,
        encoding: 'utf8',
      });
      expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
      return stdout.trim().split('\n');
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  const set = (text: string): string => `octo-org/shop variable set ${text}`;
  const arn = (role: string): string => `arn:aws:iam::ACCOUNT:role/${role}`;

  test('each environment gets its own role', () => {
    expect(callsOf({ DeployContexts: 'environment:production,environment:production-candidate' })).toEqual([
      set('AWS_REGION --body eu-west-1'),
      set(`AWS_PLAN_ROLE_ARN --body ${arn('PlanRole')}`),
      set(`AWS_ROLE_ARN --body ${arn('DeployRole')} --env production`),
      set(`AWS_ROLE_ARN --body ${arn('DeployRole')} --env production-candidate`),
      set(`AWS_ROLE_ARN --body ${arn('OperatorRole')} --env production-operator`),
    ]);
  });

  test('a branch without an environment gets it by the repository', () => {
    expect(callsOf({ DeployContexts: 'ref:refs/heads/main', PlanContexts: '', OperatorContexts: '' })).toEqual([
      set('AWS_REGION --body eu-west-1'),
      set(`AWS_ROLE_ARN --body ${arn('DeployRole')}`),
    ]);
  });
});
