/** The pipeline template: what it makes from its parameters, what its roles may do, and what is refused. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readBuildSpec } from '../../scripts/rehearsal/pipeline/build-spec.ts';
import { pipelineOf } from '../../scripts/rehearsal/pipeline/template.ts';
import { elementsOf, isObject, type Json, type JsonObject, objectsIn, textOf } from '../../src/json.ts';
import {
  BY_HAND,
  exportsOf,
  launched,
  pipelineWith,
  planted,
  projectOf,
  scriptOf,
  TEMPLATE,
} from './pipeline-template.ts';

type Resources = ReturnType<typeof launched>;

const propertiesOf = (resources: Resources, id: string): JsonObject => resources.get(id)?.properties ?? {};
const stagesOf = (parameters: Readonly<Record<string, string>> = {}): readonly string[] =>
  pipelineWith(parameters).stages.map(({ name, actions }) => `${name}: ${actions.map((each) => each.name).join(', ')}`);

const CONNECTION = {
  SourceProvider: 'CodeConnections',
  CodeCommitRepository: '',
  ConnectionArn: 'arn:aws:codeconnections:eu-west-1:123456789012:connection/0f4f2a70-0000-4000-8000-000000000000',
  FullRepositoryId: 'octo-org/shop',
};

describe('what it makes', () => {
  test('the template fits into a request', () => {
    expect(Buffer.byteLength(TEMPLATE)).toBeLessThan(51_200);
  });

  test('rendering is in the stage that deploys, after the approval', () => {
    expect(stagesOf()).toEqual(['Source: Source', 'Build: Image', 'Deploy: Render, Deploy']);
    expect(stagesOf({ Approval: 'yes' })).toEqual([
      'Source: Source',
      'Build: Image',
      'Approval: Approval',
      'Deploy: Render, Deploy',
    ]);
  });

  test('a V2 pipeline that deploys one commit after the other, and rolls no stage back unasked', () => {
    const properties = propertiesOf(launched(BY_HAND), 'Pipeline');
    expect(properties).toMatchObject({ PipelineType: 'V2', ExecutionMode: 'QUEUED' });
    expect(pipelineWith().stages.map(({ onFailure }) => onFailure)).toEqual(['FAIL', 'FAIL', 'FAIL']);
    expect(pipelineWith({ RollbackOnFailure: 'yes' }).stages.at(-1)?.onFailure).toBe('ROLLBACK');
  });

  test('CodeCommit: a rule starts it, and it does not poll', () => {
    const resources = launched({ ...BY_HAND, CreateRepository: 'yes', Branch: 'release' });
    expect(propertiesOf(resources, 'SourceRepository')).toMatchObject({ RepositoryName: 'shop' });
    expect(propertiesOf(resources, 'SourceRule')['EventPattern']).toEqual({
      source: ['aws.codecommit'],
      'detail-type': ['CodeCommit Repository State Change'],
      resources: ['arn:aws:codecommit:eu-west-1:123456789012:shop'],
      detail: {
        event: ['referenceCreated', 'referenceUpdated'],
        referenceType: ['branch'],
        referenceName: ['release'],
      },
    });
    const [source] = pipelineOf(resources).stages[0]?.actions ?? [];
    expect(source?.configuration).toMatchObject({ BranchName: 'release', PollForSourceChanges: 'false' });
    expect(launched(BY_HAND).has('SourceRepository')).toBe(false);
  });

  test('a connection: no rule, no role that starts it, and that connection alone may be used', () => {
    const resources = launched({ ...BY_HAND, ...CONNECTION });
    expect([resources.has('SourceRule'), resources.has('StartRole'), resources.has('SourceRepository')]).toEqual([
      false,
      false,
      false,
    ]);
    const [source] = pipelineOf(resources).stages[0]?.actions ?? [];
    expect(source).toMatchObject({
      type: 'Source/AWS/CodeStarSourceConnection',
      configuration: { FullRepositoryId: 'octo-org/shop', ConnectionArn: CONNECTION.ConnectionArn },
    });
    expect(statement(resources, 'PipelineRole', 'Connection')['Resource']).toBe(CONNECTION.ConnectionArn);
    expect(sids(resources, 'PipelineRole')).not.toContain('CodeCommit');
  });

  test('by the stack of a service the same as name by name, and the task role with it', () => {
    const parameters = { Name: 'shop', CodeCommitRepository: 'shop' };
    const byStack = launched(
      { ...parameters, ServiceStack: 'shop-service' },
      TEMPLATE,
      new Map(exportsOf('shop-service')),
    );
    const byName = launched({ ...BY_HAND, TaskRoleArn: 'arn:aws:iam::123456789012:role/task' });
    expect([...byStack]).toEqual([...byName]);
    expect(statement(byName, 'PipelineRole', 'TaskRoles')['Resource']).toEqual([
      'arn:aws:iam::123456789012:role/execution',
      'arn:aws:iam::123456789012:role/task',
    ]);
    expect(statement(launched(BY_HAND), 'PipelineRole', 'TaskRoles')['Resource']).toEqual([
      'arn:aws:iam::123456789012:role/execution',
    ]);
  });

  test('key, boundary, path and tags reach all that takes them', () => {
    const KmsKeyArn = 'arn:aws:kms:eu-west-1:123456789012:key/0f4f2a70-0000-4000-8000-000000000000';
    const PermissionsBoundaryArn = 'arn:aws:iam::123456789012:policy/boundary';
    const more = { KmsKeyArn, PermissionsBoundaryArn, RolePath: '/ci/', TagEnvironment: 'prod', TagOwner: 'shop' };
    const resources = launched({ ...BY_HAND, ...more, CreateRepository: 'yes' });
    const of = (type: string) => [...resources.values()].filter((each) => each.type === type);
    for (const { properties } of of('AWS::IAM::Role')) {
      expect(properties).toMatchObject({ PermissionsBoundary: PermissionsBoundaryArn, Path: '/ci/' });
    }
    const keyed = ['SourceRepository', 'ArtifactBucket', 'Logs', 'ImageProject', 'RenderProject', 'Topic', 'Pipeline'];
    for (const id of [...keyed, 'ArtifactAccess'])
      expect(JSON.stringify(propertiesOf(resources, id))).toContain(KmsKeyArn);
    const untagged = [...resources].filter(([, { properties }]) => properties['Tags'] === undefined).map(([id]) => id);
    const noTags = ['ArtifactAccess', 'ArtifactBucketPolicy', 'FailureRule', 'SourceRule', 'TopicPolicy'];
    expect(untagged.sort()).toEqual(noTags);
    const plain = JSON.stringify([...launched(BY_HAND)]);
    expect([plain.includes('KmsKeyId'), plain.includes('EncryptionKey'), plain.includes('"Key"')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('artifacts: encrypted, over TLS alone, not public, ended after a while', () => {
    const resources = launched({ ...BY_HAND, KeepDays: '30' });
    expect(propertiesOf(resources, 'ArtifactBucket')).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
      },
      LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ExpirationInDays: 30 }] },
    });
    const [denied] = statementsOf(propertiesOf(resources, 'ArtifactBucketPolicy')['PolicyDocument']);
    expect(denied).toMatchObject({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } });
  });
});

const statementsOf = (document: Json | undefined): readonly JsonObject[] =>
  isObject(document) ? objectsIn(document['Statement']) : [];

/** Of a role's own policies and of the policies that name it. */
function statements(resources: Resources, role: string): readonly JsonObject[] {
  const name = `shop-pipeline-${role.toLowerCase()}`;
  const own = objectsIn(propertiesOf(resources, role)['Policies']).map((policy) => policy['PolicyDocument']);
  const attached = [...resources.values()]
    .filter((each) => each.type === 'AWS::IAM::Policy' && elementsOf(each.properties['Roles']).includes(name))
    .map(({ properties }) => properties['PolicyDocument']);
  return [...own, ...attached].flatMap(statementsOf);
}

