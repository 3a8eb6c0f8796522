/**
 * What a person does next is safe: what an edit of each parameter does, by CloudFormation's own data on what is changed in
 * place and what is replaced, is what the console says of it by the label of its group.
 */
import { describe, expect, test } from '@jest/globals';
import { type Claim, claimFor, claimsOf, contradiction, worst } from '../../scripts/updates/claims.ts';
import { editsOf, isConfirmation } from '../../scripts/updates/edits.ts';
import { type Effect, effectsOf } from '../../scripts/updates/effects.ts';
import { templateOf, TEMPLATES, VARIANTS } from '../../scripts/updates/variants.ts';

const realOf = (effects: readonly (readonly Effect[])[]): Claim => worst(effects.map(claimFor));

describe.each(TEMPLATES)('%s', (file) => {
  const template = templateOf(file);
  const claims = claimsOf(template);
  const names = [...template.parameters.keys()].filter((name) => !isConfirmation(name));

  test.each(names)('an edit of %s does what its label says', (name) => {
    const taken = editsOf(file, template, name).flatMap(({ effects }) => (effects ? [effects] : []));
    expect(taken).not.toEqual([]);
    expect(contradiction(claims.get(name) ?? 'any time', realOf(taken))).toBeNull();
  });

  test.each(VARIANTS[file])('without an edit nothing changes: $name', ({ parameters }) => {
    expect(effectsOf({ template, parameters }, { template, parameters })).toEqual([]);
  });
});
