/** What is known about the causes of failed deployments: a pattern in what AWS said, and what to do about it. */
const HINTS: readonly (readonly [pattern: RegExp, hint: string])[] = [
  [
    /exec format error/i,
    'the image was built for another processor: build it for the platform of the task definition (`runtimePlatform`)',
  ],
  [
    /CannotPull(?:Container|Image)?(?:Error)?.*(?:not found|manifest unknown|does not exist)/is,
    'the image or its tag does not exist: check its name, and that it was pushed to this region and account',
  ],
  [
    /CannotPull(?:Container|Image)?(?:Error)?.*(?:denied|not authorized|unauthorized|403)/is,
    'the execution role may not pull the image: give it AmazonECSTaskExecutionRolePolicy, and the repository access to it',
  ],
  [
    /CannotPull(?:Container|Image)?(?:Error)?.*platform/is,
    'the image has no build for the platform of the task definition (`runtimePlatform`)',
  ],
  [
    /CannotPull/i,
    'the tasks cannot reach the registry: they need a public address, a NAT gateway or VPC endpoints for ECR and S3',
  ],
  [
    /(?:secretsmanager|ssm).*(?:AccessDenied|not authorized)|(?:AccessDenied|not authorized).*(?:secretsmanager|ssm|kms)/is,
    'the execution role may not read a secret: allow secretsmanager:GetSecretValue or ssm:GetParameters, and kms:Decrypt with an own key',
  ],
  [
    /unable to (?:pull|retrieve) secrets|ResourceInitializationError.*secret/is,
    'a secret could not be read: check its ARN, the rights of the execution role, and the network way to it',
  ],
  [/OutOfMemory|OOMKilled/i, 'a container used more memory than it has: raise `memory`, or find out what takes it'],
  [
    /failed (?:ELB|container) health checks|Health checks failed|unhealthy in/i,
    "the tasks do not pass their health checks: compare the target group's path, port and codes with the container, and give it time to start (health check grace period)",
  ],
  [
    /exit code:? 137|\b137\b/i,
    'the container was killed (137): mostly out of memory, or it did not end within `stopTimeout`',
  ],
  [
    /exit code:? 139|\b139\b/i,
    'the container crashed with a segmentation fault (139): often a binary for another system or processor',
  ],
  [
    /exit code:? (?:126|127)\b/i,
    'the command of the container does not exist or cannot be executed: check `command` and `entryPoint`',
  ],
  [/exit code:? [1-9]/i, 'the container ended by itself with an error: look at its log'],
  [
    /replacement task set to become healthy/i,
    'the replacement never became healthy: a wrong image, a crash at the start, or failed health checks; see the stopped tasks and service events',
  ],
  [
    /waiting for a notification to continue/i,
    "nobody continued the deployment in time: let a command ('smoke-test') or a later job ('mode: promote') do it, or lengthen the wait of the deployment group",
  ],
  [
    /waiting for a status callback/i,
    'a lifecycle hook did not report: its function must call PutLifecycleEventHookExecutionStatus within an hour',
  ],
  [
    /lifecycle event validation functions failed|HOOK_EXECUTION_FAILURE/i,
    'a lifecycle hook refused the deployment: look at the log of its Lambda function',
  ],
  [
    /does not give you permission to perform operations.*Lambda/is,
    "CodeDeploy's service role may not invoke the hook: use the managed policy AWSCodeDeployRoleForECS, or allow lambda:InvokeFunction",
  ],
  [
    /IAM_ROLE_(?:PERMISSIONS|MISSING)/,
    "CodeDeploy's service role lacks rights: use the managed policy AWSCodeDeployRoleForECS, and allow iam:PassRole for the task's roles",
  ],
  [
    /Primary taskset target group must be behind listener/i,
    "the listener does not forward to the PRIMARY task set's target group: point it back there, then deploy again",
  ],
  [/ALARM_ACTIVE|\balarms?\b/i, 'an alarm of the deployment group went off: look at its metric at that time'],
  [/MANUAL_STOP/, 'someone stopped the deployment: a person, or a run that rolls back, replaces it or was cancelled'],
  [
    /unable to place a task|insufficient (?:memory|cpu)|RESOURCE_LIMIT_EXCEEDED/i,
    'there is no room for the replacement: during a deployment the service needs twice its tasks',
  ],
];

/** What to do about a cause, as far as it is a known one. */
export function hintFor(said: string): string | null {
  return HINTS.find(([pattern]) => pattern.test(said))?.[1] ?? null;
}
