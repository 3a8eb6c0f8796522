/**
 * Every input of the step with the value that an empty one stands for. action.yml repeats the names, descriptions and
 * defaults; a test holds the two together. An empty default means: left as the live service has it, or told in the text.
 */
export const INPUT_DEFAULTS = {
  mode: 'deploy',
  repository: '',
  context: '.',
  file: '',
  target: '',
  'build-args': '',
  tags: '',
  platforms: '',
  'build-secrets': '',
  'secret-files': '',
  'build-contexts': '',
  labels: '',
  'cache-from': '',
  'cache-to': '',
  pull: 'false',
  'no-cache': 'false',
  builder: '',
  network: '',
  ssh: '',
  provenance: 'false',
  sbom: 'false',
  'existing-image': 'reuse',
  image: '',
  'fail-on-severity': '',
  'container-name': '',
  images: '',
  'task-definition': '',
  'environment-variables': '',
  secrets: '',
  'docker-labels': '',
  command: '',
  'log-configuration-log-driver': '',
  'log-configuration-options': '',
  cluster: 'default',
  service: '',
  'codedeploy-appspec': '',
  'codedeploy-application': '',
  'codedeploy-deployment-group': '',
  'codedeploy-deployment-description': '',
  'codedeploy-deployment-config': '',
  // Not `traffic-shifted`: a default in action.yml could not be told from a value that contradicts the next input.
  'wait-for': '',
  'wait-for-service-stability': '',
  'wait-for-minutes': '30',
  'wait-max-delay-seconds': '30',
  'max-retries': '8',
  'force-new-deployment': 'false',
  'if-deployment-in-progress': 'wait',
  'allow-older': 'false',
  'on-cancel': 'rollback',
  'on-timeout': 'rollback',
  'max-task-failures': '',
  'smoke-test': '',
  'smoke-test-minutes': '10',
  'ignore-alarms': 'false',
  // Not `previous`: with `mode: plan` a value asks for the plan of a rollback.
  'rollback-to': '',
  'codedeploy-deployment-id': '',
  'run-task': 'false',
  'run-task-container-overrides': '',
  'run-task-security-groups': '',
  'run-task-subnets': '',
  'run-task-assign-public-IP': '',
  'run-task-launch-type': '',
  'run-task-capacity-provider-strategy': '',
  'run-task-started-by': '',
  'run-task-tags': '',
  'run-task-managed-ebs-volume-name': '',
  'run-task-managed-ebs-volume': '',
  'run-task-minutes': '30',
  'wait-for-task-stopped': '',
  // Filled in by action.yml with the job's matrix values; nobody types it.
  matrix: '',
} as const satisfies Record<string, string>;

export type InputName = keyof typeof INPUT_DEFAULTS;

export function isInputName(name: string): name is InputName {
  return Object.hasOwn(INPUT_DEFAULTS, name);
}

export const INPUT_NAMES: readonly InputName[] = Object.keys(INPUT_DEFAULTS).filter(isInputName);

/** Inputs whose values may be, or hold, secrets: no fault ever repeats them. */
export const NOT_SHOWN: ReadonlySet<InputName> = new Set<InputName>([
  'build-args',
  'build-secrets',
  // An address may hold a log-in.
  'build-contexts',
  'cache-from',
  'cache-to',
  'environment-variables',
  'secrets',
  // `splunk-token` is a log option.
  'log-configuration-options',
  // Hold environment values.
  'run-task-container-overrides',
]);
