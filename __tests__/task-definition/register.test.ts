import { describe, expect, test } from '@jest/globals';
import { type JsonObject } from '../../src/json.ts';
import { AwsCallError, type AwsErrorKind } from '../../src/ports/aws/error.ts';
import { type RenderedDefinition } from '../../src/task-definition/definition.ts';
import { type KnownRevision, provideRevision } from '../../src/task-definition/register.ts';
import { ARN, withContainer } from './given.ts';

const BODY = {
  ...withContainer({}),
  executionRoleArn: 'arn:aws:iam::1:role/exec',
  taskRoleArn: 'arn:aws:iam::1:role/task',
};
const NEW = ARN.replace(/12$/, '13');

function rendered(body: JsonObject): RenderedDefinition {
  return { body, leftOut: [], dropped: [], changed: [] };
}

function known(definition: JsonObject, tags: KnownRevision['tags'] = [], arn = ARN): KnownRevision {
  return { arn, definition, tags };
}

function ecs(): {
  readonly sent: JsonObject[];
  registerTaskDefinition(body: JsonObject): Promise<{ readonly arn: string }>;
} {
  const sent: JsonObject[] = [];
  return {
    sent,
    registerTaskDefinition: (body) => {
      sent.push(body);
      return Promise.resolve({ arn: NEW });
    },
  };
}

const TAGGED = {
  ...BODY,
  tags: [
    { key: 'a', value: '1' },
    { key: 'b', value: '2' },
  ],
};

describe('reused or registered', () => {
  test.each<[string, JsonObject, readonly KnownRevision[]]>([
    ['equal to what runs', BODY, [known({ ...BODY, revision: 12, status: 'ACTIVE', volumes: [] })]],
    ['equal to the second', BODY, [known(withContainer({}), [], 'arn:x/web:1'), known(BODY)]],
    ['no tags asked for, some there', BODY, [known(BODY, [{ key: 'a', value: '1' }])]],
    [
      'the tags asked for, aws:* beside them',
      TAGGED,
      [
        known(BODY, [
          { key: 'b', value: '2' },
          { key: 'aws:x', value: '' },
          { key: 'a', value: '1' },
        ]),
      ],
    ],
  ])('reused: %s', async (_, body, revisions) => {
    const port = ecs();
    expect(await provideRevision(rendered(body), revisions, port)).toEqual({
      arn: ARN,
      name: 'web:12',
      kind: 'reused',
    });
    expect(port.sent).toEqual([]);
  });

  test.each<[string, JsonObject, readonly KnownRevision[]]>([
    ['nothing known', BODY, []],
    ['another image', BODY, [known(withContainer({ image: 'x' }))]],
    ['other tags', TAGGED, [known(BODY, [{ key: 'a', value: '1' }])]],
    ['an inactive revision', BODY, [known({ ...BODY, status: 'INACTIVE' })]],
    ['a revision that is being deleted', BODY, [known({ ...BODY, status: 'DELETE_IN_PROGRESS' })]],
  ])('registered: %s', async (_, body, revisions) => {
    const port = ecs();
    expect(await provideRevision(rendered(body), revisions, port)).toEqual({
      arn: NEW,
      name: 'web:13',
      kind: 'registered',
    });
    expect(port.sent).toEqual([body]);
  });
});

describe('refused by ECS', () => {
  const roles = '"Resource":["arn:aws:iam::1:role/exec","arn:aws:iam::1:role/task"]';
  const passed = '"Condition":{"StringEquals":{"iam:PassedToService":"ecs-tasks.amazonaws.com"}}';

  test.each<[string, AwsErrorKind, string, string, readonly string[]]>([
    [
      'PassRole denied',
      'denied',
      'AccessDeniedException',
      'User: x is not authorized to perform: iam:PassRole on resource: r',
      ['"Action":"iam:PassRole"', roles, passed],
    ],
    [
      'PassRole as a client fault',
      'other',
      'ClientException',
      'not authorized to perform iam:PassRole',
      ['"Action":"iam:PassRole"', roles],
    ],
    [
      'TagResource denied',
      'denied',
      'AccessDeniedException',
      'x is not authorized to perform: ecs:TagResource',
      ['"Action":"ecs:TagResource","Resource":"arn:aws:ecs:*:*:task-definition/web:*"'],
    ],
    [
      'RegisterTaskDefinition denied',
      'denied',
      'AccessDenied',
      'x is not authorized to perform: ecs:RegisterTaskDefinition',
      ['{"Effect":"Allow","Action":"ecs:RegisterTaskDefinition","Resource":"*"}'],
    ],
    [
      'a role that is none',
      'other',
      'ClientException',
      'Role is not valid',
      ['executionRoleArn and taskRoleArn', 'Role is not valid'],
    ],
    [
      'a bad member',
      'other',
      'ClientException',
      "No Fargate configuration exists for given values: '1'",
      [
        "ECS answered ClientException: No Fargate configuration exists for given values: '1'",
        'Correct the task definition',
      ],
    ],
    [
      'an invalid parameter',
      'other',
      'InvalidParameterException',
      'Container.name',
      ['ECS answered InvalidParameterException: Container.name'],
    ],
  ])('%s', async (_, kind, code, message, told) => {
    const call = { service: 'ecs', operation: 'RegisterTaskDefinition', on: 'web' };
    const cause = new AwsCallError(call, { kind, code, message });
    const registering = provideRevision(rendered(BODY), [], { registerTaskDefinition: () => Promise.reject(cause) });
    await expect(registering).rejects.toMatchObject({ name: 'StepError', cause, fault: { on: 'web' } });
    for (const part of told) await expect(registering).rejects.toThrow(part);
  });

  test.each<[AwsErrorKind, string]>([
    ['throttled', 'ThrottlingException'],
    ['network', 'ECONNRESET'],
    ['server', 'ServerException'],
    ['credentials', 'ExpiredTokenException'],
  ])('%s faults are thrown as they came', async (kind, code) => {
    const call = { service: 'ecs', operation: 'RegisterTaskDefinition', on: 'web' };
    const cause = new AwsCallError(call, { kind, code, message: 'x' });
    const registering = provideRevision(rendered(BODY), [], { registerTaskDefinition: () => Promise.reject(cause) });
    await expect(registering).rejects.toBe(cause);
  });
});
