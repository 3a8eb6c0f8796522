import { type Repository } from '@aws-sdk/client-ecr';
import { type Fault } from '../errors.ts';
import { type Destination } from '../image/ports.ts';
import { ecrRegistry, parseReference, splitUri } from '../image/reference.ts';
import { type DeployInputs } from '../inputs/types.ts';

/**
 * A URI of a registry that is not ECR: what ECR says of the same name is beside the point. An emulator's registry is
 * known by what DescribeRepositories tells.
 * `found`: what ECR said, where it did.
 */
export function foreignRepository({ source }: DeployInputs, found: Repository | null | undefined): readonly Fault[] {
  if (source.kind !== 'build') return [];
  const { registry, repository } = parseReference(source.repository) ?? { registry: null, repository: null };
  if (registry === null || ecrRegistry(registry) !== null) return [];
  if (splitUri(found?.repositoryUri ?? '').registry === registry) return [];
  return [
    {
      tried: 'use the ECR repository',
      on: source.repository,
      why: `${registry} is not a registry of Amazon ECR, which is where this step pushes to.`,
      repair: `Set input 'repository' to an ECR repository, by name or full URI; or push ${repository ?? 'the image'} in an earlier step and name it in input 'image'.`,
    },
  ];
}

/**
 * Where the image goes: to the URI as it was given, so that a FIPS or dual-stack host stays in use; else to the one that
 * DescribeRepositories tells.
 */
export function destinationOf({ source }: DeployInputs, found: Repository | null | undefined): Destination | null {
  const { repositoryUri, repositoryArn } = found ?? {};
  if (source.kind !== 'build' || repositoryUri === undefined) return null;
  const given = ecrRegistry(parseReference(source.repository)?.registry ?? null);
  const told = ecrRegistry(splitUri(repositoryUri).registry);
  return { repositoryUri: given !== null && told !== null ? source.repository : repositoryUri, repositoryArn };
}
