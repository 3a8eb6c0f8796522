import { type EncryptionConfiguration } from '@aws-sdk/client-ecr';

export interface EcrWorld {
  /** By repository name. */
  readonly repositories: Map<string, Repository>;
}

/** ECR API: ImageTagMutability. */
export type Mutability = 'MUTABLE' | 'IMMUTABLE' | 'IMMUTABLE_WITH_EXCLUSION' | 'MUTABLE_WITH_EXCLUSION';

export interface Repository {
  readonly arn: string;
  readonly name: string;
  readonly uri: string;
  readonly createdAt: number;
  mutability: Mutability;
  /** Wildcard filters of the tags that the rule is turned around for. */
  exclusions?: readonly string[];
  /** Shown only: what a scan finds is a setting. */
  scanOnPush?: boolean;
  readonly encryption?: EncryptionConfiguration;
  /** By digest: what was pushed to the registry, or put through the API. */
  readonly images: Map<string, Image>;
  /** Key to value. */
  readonly tags: Map<string, string>;
}

export interface Image {
  readonly digest: string;
  readonly tags: Set<string>;
  readonly manifest: string;
  readonly mediaType: string;
  readonly pushedAt: number;
}
