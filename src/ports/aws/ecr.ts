import {
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  ECRClient,
  GetAuthorizationTokenCommand,
  ImageNotFoundException,
} from '@aws-sdk/client-ecr';
import { type EcrPort, type RegistryLogin } from './aws.ts';
import { clientConfig, type ClientSettings } from './config.ts';
import { type AwsCall } from './error.ts';
import { send } from './send.ts';

export function ecrPort(settings: ClientSettings): EcrPort {
  const client = new ECRClient(clientConfig(settings));
  return {
    async describeRepository(name) {
      return send(called('DescribeRepositories', name), async () => {
        const command = new DescribeRepositoriesCommand({ repositoryNames: [name] });
        const repository = (await client.send(command)).repositories?.[0];
        if (repository === undefined) throw new Error('the answer holds no repository');
        return repository;
      });
    },
    async describeImage(repositoryName, image) {
      const id = 'tag' in image ? { imageTag: image.tag } : { imageDigest: image.digest };
      const on = `${repositoryName}${'tag' in image ? `:${image.tag}` : `@${image.digest}`}`;
      return send(called('DescribeImages', on), async () => {
        try {
          const answer = await client.send(new DescribeImagesCommand({ repositoryName, imageIds: [id] }));
          return answer.imageDetails?.[0] ?? null;
        } catch (error) {
          if (error instanceof ImageNotFoundException) return null;
          throw error;
        }
      });
    },
    authorization: () => authorization(client),
  };
}

function called(operation: string, on: string): AwsCall {
  return { service: 'ecr', operation, on };
}

async function authorization(client: ECRClient): Promise<RegistryLogin> {
  return send(called('GetAuthorizationToken', 'the registry of this account'), async () => {
    const data = (await client.send(new GetAuthorizationTokenCommand({}))).authorizationData?.[0];
    const [user, password] = Buffer.from(data?.authorizationToken ?? '', 'base64')
      .toString()
      .split(/:(.*)/s);
    if (!user || !password || data?.proxyEndpoint === undefined) throw new Error('the answer holds no usable token');
    return { user, password, endpoint: data.proxyEndpoint };
  });
}
