/** `npm run launch`: its command line, which may name nothing but a sandbox on this machine. */
import { expect, test } from '@jest/globals';
import { launchArguments } from '../../scripts/launch/arguments.ts';

test('a template, its parameters, and the stack named by Name', () => {
  expect(launchArguments(['service.yml', 'Name=shop', 'Subnets=subnet-1,subnet-2', 'Paths=/a=b'])).toEqual({
    kind: 'run',
    template: 'service.yml',
    stackName: 'shop',
    endpoint: 'http://127.0.0.1:4566',
    update: false,
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
  ['as the sandbox asks to export it', ['a.yml', 'Name=a'], 'http://127.0.0.1:7777', 'http://127.0.0.1:7777'],
  [
    'unless an option says otherwise',
    ['a.yml', 'Name=a', '--endpoint', 'http://127.0.0.1:1'],
    'https://aws.example',
    'http://127.0.0.1:1',
  ],
  ['or it is empty', ['a.yml', 'Name=a'], '', 'http://127.0.0.1:4566'],
])('AWS_ENDPOINT_URL %s', (_case, args, variable, endpoint) => {
  expect(launchArguments(args, variable)).toMatchObject({ endpoint });
});

test('AWS_ENDPOINT_URL of AWS itself is refused by its name', () => {
  expect(launchArguments(['a.yml', 'Name=a'], 'https://ecs.eu-west-1.amazonaws.com')).toEqual({
    kind: 'fault',
    message: expect.stringMatching(/^AWS_ENDPOINT_URL .* must be a sandbox on this machine/),
  });
});

test.each([
  ['no template', [], 'No template is named'],
  ['a parameter where the template stands', ['Name=shop'], 'No template is named'],
  [
    'no name',
    ['network.yml', 'Nane=a'],
    'The stack has no name: give --stack-name, or the parameter Name. Parameters given: Nane.',
  ],
  ['a value cut by a space', ['a.yml', 'Name=a', 'Subnets=subnet-1,', 'subnet-2'], 'Quote a value with spaces'],
  ['a parameter given twice', ['a.yml', 'Name=a', 'Name=b'], 'The parameter Name is given twice.'],
  ['a deployment without a service', ['network.yml', 'Name=a', '--deploy', '.'], '--deploy goes with service.yml'],
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
