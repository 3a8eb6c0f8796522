import { describe, expect, test } from '@jest/globals';
import { capabilityFaults } from '../../src/image/capabilities.ts';
import { type BuildInputs } from '../../src/inputs/types.ts';
import { type Builder, readBuilder } from '../../src/ports/docker/builder.ts';
import { buildSource } from './world.ts';

const found = (driver: string, can: boolean): Builder => ({
  ...{ kind: 'found', name: 'b', driver, cacheExport: can, indexes: can, platforms: [] },
});
const none: Builder = { kind: 'none' };
const engine = found('docker', false);
const container = found('docker-container', true);

const secret = new Map([['a', 'b']]);
const two = ['linux/amd64', 'linux/arm64'];

const faultsOf = (changes: Partial<BuildInputs>, builder: Builder): string[] =>
  capabilityFaults(buildSource(changes), builder).map(({ on }) => on);

test.each<[string, Partial<BuildInputs>, Builder, string[]]>([
  ['nothing special, without buildx', {}, none, []],
  ['what the classic builder can', { platforms: ['linux/arm64'], network: 'host', pull: true }, none, []],
  ['several platforms without buildx', { platforms: two }, none, ["'platforms'"]],
  ['secrets without buildx', { buildSecrets: secret }, none, ["'build-secrets'"]],
  [
    'all else without buildx',
    {
      ...{ secretFiles: secret, buildContexts: secret, cacheFrom: ['type=gha'], cacheTo: ['type=gha'] },
      ...{ builder: 'b', ssh: ['default'], provenance: 'true', sbom: 'true' },
    },
    none,
    ["'secret-files', 'build-contexts', 'cache-from', 'cache-to', 'builder', 'ssh', 'provenance', 'sbom'"],
  ],
  ['secrets on the docker driver', { buildSecrets: secret, ssh: ['default'] }, engine, []],
  ['a cache on the docker driver', { cacheTo: ['type=gha'] }, engine, ['builder b with the driver docker']],
  ['an inline cache on the docker driver', { cacheTo: ['type=inline'] }, engine, []],
  [
    'a cache called inline',
    { cacheTo: ['type=local,dest=type=inlined'] },
    engine,
    ['builder b with the driver docker'],
  ],
  [
    'an index on the docker driver',
    { platforms: two, sbom: 'true' },
    engine,
    ["'platforms', 'sbom' on the builder b with the driver docker"],
  ],
  ['all of it on a builder of its own', { platforms: two, cacheTo: ['type=gha'], sbom: 'true' }, container, []],
  ['a builder that is not there', {}, { kind: 'missing', name: 'b', why: 'no builder "b" found' }, ['b']],
])('%s', (_name, changes, builder, expected) => {
  expect(faultsOf(changes, builder)).toEqual(expected);
});

test.each<[Partial<BuildInputs>, Builder]>([
  [{ platforms: two }, none],
  [{ platforms: two }, engine],
  [{ cacheTo: ['type=gha'] }, engine],
  [{}, { kind: 'missing', name: null, why: 'x' }],
])('the repair names what makes a builder: %j', (changes, builder) => {
  const [fault] = capabilityFaults(buildSource(changes), builder);
  expect(fault?.repair).toContain('docker/setup-buildx-action');
});

describe('readBuilder', () => {
  const OWN = `Name:   default
Driver: docker

Nodes:
Name:             default
Endpoint:         default
Status:           running
BuildKit version: v0.8+unknown
Platforms:        linux/amd64, linux/386
Features:
 Automatically load images to the Docker Engine image store: true
 Cache export:                                               false
 Multi-platform build:                                       false
`;
  const own = { kind: 'found', name: 'default', driver: 'docker', platforms: ['linux/amd64', 'linux/386'] };

  test.each<[string, string, unknown]>([
    ["the engine's own", OWN, { ...own, cacheExport: false, indexes: false }],
    [
      "the engine's own, with the containerd image store",
      OWN.replaceAll('false', 'true'),
      { ...own, cacheExport: true, indexes: true },
    ],
    [
      'of an older buildx, which lists no features',
      OWN.replace(/Features:[^]*/, ''),
      { ...own, cacheExport: false, indexes: false },
    ],
    [
      'a container that was not started yet',
      'Name:          builder-1\nDriver:        docker-container\nLast Activity: x\n\nNodes:\nName:   builder-10\nStatus: inactive\n',
      { kind: 'found', name: 'builder-1', driver: 'docker-container', cacheExport: true, indexes: true, platforms: [] },
    ],
    [
      'whose engine does not answer',
      'Name:          default\nDriver:        \nLast Activity: x\nError:         failed to connect to the docker API\n',
      { kind: 'missing', name: 'default', why: 'failed to connect to the docker API' },
    ],
    ['that says nothing', '', { kind: 'missing', name: null, why: 'buildx tells no driver of it.' }],
  ])('%s', (_name, text, expected) => {
    expect(readBuilder(text)).toEqual(expected);
  });
});
