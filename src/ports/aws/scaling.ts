import {
  ApplicationAutoScalingClient,
  DescribeScalingActivitiesCommand,
} from '@aws-sdk/client-application-auto-scaling';
import { type ScalingPort } from './aws.ts';
import { clientConfig, type ClientSettings } from './config.ts';
import { send } from './send.ts';

const MOST = 10;

export function scalingPort(settings: ClientSettings): ScalingPort {
  const client = new ApplicationAutoScalingClient(clientConfig(settings));
  return {
    async activities(cluster, service) {
      const resource = `service/${cluster}/${service}`;
      const command = new DescribeScalingActivitiesCommand({
        ServiceNamespace: 'ecs',
        ResourceId: resource,
        ScalableDimension: 'ecs:service:DesiredCount',
        MaxResults: MOST,
      });
      const call = { service: 'application-autoscaling', operation: 'DescribeScalingActivities', on: resource };
      const answer = await send(call, () => client.send(command));
      return (answer.ScalingActivities ?? []).map(({ StatusCode, Description, StartTime, EndTime }) => ({
        status: StatusCode ?? '',
        description: Description ?? '',
        startedAt: StartTime?.getTime() ?? null,
        endedAt: EndTime?.getTime() ?? null,
      }));
    },
  };
}
