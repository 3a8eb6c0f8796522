import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

import { INPUT_DEFAULTS } from '../src/inputs/names.ts';
import { variableOf } from '../src/inputs/reading.ts';
import { readInputs } from '../src/inputs.ts';
import { type OutputName } from '../src/ports/runner.ts';

interface Described {
  readonly description: string;
  readonly default?: string;
  readonly required?: boolean;
}

interface Action {
  readonly inputs: Readonly<Record<string, Described>>;
  readonly outputs: Readonly<Record<string, Described>>;
  readonly runs: Readonly<Record<string, string>>;
  readonly branding: Readonly<Record<string, string>>;
}

const action = parse(readFileSync(new URL('../action.yml', import.meta.url), 'utf8')) as Action;

// The type makes this list complete.
const OUTPUTS = {
  'task-definition-arn': true,
  'task-definition': true,
  'previous-task-definition-arn': true,
  'previous-task-definition': true,
  'codedeploy-deployment-id': true,
  'rollback-deployment-id': true,
  image: true,
  'image-tag': true,
  'image-digest': true,
  appspec: true,
  result: true,
  'console-url': true,
  url: true,
  'test-url': true,
  plan: true,
  'run-task-arn': true,
  'run-task-id': true,
} satisfies Record<OutputName, true>;

describe('action.yml', () => {
  test('has the inputs that are read, with the defaults that an empty value stands for', () => {
    const defaults = Object.entries(action.inputs).map(([name, input]) => [name, input.default ?? '']);
    expect(Object.fromEntries(defaults)).toEqual({ ...INPUT_DEFAULTS, matrix: '${{ toJson(matrix) }}' });
  });

  test('requires what cannot be read from what is live', () => {
    const required = Object.entries(action.inputs).filter(([, input]) => input.required === true);
    expect(required.map(([name]) => name)).toEqual(['service']);
  });

  test('has the outputs that are set', () => {
    expect(Object.keys(action.outputs).sort()).toEqual(Object.keys(OUTPUTS).sort());
  });

  test.each(Object.entries({ ...action.inputs, ...action.outputs }))('%s is described', (_name, { description }) => {
    expect(description).toMatch(/^.{20,}\.$/);
  });

  test('runs one bundle as main and as post, on Node 24', () => {
    expect(action.runs).toEqual({
      using: 'node24',
      main: 'dist/index.js',
      post: 'dist/index.js',
      'post-if': 'always()',
    });
    expect(Object.keys(action.branding)).toEqual(['icon', 'color']);
  });

  test('given as the runner gives them, the defaults are the same as nothing', async () => {
    const variables = Object.entries(action.inputs).map(([name, input]) => [variableOf(name), input.default ?? '']);
    const env = Object.fromEntries(variables) as Record<string, string>;
    const given = await readInputs({ ...env, INPUT_MATRIX: 'null', INPUT_SERVICE: 'web' });
    expect(given).toEqual(await readInputs({ INPUT_SERVICE: 'web' }));
  });
});
