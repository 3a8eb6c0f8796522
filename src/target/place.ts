import { type Service } from '@aws-sdk/client-ecs';

/** Where the service is, in names; for messages, commands and IAM statements. */
export interface Place {
  readonly partition: string;
  readonly region: string;
  /** `*` as long as nothing has told it. */
  readonly account: string;
  /** Names, not ARNs. */
  readonly cluster: string;
  readonly service: string;
}

/** `cluster` and `service` as the inputs have them: names or ARNs. `found` is the answer of DescribeServices. */
export function placeOf(region: string, cluster: string, service: string, found?: Service | null): Place {
  const arn = [found?.serviceArn, service, cluster].find((text) => text?.startsWith('arn:') === true) ?? '';
  const [, partition, , , account] = arn.split(':');
  return {
    partition: present(partition) ?? partitionOf(region),
    region,
    account: present(account) ?? '*',
    cluster: nameOf(cluster),
    service: nameOf(service),
  };
}

/** The last part of an ARN's resource (`…:service/shop/web` is `web`); a name as it is. */
export function nameOf(nameOrArn: string): string {
  return nameOrArn.startsWith('arn:') ? nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1) : nameOrArn;
}

/** `…:targetgroup/<name>/<id>`: the name that CodeDeploy's target group pair speaks of. */
export function targetGroupName(arn: string): string {
  return /:targetgroup\/([^/]+)\//.exec(arn)?.[1] ?? arn;
}

/** `cluster/service in region`: what messages say. */
export function describePlace(place: Place): string {
  return `${place.cluster}/${place.service} in ${place.region}`;
}

function present(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
