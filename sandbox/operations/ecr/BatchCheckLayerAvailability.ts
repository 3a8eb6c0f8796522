import {
  BatchCheckLayerAvailability$,
  type BatchCheckLayerAvailabilityRequest,
  type BatchCheckLayerAvailabilityResponse,
  type Layer,
  type LayerFailure,
} from '@aws-sdk/client-ecr';
import { operation } from '../../operation.ts';
import { isDigest } from './images.ts';
import { layersOf } from './manifest.ts';
import { findRepository, invalidParameter } from './repository.ts';

/** A layer is AVAILABLE where an image of the repository has it; one that no manifest names yet is not known. */
export const batchCheckLayerAvailability = operation<
  BatchCheckLayerAvailabilityRequest,
  BatchCheckLayerAvailabilityResponse
>(BatchCheckLayerAvailability$, ({ repositoryName, registryId, layerDigests = [] }, { world }) => {
  const repository = findRepository(world, repositoryName, registryId);
  if (layerDigests.length < 1 || layerDigests.length > 100) {
    throw invalidParameter('layerDigests', 'must hold 1 to 100 digests');
  }
  const known = new Map([...repository.images.values()].flatMap((image) => [...layersOf(image.manifest)]));
  const layers: Layer[] = [];
  const failures: LayerFailure[] = [];
  for (const layerDigest of layerDigests) {
    const layer = known.get(layerDigest);
    if (layer)
      layers.push({ layerDigest, layerAvailability: 'AVAILABLE', layerSize: layer.size, mediaType: layer.type });
    else if (isDigest(layerDigest)) layers.push({ layerDigest, layerAvailability: 'UNAVAILABLE' });
    else {
      const failureReason = 'Invalid layer digest';
      failures.push({ layerDigest, failureCode: 'InvalidLayerDigest', failureReason });
    }
  }
  return { layers, failures };
});
