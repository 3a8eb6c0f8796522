/**
 * The JavaScript SDK reads answers of the sandbox that were kept: JSON lines of `{service, operation, status, headers,
 * body}` on standard input (`body` in base64), for each a line of `{output}` or `{error: {name, message}}` back.
 */
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { ApplicationAutoScaling } from '@aws-sdk/client-application-auto-scaling';
import { CloudFormation } from '@aws-sdk/client-cloudformation';
import { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import { CodeDeploy } from '@aws-sdk/client-codedeploy';
import { ECR } from '@aws-sdk/client-ecr';
import { ECS } from '@aws-sdk/client-ecs';
import { ElasticLoadBalancingV2 } from '@aws-sdk/client-elastic-load-balancing-v2';
import { STS } from '@aws-sdk/client-sts';
import { HttpResponse } from '@smithy/core/protocols';

interface Kept {
  readonly service: string;
  readonly operation: string;
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** The answer that every request gets. */
let kept: Kept;

const config = {
  region: 'eu-west-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  maxAttempts: 1,
  requestHandler: {
    handle: () => {
      const { status: statusCode, headers, body } = kept;
      const response = new HttpResponse({ statusCode, headers, body: Readable.from([Buffer.from(body, 'base64')]) });
      return Promise.resolve({ response });
    },
  },
};

/** By botocore's names. */
const clients: ReadonlyMap<string, object> = new Map<string, object>([
  ['application-autoscaling', new ApplicationAutoScaling(config)],
  ['cloudformation', new CloudFormation(config)],
  ['codedeploy', new CodeDeploy(config)],
  ['ecr', new ECR(config)],
  ['ecs', new ECS(config)],
  ['elbv2', new ElasticLoadBalancingV2(config)],
  ['logs', new CloudWatchLogs(config)],
  ['sts', new STS(config)],
]);

async function read({ service, operation }: Kept): Promise<unknown> {
  const client = clients.get(service);
  const name = operation.charAt(0).toLowerCase() + operation.slice(1);
  const method: unknown = client && Reflect.get(client, name);
  if (typeof method !== 'function') return { error: { name: 'NoSuchMethod', message: `${service} has no ${name}` } };
  try {
    const output: unknown = await Reflect.apply(method, client, [{}]);
    return { output };
  } catch (cause) {
    const { name: code, message } = cause instanceof Error ? cause : new Error(String(cause));
    return { error: { name: code, message } };
  }
}

const lines = (await text(process.stdin)).split('\n').filter((line) => line !== '');
for (const line of lines) {
  kept = JSON.parse(line) as Kept; // written by test_sdk.py
  console.log(JSON.stringify(await read(kept)));
}
