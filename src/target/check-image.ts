import { type Fault } from '../errors.ts';
import { existingFaults } from '../image/check-existing.ts';
import { type Existing } from '../image/existing.ts';
import { platformFault } from '../image/platforms.ts';
import { type DeployInputs } from '../inputs/types.ts';
import { destinationOf, foreignRepository } from './check-repository.ts';
import { valueOf } from './fact.ts';
import { type Facts } from './facts.ts';

/** What speaks against the image that is to be built, as far as it is known before. */
export function imageRefusals(inputs: DeployInputs, facts: Facts): readonly Fault[] {
  const { source } = inputs;
  if (source.kind !== 'build') return [];
  const repository = valueOf(facts.repository);
  const existing = existingIn(facts);
  const uri = destinationOf(inputs, repository)?.repositoryUri ?? source.repository;
  const definition = valueOf(facts.definition);
  const platform =
    definition === undefined ? null : platformFault(source.platforms, definition.body, definition.origin);
  return [
    ...foreignRepository(inputs, repository),
    ...(existing === null ? [] : existingFaults(source, existing, uri)),
    ...(platform === null ? [] : [platform]),
  ];
}

export function existingIn({ existing }: Facts): Existing | null {
  return (existing && valueOf(existing)) ?? null;
}
