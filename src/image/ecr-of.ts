import { type EcrPort } from '../ports/aws/aws.ts';
import { ecrRegistry, parseReference } from './reference.ts';

/**
 * ECR where the repository is: in the account and region that a full URI names, with its FIPS or dual-stack endpoint;
 * the step's own for a bare name, and for a registry that is no ECR by its name (an emulator's).
 */
export function ecrOf(reference: string, ecr: EcrPort): EcrPort {
  const registry = ecrRegistry(parseReference(reference)?.registry ?? null);
  return registry === null ? ecr : ecr.at(registry);
}