const sids = (resources: Resources, role: string) => statements(resources, role).map((each) => textOf(each['Sid']));
const statement = (resources: Resources, role: string, sid: string): JsonObject =>
  statements(resources, role).find((each) => each['Sid'] === sid) ?? {};

const actionsOf = (resources: Resources, role: string): readonly string[] =>
  statements(resources, role).flatMap(({ Action }) =>
    typeof Action === 'string' ? [Action] : elementsOf(Action).map(textOf),
  );

/** `aws ecs describe-services` in a script is the action `ecs:DescribeServices`. */
function callsIn(script: string): readonly string[] {
  const calls = [...script.matchAll(/\b(?:aws|ask) (ecr|ecs|deploy) ([a-z-]+)/g)].map(
    ([, service = '', command = '']) => {
      const name = command.split('-').map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
      return `${service === 'deploy' ? 'codedeploy' : service}:${name.join('')}`;
    },
  );
  return [...new Set(calls)]
    .map((call) => (call === 'ecr:GetLoginPassword' ? 'ecr:GetAuthorizationToken' : call))
    .sort();
}

/** What `docker push` asks of ECR (ECR user guide, "Required IAM permissions for pushing an image"). */
const PUSH = [
  'ecr:BatchCheckLayerAvailability',
  'ecr:CompleteLayerUpload',
  'ecr:GetDownloadUrlForLayer',
  'ecr:InitiateLayerUpload',
  'ecr:PutImage',
  'ecr:UploadLayerPart',
];

