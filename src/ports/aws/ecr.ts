import {
  BatchGetImageCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  ECRClient,
  GetAuthorizationTokenCommand,
  type Image,
  type ImageDetail,
  type ImageIdentifier,
  ImageNotFoundException,
  PutImageCommand,
} from '@aws-sdk/client-ecr';
import { type EcrPort, type ImageId, type ImageManifest, type RegistryAddress, type RegistryLogin } from './aws.ts';
import { clientConfig, type ClientSettings } from './config.ts';
import { type AwsCall } from './error.ts';
import { scanReport } from './scan.ts';
import { send } from './send.ts';

/** `registry`: null for the one of the step's account and region. */
export function ecrPort(settings: ClientSettings, registry: RegistryAddress | null = null): EcrPort {
  const client = new ECRClient({ ...clientConfig(settings), ...endpointOf(registry) });
  const id = registry === null ? {} : { registryId: registry.account };
  const call = (operation: string, on: string): AwsCall => ({
    ...{ service: 'ecr', operation, on },
    ...(registry === null ? {} : { owner: { account: registry.account, region: registry.region } }),
  });
  const details = (repositoryName: string, images: readonly ImageId[]): Promise<readonly ImageDetail[] | null> =>
    send(call('DescribeImages', imagesText(repositoryName, images)), () =>
      describe(client, { ...id, repositoryName, imageIds: images.map(identifier) }),
    );
  return {
    at: (address) => ecrPort(settings, address),
    describeRepository: (name) =>
      send(call('DescribeRepositories', name), async () => {
        const command = new DescribeRepositoriesCommand({ ...id, repositoryNames: [name] });
        const repository = (await client.send(command)).repositories?.[0];
        if (repository === undefined) throw new Error('the answer holds no repository');
        return repository;
      }),
    describeImage: async (repository, image) => (await details(repository, [image]))?.[0] ?? null,
    describeImages: details,
    manifests: (repositoryName, images) =>
      send(call('BatchGetImage', imagesText(repositoryName, images)), async () => {
        const command = new BatchGetImageCommand({ ...id, repositoryName, imageIds: images.map(identifier) });
        return ((await client.send(command)).images ?? []).flatMap(({ imageId, ...rest }) => manifestOf(imageId, rest));
      }),
    tagImage: (repositoryName, image, tag) =>
      send(call('PutImage', `${repositoryName}:${tag}`), () => put(client, { ...id, repositoryName }, image, tag)),
    scanFindings: (repositoryName, digest) =>
      send(call('DescribeImageScanFindings', `${repositoryName}@${digest}`), () =>
        scanReport(client, { ...id, repositoryName }, digest),
      ),
    authorization: () => authorization(client, call('GetAuthorizationToken', 'the registry')),
  };
}

/** Where AWS_ENDPOINT_URL names the address, the SDK takes no FIPS and no dual-stack variant beside it. */
function endpointOf(registry: RegistryAddress | null): object {
  if (registry === null) return {};
  const { region, fips, dualStack } = registry;
  const named = ['AWS_ENDPOINT_URL_ECR', 'AWS_ENDPOINT_URL'].some((name) => (process.env[name] ?? '') !== '');
  const variant = { ...(fips && { useFipsEndpoint: true }), ...(dualStack && { useDualstackEndpoint: true }) };
  return { region, ...(named ? {} : variant) };
}

function identifier(image: ImageId): ImageIdentifier {
  return 'tag' in image ? { imageTag: image.tag } : { imageDigest: image.digest };
}

/** `shop:v1`, `shop@sha256:…`; of several the first, since the rest is told by the same text. */
function imagesText(repository: string, [first]: readonly ImageId[]): string {
  if (first === undefined) return repository;
  return `${repository}${'tag' in first ? `:${first.tag}` : `@${first.digest}`}`;
}

type Described = ConstructorParameters<typeof DescribeImagesCommand>[0];

async function describe(client: ECRClient, input: Described): Promise<readonly ImageDetail[] | null> {
  try {
    return (await client.send(new DescribeImagesCommand(input))).imageDetails ?? [];
  } catch (error) {
    if (error instanceof ImageNotFoundException) return null;
    throw error;
  }
}

function manifestOf(
  id: ImageIdentifier | undefined,
  { imageManifest, imageManifestMediaType }: Omit<Image, 'imageId'>,
): ImageManifest[] {
  if (id?.imageDigest === undefined || imageManifest === undefined) return [];
  const { imageDigest: digest, imageTag: tag = null } = id;
  return [{ digest, tag, manifest: imageManifest, mediaType: imageManifestMediaType ?? '' }];
}

/** ECR API, PutImage: ImageAlreadyExistsException says that this tag is on this image. */
async function put(
  client: ECRClient,
  repository: { readonly registryId?: string; readonly repositoryName: string },
  { manifest, mediaType, digest }: ImageManifest,
  imageTag: string,
): Promise<'tagged' | 'taken'> {
  const type = mediaType === '' ? {} : { imageManifestMediaType: mediaType };
  const input = { ...repository, imageManifest: manifest, imageDigest: digest, imageTag, ...type };
  try {
    await client.send(new PutImageCommand(input));
    return 'tagged';
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'ImageAlreadyExistsException') return 'tagged';
    if (name === 'ImageTagAlreadyExistsException') return 'taken';
    throw error;
  }
}

/** The token is good for every registry that the caller may use; ECR API: `registryIds` is deprecated. */
async function authorization(client: ECRClient, call: AwsCall): Promise<RegistryLogin> {
  return send(call, async () => {
    const data = (await client.send(new GetAuthorizationTokenCommand({}))).authorizationData?.[0];
    const [user, password] = Buffer.from(data?.authorizationToken ?? '', 'base64')
      .toString()
      .split(/:(.*)/s);
    if (!user || !password || data?.proxyEndpoint === undefined) throw new Error('the answer holds no usable token');
    return { user, password, endpoint: data.proxyEndpoint };
  });
}
