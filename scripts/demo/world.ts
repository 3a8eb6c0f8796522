/** What the demo deploys to: the rehearsal's stack, with a gradual shift, container logs and an alarm on failed requests. */
import { CreateDeploymentConfigCommand } from '@aws-sdk/client-codedeploy';
import { PutMetricAlarmCommand } from '@aws-sdk/client-cloudwatch';
import { type Clients } from '../rehearsal/clients.ts';
import { defaultStack, putUpStack, type Stack } from '../rehearsal/stack.ts';
import { steady } from '../rehearsal/steady.ts';

const CONFIG = 'Linear25PercentEveryMinute';
const ALARM = 'shop-web-5xx';
/** Containers take real time to start, whatever the clock's speed. */
const STEADY_LIMIT_MS = 120_000;

/** Resolves when the first revision, which runs `image`, is steady. */
export async function putUpWorld(clients: Clients, image: string): Promise<Stack> {
  await clients.codedeploy.send(
    new CreateDeploymentConfigCommand({
      deploymentConfigName: CONFIG,
      computePlatform: 'ECS',
      trafficRoutingConfig: { type: 'TimeBasedLinear', timeBasedLinear: { linearPercentage: 25, linearInterval: 1 } },
    }),
  );
  const stack = await putUpStack(clients, {
    deploymentConfig: CONFIG,
    terminationWaitMinutes: 1,
    alarms: [ALARM],
    definition: { containerDefinitions: [container(image)] },
  });
  await putAlarm(clients, stack);
  await steady(clients, stack, STEADY_LIMIT_MS);
  return stack;
}

const container = (image: string) => ({
  name: 'app',
  image,
  essential: true,
  portMappings: [{ containerPort: 8080 }],
  environment: [{ name: 'PORT', value: '8080' }],
  logConfiguration: {
    logDriver: 'awslogs' as const,
    options: {
      'awslogs-group': `/ecs/${defaultStack.service}`,
      'awslogs-region': 'eu-west-1',
      'awslogs-stream-prefix': 'web',
    },
  },
});

/** How CloudWatch names them: `app/shop-web/50dc6c495c0c9188`, of a listener's ARN, and `targetgroup/blue/73e2d6bc24d8a067`. */
const balancerOf = (listenerArn: string): string => listenerArn.split('/').slice(1, -1).join('/');
const groupOf = (arn: string): string => arn.slice(arn.indexOf('targetgroup/'));

/** More than 5 % of a minute's requests answered with 5xx by blue and green together. */
async function putAlarm({ cloudwatch }: Clients, stack: Stack): Promise<void> {
  const errors = sums(stack, 'HTTPCode_Target_5XX_Count', 'errors');
  const requests = sums(stack, 'RequestCount', 'requests');
  const total = (list: readonly { Id: string }[]): string => list.map(({ Id }) => `FILL(${Id}, 0)`).join(' + ');
  const Expression = `100 * (${total(errors)}) / (${total(requests)})`;
  await cloudwatch.send(
    new PutMetricAlarmCommand({
      AlarmName: ALARM,
      AlarmDescription: 'More than 5 % of the requests failed',
      Metrics: [...errors, ...requests, { Id: 'share', Label: 'failed requests in percent', Expression }],
      ComparisonOperator: 'GreaterThanThreshold',
      Threshold: 5,
      EvaluationPeriods: 1,
      TreatMissingData: 'notBreaching',
    }),
  );
}

/** A metric of each of the two target groups, by the minute; ids are `prefix0` and `prefix1`. */
const sums = ({ targetGroups, productionListener }: Stack, metric: string, prefix: string) =>
  targetGroups.map(({ arn }, index) => ({
    Id: `${prefix}${index}`,
    ReturnData: false,
    MetricStat: {
      Metric: {
        Namespace: 'AWS/ApplicationELB',
        MetricName: metric,
        Dimensions: [
          { Name: 'LoadBalancer', Value: balancerOf(productionListener) },
          { Name: 'TargetGroup', Value: groupOf(arn) },
        ],
      },
      Period: 60,
      Stat: 'Sum',
    },
  }));
