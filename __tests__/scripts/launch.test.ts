/** `npm run launch`: its command line, which may name nothing but a sandbox on this machine. */
import { expect, test } from '@jest/globals';
import { launchArguments } from '../../scripts/launch.ts';

test('a template, its parameters, and the stack named by Name', () => {
  expect(launchArguments(['service.yml', 'Name=shop', 'Subnets=subnet-1,subnet-2', 'Paths=/a=b'])).toEqual({
    kind: 'run',
    template: 'service.yml',
    stackName: 'shop',
    endpoint: 'http://127.0.0.1:4566',
    deploy: null,
    parameters: { Name: 'shop', Subnets: 'subnet-1,subnet-2', Paths: '/a=b' },
  });
});

test.each([
  ['http://localhost:1234', 'http://localhost:1234'],
  ['http://[::1]:1234', 'http://[::1]:1234'],
])('a sandbox at %s', (given, endpoint) => {
  expect(launchArguments(['service.yml', '--stack-name', 'a', '--endpoint', given])).toMatchObject({ endpoint });
});

test.each([
  ['no template', [], 'No template is named.'],
  ['no name', ['network.yml'], 'The stack has no name'],
  ['a parameter without a value', ['service.yml', 'Name'], 'A parameter is Name=Value; received "Name".'],
  ['an unknown option', ['service.yml', '--region', 'x'], "Unknown option '--region'"],
  [
    'AWS itself',
    ['service.yml', 'Name=a', '--endpoint', 'https://cloudformation.eu-west-1.amazonaws.com'],
    'a sandbox on this machine',
  ],
  [
    'a name that only begins like the loopback',
    ['a.yml', 'Name=a', '--endpoint', 'http://127.0.0.1.example.com'],
    'a sandbox on this machine',
  ],
  ['no address', ['a.yml', 'Name=a', '--endpoint', '4566'], 'received "4566"'],
])('%s is refused', (_case, args, message) => {
  expect(launchArguments(args)).toEqual({ kind: 'fault', message: expect.stringContaining(message) });
});
