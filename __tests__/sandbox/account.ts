/** A sandbox over HTTP, the SDK clients that speak to it, and a service to look at. */
import { request } from 'node:http';
import { CodeDeploy } from '@aws-sdk/client-codedeploy';
import { ECR } from '@aws-sdk/client-ecr';
import { ECS, type RegisterTaskDefinitionCommandInput } from '@aws-sdk/client-ecs';
import { ElasticLoadBalancingV2 } from '@aws-sdk/client-elastic-load-balancing-v2';
import { STS } from '@aws-sdk/client-sts';
import { steppedClock, type SteppedClock } from '../../sandbox/clock.ts';
import { type RunningSandbox, type SandboxOptions, startSandbox } from '../../sandbox/server.ts';

export interface Account extends RunningSandbox {
  readonly clock: SteppedClock;
  readonly ecs: ECS;
  readonly elb: ElasticLoadBalancingV2;
  readonly codedeploy: CodeDeploy;
  readonly ecr: ECR;
  readonly sts: STS;
}

/** On a stepped clock, without an image registry. SDK clients try once. */
export async function startAccount(options: SandboxOptions = {}): Promise<Account> {
  const clock = steppedClock();
  const running = await startSandbox({ clock, registry: 'none', seed: 1, ...options });
  const client = clientConfig(running.url);
  return {
    ...running,
    clock,
    ecs: new ECS(client),
    elb: new ElasticLoadBalancingV2(client),
    codedeploy: new CodeDeploy(client),
    ecr: new ECR(client),
    sts: new STS(client),
  };
}

/** For the SDK clients that an account does not hold. */
export const clientConfig = (url: string) => ({
  endpoint: url,
  region: 'eu-west-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  maxAttempts: 1,
});

export const webDefinition: RegisterTaskDefinitionCommandInput = {
  family: 'web',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '256',
  memory: '512',
  containerDefinitions: [{ name: 'app', image: 'repo/web:1', portMappings: [{ containerPort: 8080 }] }],
};

/** Cluster `main`, target group `blue`, service `web` under CODE_DEPLOY with two Fargate tasks of `image`. */
export async function createWebService({ ecs, elb }: Account, image = 'repo/web:1'): Promise<{ targetGroup: string }> {
  await ecs.createCluster({ clusterName: 'main' });
  const [container] = webDefinition.containerDefinitions ?? [];
  await ecs.registerTaskDefinition({ ...webDefinition, containerDefinitions: [{ ...container, image }] });
  const groups = await elb.createTargetGroup({
    Name: 'blue',
    Port: 8080,
    Protocol: 'HTTP',
    VpcId: 'vpc-1',
    TargetType: 'ip',
  });
  const targetGroup = groups.TargetGroups?.[0]?.TargetGroupArn ?? '';
  await ecs.createService(webService(targetGroup));
  return { targetGroup };
}

export const webService = (targetGroupArn: string): Parameters<ECS['createService']>[0] => ({
  cluster: 'main',
  serviceName: 'web',
  taskDefinition: 'web',
  desiredCount: 2,
  launchType: 'FARGATE',
  deploymentController: { type: 'CODE_DEPLOY' },
  loadBalancers: [{ targetGroupArn, containerName: 'app', containerPort: 8080 }],
  networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'] } },
});

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** A request as written, with any Host header: `fetch` sets its own. */
export function send(
  url: string,
  { method = 'POST', headers = {}, body = '' }: { method?: string; headers?: Record<string, string>; body?: string },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    outgoing.on('error', reject).end(body);
  });
}

/** A signed-looking AWS JSON call. */
export const jsonCall = (url: string, target: string, body: string): Promise<Answer> =>
  send(url, {
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target, authorization: 'AWS4 test' },
    body,
  });

export const queryCall = (url: string, body: string): Promise<Answer> =>
  send(url, { headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: 'AWS4 test' }, body });

/** The control API; the answer is parsed. */
export async function control(url: string, method: string, path: string, body?: unknown): Promise<[number, unknown]> {
  const { status, text } = await send(`${url}/_sandbox/${path}`, {
    method,
    body: body === undefined ? '' : JSON.stringify(body),
  });
  return [status, JSON.parse(text) as unknown];
}
