import { type ImageSource } from '../inputs/types.ts';
import { buildAndPush } from './build.ts';
import { givenImage } from './given.ts';
import { type Image } from './image.ts';
import { type Destination, type ImagePorts } from './ports.ts';

/**
 * The image to deploy, built and pushed where that was asked for; null where the definition is deployed as written.
 * Throws StepError, AwsCallError, or the reason of `ports.signal`.
 * @param destination where a build goes; not used for the other sources
 */
export async function provideImage(
  source: ImageSource,
  destination: Destination | null,
  ports: ImagePorts,
): Promise<Image | null> {
  switch (source.kind) {
    case 'none':
      return null;
    case 'given':
      return await givenImage(source.reference, ports);
    case 'build':
      if (destination === null) throw new Error('A build needs the repository that it goes to.');
      return await buildAndPush(source, destination, ports);
  }
}
