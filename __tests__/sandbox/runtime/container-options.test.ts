import { expect, test } from '@jest/globals';
import { containerOptions } from '../../../sandbox/runtime/container-options.ts';
import { type JsonObject } from '../../../sandbox/json.ts';

test.each<[string, JsonObject, object]>([
  ['nothing', {}, {}],
  [
    'limits',
    { memory: 512, memoryReservation: 256, cpu: 128, readonlyRootFilesystem: true },
    { memoryMiB: 512, memoryReservationMiB: 256, cpuUnits: 128, readonlyRootFilesystem: true },
  ],
  ['no limits', { memory: 0, cpu: 0, readonlyRootFilesystem: false }, {}],
  ['labels', { dockerLabels: { team: 'shop', odd: 7 } }, { labels: { team: 'shop' } }],
  ['secrets by their names', { secrets: [{ name: 'KEY', valueFrom: 'arn:aws:…' }, {}] }, { secrets: ['KEY'] }],
  [
    'mount points',
    { mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }, { sourceVolume: 'data' }] },
    { mounts: [{ volume: 'data', path: '/data', readOnly: false }] },
  ],
  [
    'limits of the process',
    { ulimits: [{ name: 'nofile', softLimit: 1, hardLimit: 2 }, { name: 'core' }] },
    { ulimits: [{ name: 'nofile', soft: 1, hard: 2 }] },
  ],
  [
    'members of the wrong type',
    { memory: '512', mountPoints: 'x', ulimits: [null], secrets: {}, dockerLabels: [] },
    {},
  ],
])('of a definition with %s', (_name, definition, options) => {
  expect(containerOptions(definition)).toEqual(options);
});
