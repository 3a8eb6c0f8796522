import { type Repository } from '@aws-sdk/client-ecr';
import { type Fault } from '../errors.ts';
import { ecrRegistry, parseReference } from '../image/reference.ts';
import { type DeployInputs } from '../inputs/types.ts';
import { type Place } from './place.ts';

/**
 * A repository URI of another account or region: what ECR said of the same name here is beside the point.
 * `found`: what it said, where it did.
 */
export function foreignRepository(
  { source }: DeployInputs,
  found: Repository | null | undefined,
  place: Place,
): readonly Fault[] {
  if (source.kind !== 'build') return [];
  const reference = parseReference(source.repository);
  const registry = ecrRegistry(reference?.registry ?? null);
  const account = found?.registryId ?? place.account;
  if (registry === null || reference === null) return [];
  if ((account === '*' || registry.account === account) && registry.region === place.region) return [];
  return [
    {
      tried: 'use the ECR repository',
      on: source.repository,
      why: `it is in account ${registry.account}, region ${registry.region}; this step works in account ${account}, region ${place.region}`,
      repair: `Set input 'repository' to a repository of that account and region (its name alone is enough: ${reference.repository ?? ''}), or use credentials of the repository's account and its region.`,
    },
  ];
}
