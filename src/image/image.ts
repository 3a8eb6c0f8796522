import { type IndexEntry } from './platforms.ts';

/** The image to deploy. */
export interface Image {
  /** `repository@sha256:…`, or the reference as given where no digest is known. */
  readonly reference: string;
  /** Repository without registry and tag: free of the account id. */
  readonly repository: string;
  readonly tag: string | null;
  /** `sha256:…`; null for an image that was given without one and could not be looked up. */
  readonly digest: string | null;
  /** The images of an index (several platforms); absent or null: one image, or not known. */
  readonly entries?: readonly IndexEntry[] | null;
  /** `reused`: an image of the same content was there, and nothing was built. */
  readonly kind: 'pushed' | 'given' | 'reused';
}
