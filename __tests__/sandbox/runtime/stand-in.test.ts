/** What a container keeps of its definition where another image stands in for its own. */
import { expect, test } from '@jest/globals';
import { stoodIn } from '../../../sandbox/runtime/docker/stand-in.ts';
import { type ContainerLaunch } from '../../../sandbox/runtime/runtime.ts';

const container = (label?: string): ContainerLaunch => ({
  name: 'app',
  image: 'public.example/nginx:stable',
  essential: true,
  ports: [8080],
  entryPoint: ['/bin/sh', '-c'],
  command: ['exec nginx'],
  environment: { PORT: '8080' },
  user: '101',
  workingDirectory: '/srv',
  stopTimeoutSeconds: 30,
  healthCheck: null,
  options: label === undefined ? {} : { labels: { 'ecs-blue-green.bootstrap': label } },
});
const standIn = (): string => 'sample:v0';

test('what belongs to the placeholder image alone is left out', () => {
  expect(stoodIn(container('entryPoint, command user'), standIn)).toEqual({
    ...container('entryPoint, command user'),
    entryPoint: null,
    command: null,
    user: null,
  });
});

test.each([
  ['without the label', container(), standIn],
  ['on its own image', container('entryPoint command'), (reference: string): string => reference],
])('all of it stays %s', (_case, given, images) => {
  expect(stoodIn(given, images)).toEqual(given);
});
