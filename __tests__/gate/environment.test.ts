import { describe, expect, test } from '@jest/globals';
import { scrubbed } from '../../src/gate/environment.ts';

describe('what the step itself works with is not passed on', () => {
  test.each([
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'AWS_SECURITY_TOKEN',
    'AWS_PROFILE',
    'AWS_DEFAULT_PROFILE',
    'AWS_ROLE_ARN',
    'AWS_ROLE_SESSION_NAME',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
    'AWS_CONTAINER_CREDENTIALS_FULL_URI',
    'AWS_CONTAINER_AUTHORIZATION_TOKEN',
    'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
    'AWS_SHARED_CREDENTIALS_FILE',
    'AWS_CONFIG_FILE',
    'AWS_BEARER_TOKEN_BEDROCK',
    'AWS_WHATEVER_COMES_NEXT',
    'aws_secret_access_key',
    'INPUT_SMOKE-TEST',
    'INPUT_BUILD-SECRETS',
    'input_secrets',
    'STATE_deployment',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_URL',
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_RESULTS_URL',
    'GITHUB_OUTPUT',
    'GITHUB_STATE',
    'GITHUB_ENV',
    'GITHUB_PATH',
    'GITHUB_STEP_SUMMARY',
  ])('%s', (name) => {
    expect(scrubbed({ [name]: 'x', PATH: '/bin' })).toEqual({ PATH: '/bin' });
  });
});

test.each([
  'PATH',
  'HOME',
  'CI',
  'GITHUB_SHA',
  'GITHUB_WORKSPACE',
  'RUNNER_TEMP',
  'AWS_REGION',
  'AWS_DEFAULT_REGION',
  'HTTPS_PROXY',
  'INPUTS',
  'MY_INPUT_FILE',
  'OF_THE_WORKFLOW',
])('%s is', (name) => {
  expect(scrubbed({ [name]: 'x' })).toEqual({ [name]: 'x' });
});

test('what is not set is not there', () => {
  expect(scrubbed({ NOTHING: undefined, EMPTY: '' })).toEqual({ EMPTY: '' });
});
