import { CloudWatchLogsClient, GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { type LogPage, type LogsPort } from './task-port.ts';
import { clientConfig, type ClientSettings } from './config.ts';
import { send } from './send.ts';

/** A log may be in another region than the task (`awslogs-region`): one client for each. */
export function logsPort(settings: ClientSettings): LogsPort {
  const clients = new Map<string | null, CloudWatchLogsClient>();
  const clientIn = (region: string | null): CloudWatchLogsClient => {
    const client = clients.get(region) ?? new CloudWatchLogsClient(clientConfig({ ...settings, region }));
    clients.set(region, client);
    return client;
  };
  return {
    async events({ region, group, stream }, token): Promise<LogPage> {
      const command = new GetLogEventsCommand({
        logGroupName: group,
        logStreamName: stream,
        startFromHead: true,
        ...(token !== null && { nextToken: token }),
      });
      const call = { service: 'logs', operation: 'GetLogEvents', on: `${group}:${stream}` };
      const client = clientIn(region ?? settings.region);
      const { events = [], nextForwardToken: next = null } = await send(call, () => client.send(command));
      return { messages: events.map(({ message = '' }) => message), next };
    },
  };
}
