/** What docs/cloudformation.md prints bold where it tells what to fill in is what the console shows. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { isObject, textOf } from '../../sandbox/cloudformation/template/shape.ts';
import { templateOf, TEMPLATES } from '../../scripts/updates/variants.ts';

const page = readFileSync(new URL('../../docs/cloudformation.md', import.meta.url), 'utf8');

/** Of the console itself, and what is bold for another reason. */
const OTHERS = [
  'Create stack',
  'Upload a template file',
  'Next',
  'Submit',
  'Stack policy',
  'Not tried on AWS.',
  'First launch only',
  'first launch only',
  'Sends production to `LiveColor`',
  'sends production to `LiveColor`',
  'Tags of the stack',
  'Drift',
  'Keep it, and use the step.',
  'Move.',
];

const labels = TEMPLATES.flatMap((file) => {
  const shown = templateOf(file).metadata['AWS::CloudFormation::Interface'];
  const all = isObject(shown) ? shown['ParameterLabels'] : undefined;
  return Object.values(isObject(all) ? all : {}).map((label) =>
    isObject(label) ? textOf(label['default'] ?? '') : null,
  );
});

test('every label is one of a parameter', () => {
  const bold = [...page.replaceAll(/\s+/g, ' ').matchAll(/\*\*(.+?)\*\*/g)].map(([, text]) => text ?? '');
  expect(bold.length).toBeGreaterThan(20);
  expect(bold.filter((text) => !OTHERS.includes(text) && !labels.includes(text))).toEqual([]);
});

test('every parameter that the page names is one of a template', () => {
  const named = [...page.matchAll(/`([A-Z][a-z]+(?:[A-Z][a-z]+)+)`/g)].map(([, name]) => name ?? '');
  const known = TEMPLATES.flatMap((file) => {
    const { parameters, outputs, resources } = templateOf(file);
    return [...parameters.keys(), ...outputs.keys(), ...resources.keys()];
  });
  const ofAws = ['ModifyListener', 'CodeDeployToECS'];
  expect(named.filter((name) => !known.includes(name) && !ofAws.includes(name))).toEqual([]);
});