describe('what its roles may do', () => {
  const resources = launched(BY_HAND);
  const beside = /^(?:logs|s3|kms):/;

  test.each([
    ['ImageRole', 'shop-image', PUSH],
    ['RenderRole', 'shop-render', []],
  ])('%s: what its script calls, in both directions', (role, project, more) => {
    const calls = callsIn(scriptOf(projectOf(pipelineWith(), project)));
    const allowed = actionsOf(resources, role).filter((action) => !beside.test(action));
    expect(calls.length).toBeGreaterThan(2);
    expect([...allowed].sort()).toEqual([...new Set([...calls, ...more])].sort());
  });

  test('what runs the Dockerfile can reach neither the service nor the deployment', () => {
    expect(actionsOf(resources, 'ImageRole').filter((action) => /^(?:ecs|codedeploy|iam|sts):/.test(action))).toEqual(
      [],
    );
  });

  test('no action on everything but those that know no resource', () => {
    const everywhere = ['ImageRole', 'RenderRole', 'PipelineRole', 'StartRole'].flatMap((role) =>
      statements(resources, role)
        .filter(({ Resource }) => Resource === '*')
        .map(({ Action }) => Action),
    );
    expect(everywhere).toEqual([
      'ecr:GetAuthorizationToken',
      'ecs:DescribeTaskDefinition',
      'ecs:RegisterTaskDefinition',
    ]);
  });

  test('only the two task roles may be passed, and only to tasks', () => {
    expect(statement(resources, 'PipelineRole', 'TaskRoles')).toMatchObject({
      Action: 'iam:PassRole',
      Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
    });
  });

  test('its builds are assumed by CodeBuild for their own project alone, its start by the rule alone', () => {
    const sources = ['ImageRole', 'RenderRole', 'StartRole'].map(
      (role) => statementsOf(propertiesOf(resources, role)['AssumeRolePolicyDocument'])[0]?.['Condition'],
    );
    const of = (arn: string) => ({
      StringEquals: { 'aws:SourceAccount': '123456789012' },
      ArnEquals: { 'aws:SourceArn': `arn:aws:${arn}` },
    });
    expect(sources).toEqual([
      of('codebuild:eu-west-1:123456789012:project/shop-image'),
      of('codebuild:eu-west-1:123456789012:project/shop-render'),
      of('events:eu-west-1:123456789012:rule/shop-source'),
    ]);
    const names = ['ImageProject', 'RenderProject', 'SourceRule'].map((id) => propertiesOf(resources, id)['Name']);
    expect(names).toEqual(['shop-image', 'shop-render', 'shop-source']);
  });

  test('only the project that builds is privileged', () => {
    const { projects } = pipelineWith();
    expect([...projects.values()].filter(({ privileged }) => privileged).map(({ name }) => name)).toEqual([
      'shop-image',
    ]);
  });
});

