export interface EcrWorld {
  /** By repository name. */
  readonly repositories: Map<string, Repository>;
}

export interface Repository {
  readonly arn: string;
  readonly name: string;
  readonly uri: string;
  readonly createdAt: number;
  mutability: 'MUTABLE' | 'IMMUTABLE';
  /** By digest: what was pushed to the registry, or put through the API. */
  readonly images: Map<string, Image>;
}

export interface Image {
  readonly digest: string;
  readonly tags: Set<string>;
  readonly manifest: string;
  readonly mediaType: string;
  readonly pushedAt: number;
}
