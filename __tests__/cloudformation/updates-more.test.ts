/** Edits that are none of a parameter: tags of the stack, metadata, order; and the next version of a template. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readTemplate } from '../../sandbox/cloudformation/template/read.ts';
import { type ResourceDeclaration, type Template } from '../../sandbox/cloudformation/template/template.ts';
import { editsOf } from '../../scripts/updates/edits.ts';
import { effectsOf } from '../../scripts/updates/effects.ts';
import { harmOf } from '../../scripts/updates/release.ts';
import { templateOf, TEMPLATES, VARIANTS } from '../../scripts/updates/variants.ts';

const service = templateOf('service.yml');
const [trial] = VARIANTS['service.yml'];
if (!trial) throw new Error('service.yml has no variant');

/** The template with one resource declared otherwise. */
function declared(template: Template, logicalId: string, change: Partial<ResourceDeclaration>): Template {
  const resource = template.resources.get(logicalId);
  if (!resource) throw new Error(`no ${logicalId}`);
  return { ...template, resources: new Map([...template.resources, [logicalId, { ...resource, ...change }]]) };
}

test('tags of the stack reach service, task definition and listeners: as the docs say', () => {
  const { parameters } = trial;
  const before = { template: service, parameters };
  const guarded = effectsOf(before, { ...before, tags: { team: 'shop' } })
    .filter(({ type }) => /::(Service|TaskDefinition|Listener|ListenerRule)$/.test(type))
    .map(({ logicalId, what, properties }) => `${logicalId} ${what} ${properties.join(' ')}`);
  expect(guarded.toSorted()).toEqual([
    'ProductionListener update Tags',
    'Service update Tags',
    'TaskDefinition update Tags',
    'TestListener update Tags',
  ]);
});

describe.each(TEMPLATES)('%s', (file) => {
  const template = templateOf(file);

  test.each(VARIANTS[file])('metadata of a resource changes nothing else: $name', ({ parameters }) => {
    for (const logicalId of template.resources.keys()) {
      const after = declared(template, logicalId, { metadata: { Reviewed: 'yes' } });
      const properties = effectsOf({ template, parameters }, { template: after, parameters }).flatMap((each) =>
        each.properties.map((property) => `${each.logicalId} ${property}`),
      );
      expect([[], [`${logicalId} Metadata`]]).toContainEqual(properties);
    }
  });

  test.each(VARIANTS[file])('nor does the order that DependsOn asks for: $name', ({ parameters }) => {
    const [first = ''] = template.resources.keys();
    for (const logicalId of template.resources.keys()) {
      if (logicalId === first) continue;
      const dependsOn = template.resources.get(logicalId)?.dependsOn ?? [];
      const added = declared(template, logicalId, { dependsOn: dependsOn.filter((each) => each !== first) });
      expect(effectsOf({ template, parameters }, { template: added, parameters })).toEqual([]);
    }
  });
});

describe('an edit that moves production has to be confirmed', () => {
  /** What CloudFormation says to the edit without its confirmation, where the parameter reaches anything. */
  const alone = (name: string, confirmation: string, variants: RegExp): readonly (string | null)[] =>
    editsOf('service.yml', service, name)
      .filter(({ variant, parameters }) => variants.test(variant) && !(confirmation in parameters))
      .map(({ refusal }) => refusal);

  test.each([
    ['CertificateArn', 'LiveColorCheckedFor', /trial|HTTPS/, 2],
    ['RulePriority', 'RuleCheckedFor', /shared/, 1],
    ['RuleHosts', 'RuleCheckedFor', /shared/, 1],
    ['RulePaths', 'RuleCheckedFor', /shared/, 1],
  ] as const)('another %s alone is refused, and told what to do', (name, confirmation, variants, count) => {
    const refusals = alone(name, confirmation, variants);
    expect(refusals).toHaveLength(count);
    for (const refusal of refusals)
      expect(refusal).toMatch(new RegExp(`LiveColor. Set it to the live .*${confirmation}`, 's'));
  });
});

const RELEASED = join(import.meta.dirname, 'released');
const versions = existsSync(RELEASED) ? readdirSync(RELEASED) : [];

describe('from a released version', () => {
  test('there is one to compare with', () => {
    expect(versions).not.toEqual([]);
  });

  describe.each(versions)('%s', (version) => {
    describe.each(TEMPLATES)('%s', (file) => {
      const released = readTemplate(readFileSync(join(RELEASED, version, file), 'utf8'));
      test.each(VARIANTS[file])('an update harms nothing: $name', (variant) => {
        expect(harmOf(released, templateOf(file), variant)).toEqual([]);
      });
    });
  });

  test.each<[string, string, Partial<ResourceDeclaration>, string]>([
    ['another first image', 'TaskDefinition', { properties: { Family: 'shop', Cpu: '512' } }, 'Service'],
    ['another action of the listener', 'ProductionListener', { properties: { Port: 80 } }, 'ProductionListener'],
    [
      'another port of a target group',
      'BlueTargetGroup',
      { properties: { Port: 8080, VpcId: 'vpc-1' } },
      'BlueTargetGroup',
    ],
    [
      'another name of the group',
      'DeploymentGroup',
      { properties: { DeploymentGroupName: 'mine' } },
      'DeploymentGroup',
    ],
  ])('%s in the next version is found', (_case, logicalId, change, found) => {
    const harm = harmOf(service, declared(service, logicalId, change), trial);
    expect(harm.map((effect) => effect.logicalId)).toContain(found);
  });
});
