/** What can be read in the files: what must be the same in two places, and what Fargate takes. */
import { describe, expect, test } from '@jest/globals';
import { readTemplate } from '../../sandbox/cloudformation/template/read.ts';
import { isObject, textOf } from '../../sandbox/cloudformation/template/shape.ts';
import { templateOf } from './service-stage.ts';

const service = readTemplate(templateOf('service.yml'));
const cluster = readTemplate(templateOf('cluster.yml'));

test.each(['service.yml', 'cluster.yml'])('%s fits into the body of a call', (name) => {
  expect(Buffer.byteLength(templateOf(name))).toBeLessThan(51_200);
});

describe('what cluster.yml and service.yml have in common is the same', () => {
  const shared = [
    'Cluster',
    'LoadBalancer',
    'LoadBalancerSecurityGroup',
    'ProductionListener',
    'TestListener',
    'RedirectListener',
  ];
  const ROUTES = new Set(['ProductionListener', 'TestListener']);
  const comparable = (template: typeof service, id: string): unknown => {
    const resource = template.resources.get(id);
    if (!resource) throw new Error(`${id} is not there.`);
    if (!ROUTES.has(id)) return { ...resource, condition: null };
    // Where requests go without a rule is what tells the two apart, and with it what must outlive a listener.
    const { DefaultActions, ...properties } = resource.properties;
    expect(DefaultActions).toBeDefined();
    return { ...resource, condition: null, dependsOn: [], properties };
  };
  test.each(shared)('%s', (id) => {
    expect(comparable(cluster, id)).toEqual(comparable(service, id));
  });

  const both = [...cluster.parameters.keys()].filter((name) => service.parameters.has(name));
  test('and so are at least these parameters', () => {
    expect(both).toEqual([
      'Name',
      'VpcId',
      'Subnets',
      'Scheme',
      'CertificateArn',
      'IngressCidr',
      'TestListenerCidr',
      'AccessLogsBucket',
      'DeletionProtection',
      'ContainerInsights',
      'TagEnvironment',
      'TagOwner',
    ]);
  });
  test.each(both)('%s takes the same values', (name) => {
    // Words differ where the place does; a service's name leaves room for its cluster's.
    const values = (template: typeof service) => ({
      ...template.parameters.get(name),
      description: null,
      constraintDescription: null,
      ...(name === 'Name' ? { maxLength: null } : {}),
    });
    expect(values(cluster)).toEqual(values(service));
  });

  test('and so is what each certificate is used for', () => {
    expect(cluster.conditions.get('HasCertificate')).toEqual(service.conditions.get('HasCertificate'));
  });
});

test('blue and green differ in nothing but their name', () => {
  const [blue, green] = ['Blue', 'Green'].map((color) => service.resources.get(`${color}TargetGroup`));
  const recoloured = JSON.parse(JSON.stringify(blue).replaceAll('${Name}-blue', '${Name}-green')) as unknown;
  expect(recoloured).toEqual(green);
  expect(blue).not.toEqual(green);
});

test('the listeners, and the rules, lead to the same group', () => {
  const actions = (id: string, property: string): unknown => service.resources.get(id)?.properties[property];
  expect(actions('TestListener', 'DefaultActions')).toEqual(actions('ProductionListener', 'DefaultActions'));
  expect(actions('TestRule', 'Actions')).toEqual(actions('ProductionRule', 'Actions'));
  expect(actions('ProductionRule', 'Actions')).toEqual(actions('ProductionListener', 'DefaultActions'));
});

/** CPU units to MB (ECS developer guide, "Task CPU and memory"): from, to, in steps of. */
const FARGATE: ReadonlyMap<number, readonly number[]> = new Map([
  [256, [512, 1024, 2048]],
  [512, steps(1024, 4096)],
  [1024, steps(2048, 8192)],
  [2048, steps(4096, 16_384)],
  [4096, steps(8192, 30_720)],
]);
function steps(from: number, to: number): number[] {
  return Array.from({ length: (to - from) / 1024 + 1 }, (_, index) => from + index * 1024);
}

test.each(service.parameters.get('TaskSize')?.allowedValues ?? ['none'])('Fargate takes %s', (size) => {
  const [, cpu, memory] = /^(\d+) CPU, (\d+) MB$/.exec(size) ?? [];
  expect(FARGATE.get(Number(cpu))).toContain(Number(memory));
});

test('the life cycle of the repository ends no image that has a tag', () => {
  const policy = service.resources.get('Repository')?.properties['LifecyclePolicy'];
  const text = isObject(policy) ? textOf(policy['LifecyclePolicyText']) : null;
  const { rules } = JSON.parse(text ?? '') as { rules: { selection: { tagStatus: string } }[] }; // read just below
  expect(rules.map(({ selection }) => selection.tagStatus)).toEqual(['untagged']);
  expect(service.resources.get('Repository')).toMatchObject({
    deletionPolicy: 'RetainExceptOnCreate',
    updateReplacePolicy: 'Retain',
    properties: { ImageTagMutability: 'IMMUTABLE' },
  });
});
