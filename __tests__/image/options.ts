import { type BuildOptions } from '../../src/inputs/types.ts';

/** Nothing asked for beyond what to build. */
export const noOptions: BuildOptions = {
  platforms: [],
  buildSecrets: new Map(),
  secretFiles: new Map(),
  cacheFrom: [],
  cacheTo: [],
  buildContexts: new Map(),
  labels: new Map(),
  pull: false,
  noCache: false,
  builder: null,
  network: null,
  ssh: [],
  provenance: null,
  sbom: null,
  existingImage: 'reuse',
};
