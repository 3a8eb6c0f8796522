/** The image to deploy. */
export interface Image {
  /** `repository@sha256:…`, or the reference as given where no digest is known. */
  readonly reference: string;
  /** Repository without registry and tag: free of the account id. */
  readonly repository: string;
  readonly tag: string | null;
  /** `sha256:…`; null for an image that was given without one and could not be looked up. */
  readonly digest: string | null;
  readonly kind: 'pushed' | 'given';
}
