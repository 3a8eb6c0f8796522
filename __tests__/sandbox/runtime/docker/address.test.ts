import { describe, expect, test } from '@jest/globals';
import { describeAddress, parseAddress } from '../../../../sandbox/runtime/docker/address.ts';
import { negotiate } from '../../../../sandbox/runtime/docker/version.ts';

describe('an engine’s address', () => {
  test.each([
    ['unix:///var/run/docker.sock', false, { kind: 'socket', path: '/var/run/docker.sock' }],
    [' unix:///run/user/1000/docker.sock\n', true, { kind: 'socket', path: '/run/user/1000/docker.sock' }],
    ['tcp://127.0.0.1:2375', false, { kind: 'tcp', host: '127.0.0.1', port: 2375, tls: false }],
    ['tcp://localhost', false, { kind: 'tcp', host: 'localhost', port: 2375, tls: false }],
    ['tcp://localhost', true, { kind: 'tcp', host: 'localhost', port: 2376, tls: true }],
    ['tcp://127.0.0.1:80/', false, { kind: 'tcp', host: '127.0.0.1', port: 80, tls: false }],
    ['tcp://[::1]:2376', true, { kind: 'tcp', host: '::1', port: 2376, tls: true }],
    ['https://localhost:9999', false, { kind: 'tcp', host: 'localhost', port: 9999, tls: true }],
  ])('%j, TLS asked for: %p', (text, tls, address) => {
    expect(parseAddress(text, tls)).toEqual(address);
  });

  test.each([
    ['ssh://me@build', 'its containers would run on another machine'],
    ['npipe:////./pipe/docker_engine', 'named pipes are not supported'],
    ['tcp://192.0.2.7:2375', 'the loopback of another machine'],
    ['tcp://docker:2375', 'the loopback of another machine'],
    ['tcp://127.0.0.1.example.org:2375', 'the loopback of another machine'],
    ['tcp://user:secret@localhost:2375', 'not of the form tcp://host:port'],
    ['tcp://localhost:99999', 'not of the form tcp://host:port'],
    ['tcp://localhost:2375/path', 'not of the form tcp://host:port'],
    ['tcp://', 'not of the form tcp://host:port'],
    ['unix://docker.sock', 'its path is not absolute'],
    ['/var/run/docker.sock', 'not a unix:// or tcp:// address'],
    ['fd://', 'not a unix:// or tcp:// address'],
    ['constructor://x', 'not a unix:// or tcp:// address'],
  ])('%j is not used', (text, why) => {
    expect(parseAddress(text, false)).toEqual({ kind: 'unusable', reason: expect.stringContaining(why) });
  });

  test('is told as it was given', () => {
    for (const text of ['unix:///a/b', 'tcp://127.0.0.1:1', 'tcp://[::1]:2']) {
      const address = parseAddress(text, false);
      expect(address.kind === 'unusable' ? address.reason : describeAddress(address)).toBe(text);
    }
  });
});

describe('the version of the API', () => {
  const engine = { engine: '20.10.24', api: '1.41', least: '1.12', os: 'linux' };

  test.each([
    ['of engine 20.10', {}, '1.41'],
    ['of engine 24', { api: '1.43' }, '1.43'],
    ['of engine 29, which speaks a newer one', { api: '1.52', least: '1.44' }, '1.50'],
    ['of an engine that tells no least one', { least: '' }, '1.41'],
  ])('%s', (_name, given, version) => {
    expect(negotiate({ ...engine, ...given })).toEqual({ version });
  });

  test.each([
    ['an engine before 20.10', { engine: '19.03.15', api: '1.40' }, '19.03.15 is older than 20.10'],
    ['an engine to come', { api: '1.70', least: '1.60' }, 'takes no API version before 1.60'],
    ['Windows containers', { os: 'windows' }, 'it runs windows containers'],
    ['something else that answers', { api: '' }, 'does not tell its API version'],
  ])('%s is not used', (_name, given, why) => {
    expect(negotiate({ ...engine, ...given })).toEqual({ reason: expect.stringContaining(why) });
  });
});
