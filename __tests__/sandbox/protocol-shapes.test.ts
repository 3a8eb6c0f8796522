/** The wire forms, checked against what the SDK clients' own protocols read and write. */
import { describe, expect, test } from '@jest/globals';
import { DescribeTargetGroups$, ModifyListener$ } from '@aws-sdk/client-elastic-load-balancing-v2';
import { CreateDeployment$ } from '@aws-sdk/client-codedeploy';
import { PutImage$ } from '@aws-sdk/client-ecr';
import { DescribeTasks$, RegisterTaskDefinition$ } from '@aws-sdk/client-ecs';
import fc from 'fast-check';
import { decodeJson } from '../../sandbox/protocol/decode-json.ts';
import { decodeQuery } from '../../sandbox/protocol/decode-query.ts';
import { encodeJson } from '../../sandbox/protocol/encode-json.ts';
import { escapeXml, structureContent } from '../../sandbox/protocol/encode-xml.ts';
import { missingMembers } from '../../sandbox/protocol/required.ts';
import { operationShape } from '../../sandbox/protocol/schema.ts';

const query = (text: string): unknown => decodeQuery(operationShape(ModifyListener$).input, new URLSearchParams(text));

describe('query parameters', () => {
  test('nested lists, in the order of their numbers, gaps allowed', () => {
    const text =
      'ListenerArn=a&DefaultActions.member.10.Type=redirect&DefaultActions.member.2.Type=forward' +
      '&DefaultActions.member.2.ForwardConfig.TargetGroups.member.1.TargetGroupArn=tg' +
      '&DefaultActions.member.2.ForwardConfig.TargetGroups.member.1.Weight=7';
    expect(query(text)).toEqual({
      ListenerArn: 'a',
      DefaultActions: [
        { Type: 'forward', ForwardConfig: { TargetGroups: [{ TargetGroupArn: 'tg', Weight: 7 }] } },
        { Type: 'redirect' },
      ],
    });
  });

  test.each([
    ['an empty list', 'Certificates=', { Certificates: [] }],
    ['unknown names', 'Action=ModifyListener&Other.member.1=x&__proto__.x=1', {}],
    ['booleans', 'MutualAuthentication.IgnoreClientCertificateExpiry=true', expect.anything()],
  ])('%s', (_name, text, expected) => {
    expect(query(text)).toEqual(expected);
  });
});

describe('required members', () => {
  test.each([
    [{}, ['family', 'containerDefinitions']],
    [{ family: 'f', containerDefinitions: [], tags: [{}] }, []],
    [
      { family: 'f', containerDefinitions: [{ secrets: [{ name: 'S' }] }] },
      ['containerDefinitions[0].secrets[0].valueFrom'],
    ],
  ])('%j lacks %j', (value, paths) => {
    expect([...missingMembers(operationShape(RegisterTaskDefinition$).input, value)].sort()).toEqual([...paths].sort());
  });
});

describe('JSON', () => {
  test('maps keep odd keys, which stay keys', () => {
    const body = JSON.parse('{"containerDefinitions":[{"dockerLabels":{"__proto__":"x","a.b":""}}]}') as unknown;
    const decoded = decodeJson(operationShape(RegisterTaskDefinition$).input, body);
    expect(JSON.stringify(decoded)).toBe(JSON.stringify(body));
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test('what was decoded encodes to what was sent, for any text', () => {
    const shape = operationShape(CreateDeployment$).input;
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.boolean(), (content, description, flag) => {
        const sent = {
          applicationName: 'a',
          revision: { revisionType: 'AppSpecContent', appSpecContent: { content } },
          description,
          ignoreApplicationStopFailures: flag,
        };
        expect(encodeJson(shape, decodeJson(shape, sent))).toEqual(sent);
      }),
    );
  });

  test('dates are seconds, undefined and null are absent, unknown members are dropped', () => {
    const tasks = [{ startedAt: new Date(1_500), stoppedAt: undefined, stoppedReason: null, odd: 1 }];
    expect(encodeJson(operationShape(DescribeTasks$).output, { tasks })).toEqual({ tasks: [{ startedAt: 1.5 }] });
  });

  test('a map where text belongs', () => {
    expect(() => decodeJson(operationShape(PutImage$).input, { imageManifest: {} })).toThrow(
      'Start of structure or map cannot be converted to String (at imageManifest)',
    );
  });
});

describe('XML', () => {
  test('lists as members, text escaped, absent members left out', () => {
    const output = {
      TargetGroups: [{ TargetGroupName: 'a<&>"b', Port: 80, HealthCheckEnabled: false, VpcId: undefined }],
    };
    const xml = structureContent(operationShape(DescribeTargetGroups$).output, output);
    expect(xml).toBe(
      '<TargetGroups><member><TargetGroupName>a&lt;&amp;&gt;&quot;b</TargetGroupName><Port>80</Port>' +
        '<HealthCheckEnabled>false</HealthCheckEnabled></member></TargetGroups>',
    );
  });

  test('no text breaks out of its element, and none holds what XML cannot', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeXml(text);
        // eslint-disable-next-line no-control-regex -- these are the very characters that must not get through
        expect(escaped).not.toMatch(/[<>"\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
        expect(escaped.replaceAll(/&(amp|lt|gt|quot|#xD);/g, '')).not.toContain('&');
      }),
    );
  });
});
