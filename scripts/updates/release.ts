/** Whether people who launched an earlier version can update to this one: what that would do to a stack as it is. */
import { type Template } from '../../sandbox/cloudformation/template/template.ts';
import { claimFor } from './claims.ts';
import { type Effect, effectsOf } from './effects.ts';
import { type Variant } from './variants.ts';

/** What an update to the new template changes that no update may: traffic, what a deployment owns, what would be lost. */
export function harmOf(released: Template, template: Template, { parameters }: Variant): readonly Effect[] {
  return effectsOf({ template: released, parameters }, { template, parameters }).filter(
    (effect) => claimFor([effect]) !== 'any time',
  );
}