describe('what is refused', () => {
  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['no service at all', { ...BY_HAND, Cluster: '' }, /Name the stack of the service; or fill in cluster/],
    ['no execution role', { ...BY_HAND, ExecutionRoleArn: '' }, /execution role/],
    ['no CodeCommit repository', { ...BY_HAND, CodeCommitRepository: '' }, /Name the CodeCommit repository/],
    ['no connection', { ...BY_HAND, ...CONNECTION, ConnectionArn: '' }, /Fill in the ARN of the connection/],
    [
      'a repository behind a connection is made',
      { ...BY_HAND, ...CONNECTION, CreateRepository: 'yes' },
      /cannot be made here/,
    ],
    [
      'two rollbacks',
      { Name: 'shop', CodeCommitRepository: 'shop', ServiceStack: 's', RollbackOnFailure: 'yes' },
      /rolls back by itself/,
    ],
    ['a name in capitals', { ...BY_HAND, Name: 'Shop' }, /lower-case letters/],
    ['a Dockerfile that is an option', { ...BY_HAND, Dockerfile: '--help' }, /path in the repository/],
    ['a Dockerfile that is a command', { ...BY_HAND, Dockerfile: '$(touch x)' }, /path in the repository/],
    ['a context that is another command', { ...BY_HAND, BuildContext: '.; touch x' }, /path in the repository/],
    [
      'a repository by its URI',
      { ...BY_HAND, Repository: '1.dkr.ecr.eu-west-1.amazonaws.com:80/x' },
      /name of an ECR repository/,
    ],
    [
      'a build image without its version',
      { ...BY_HAND, BuildImage: 'aws/codebuild/standard' },
      /with its version or digest/,
    ],
    [
      'a cluster by its ARN',
      { ...BY_HAND, Cluster: 'arn:aws:ecs:eu-west-1:123456789012:cluster/shop' },
      /Letters, digits/,
    ],
  ])('%s', (_, parameters, says) => {
    expect(() => launched(parameters)).toThrow(says);
  });

  test.each<[string, string, RegExp]>([
    [
      'an artifact that nobody makes',
      planted('InputArtifacts: [{ Name: Image }]', 'InputArtifacts: [{ Name: Images }]'),
      /takes the artifact Images, which no action before it makes/,
    ],
    [
      'a key that the action does not know',
      planted('TaskDefinitionTemplatePath:', 'TaskDefinitionPath:'),
      /unknown key TaskDefinitionPath/,
    ],
    ['a key that the action needs', planted(/ +AppSpecTemplateArtifact: .*\n/, ''), /lacks AppSpecTemplateArtifact/],
    [
      'an artifact that is no input',
      planted('Image1ArtifactName: Deployment', 'Image1ArtifactName: Image'),
      /Image1ArtifactName names the artifact Image, which is none of its inputs/,
    ],
    [
      'rendering after the deployment',
      planted('RunOrder: 1', 'RunOrder: 3'),
      /takes the artifact Deployment, which no action before it makes/,
    ],
    [
      'an artifact made twice',
      planted('OutputArtifacts: [{ Name: Deployment }]', 'OutputArtifacts: [{ Name: Image }]'),
      /makes the artifact Image once more/,
    ],
    [
      'a project that is none of a pipeline',
      planted('Artifacts: { Type: CODEPIPELINE }', 'Artifacts: { Type: NO_ARTIFACTS }'),
      /cannot be used in a pipeline/,
    ],
  ])('a fault in the template: %s', (_, body, says) => {
    expect(() => pipelineWith({}, body)).toThrow(says);
  });
});

const shellcheck = ['.ci/cache/venv/bin/shellcheck']
  .map((path) => resolve(import.meta.dirname, '../..', path))
  .concat('shellcheck')
  .find((path) => (path.includes('/') ? existsSync(path) : spawnSync(path, ['--version']).error === undefined));
const left = shellcheck === undefined ? 'left out: shellcheck is not here' : null;
if (left !== null) process.stderr.write(`pipeline, shell: ${left}\n`);

describe('its shell', () => {
  test.each(['shop-image', 'shop-render'])(
    '%s: one script, a process of its own, that ends at its first failure',
    (name) => {
      const project = projectOf(pipelineWith(), name);
      expect(scriptOf(project).startsWith('set -euo pipefail\n')).toBe(true);
      expect(readBuildSpec(project.buildSpec)).toMatchObject({
        shell: 'bash',
        phases: [{ name: 'build', abortOnFailure: true }],
      });
      // Every value comes by the environment: nothing of a parameter stands in the script.
      expect(project.buildSpec).toBe(
        projectOf(pipelineWith({ Name: 'other', Dockerfile: 'x/y', Service: 'api' }), name.replace('shop', 'other'))
          .buildSpec,
      );
    },
  );

  (left === null ? test : test.skip).each(['shop-image', 'shop-render'])(
    '%s: shellcheck has nothing to say',
    (name) => {
      const project = projectOf(pipelineWith(), name);
      const variables = Object.entries(project.environment).map(([variable, value]) => `export ${variable}='${value}'`);
      const input = ['#!/usr/bin/env bash', ...variables, scriptOf(project)].join('\n');
      // SC2153 takes service for a misspelling of SERVICE.
      const args = ['--severity=style', '--exclude=SC2153', '-'];
      const { stdout, status } = spawnSync(shellcheck ?? '', args, { input, encoding: 'utf8' });
      expect([status, stdout]).toEqual([0, '']);
    },
  );

  test('nothing is fetched from elsewhere', () => {
    for (const { buildSpec } of pipelineWith().projects.values()) {
      expect(buildSpec).not.toMatch(/\b(?:curl|wget|pip|npm|npx|apt|apt-get|yum|dnf|go install)\b/);
    }
  });
});
