import { type JsonObject, textOf } from '../json.ts';
import { jsonArray, jsonObject } from './json-input.ts';
import { parseList } from './lines.ts';
import { type InputName } from './names.ts';
import { type Reading } from './reading.ts';
import { matching, oneOf, wholeNumber, yesOrNo } from './scalar.ts';
import { type RunTaskInputs } from './types.ts';

/** A run of a hosted runner's job ends after six hours, that of an own runner after five days. */
const LONGEST_MINUTES = 5 * 24 * 60;
/** ECS API: RunTask.startedBy; Tag; CapacityProviderStrategyItem. */
const STARTED_BY = /^[A-Za-z0-9_/-]{1,128}$/;
const MOST_TAGS = 50;
const LONGEST_KEY = 128;
const LONGEST_VALUE = 256;

/** Reads what is run before the deployment; null where nothing is. */
export function readRunTask(reading: Reading): RunTaskInputs | null {
  const wanted = reading.parsed('run-task', false, yesOrNo);
  if (!wanted) return null;
  reading.parsed('wait-for-task-stopped', true, yesOrNo);
  const read = {
    overrides: reading.parsed('run-task-container-overrides', [], overrides),
    securityGroups: listOf(reading, 'run-task-security-groups', 'sg-'),
    subnets: listOf(reading, 'run-task-subnets', 'subnet-'),
    assignPublicIp: reading.parsed(
      'run-task-assign-public-IP',
      null,
      oneOf<'ENABLED' | 'DISABLED'>(['ENABLED', 'DISABLED']),
    ),
    launchType: reading.parsed(
      'run-task-launch-type',
      null,
      oneOf<'EC2' | 'FARGATE' | 'EXTERNAL'>(['EC2', 'FARGATE', 'EXTERNAL']),
    ),
    capacityProviderStrategy: reading.parsed('run-task-capacity-provider-strategy', [], strategy),
    startedBy: reading.parsed('run-task-started-by', null, startedBy),
    tags: tagsOf(reading),
    ...volumeOf(reading),
    minutes: reading.parsed('run-task-minutes', 30, wholeNumber(1, LONGEST_MINUTES, 'minutes')),
  };
  if (read.launchType !== null && read.capacityProviderStrategy.length > 0) {
    reading.fault(
      'run-task-launch-type',
      "no value beside 'run-task-capacity-provider-strategy': ECS takes one of them",
    );
  }
  return read;
}

const overrides = jsonArray('[{"name": "app", "command": ["migrate"]}]', ({ name }) =>
  textOf(name) === '' ? "has no 'name': that of the container" : null,
);

const strategy = jsonArray('[{"capacityProvider": "FARGATE_SPOT", "weight": 1}]', (item) => {
  if (textOf(item['capacityProvider']) === '') return "has no 'capacityProvider'";
  const isCount = (value: unknown): boolean => value === undefined || (Number.isInteger(value) && Number(value) >= 0);
  return isCount(item['weight']) && isCount(item['base']) ? null : "has a 'weight' or 'base' that is no whole number";
});

const startedBy = matching(STARTED_BY, 'up to 128 letters, digits, hyphens, slashes and underscores');

const tags = jsonArray('[{"key": "team", "value": "shop"}]', (tag) => {
  const [key, value] = [textOf(tag['key']), tag['value'] ?? ''];
  if (key === '' || key.length > LONGEST_KEY) return `needs a 'key' of 1 to ${LONGEST_KEY} characters`;
  if (/^aws:/i.test(key)) return "has a 'key' that begins with 'aws:', which is for AWS";
  const fits = typeof value === 'string' && value.length <= LONGEST_VALUE;
  return fits ? null : `has a 'value' that is no text of at most ${LONGEST_VALUE} characters`;
});

function tagsOf(reading: Reading): RunTaskInputs['tags'] {
  const read: readonly JsonObject[] = reading.parsed('run-task-tags', [], tags);
  const keys = read.map((tag) => textOf(tag['key']));
  if (read.length > MOST_TAGS) reading.fault('run-task-tags', `at most ${MOST_TAGS} tags`);
  if (new Set(keys).size < keys.length) reading.fault('run-task-tags', 'each key once');
  return read.map((tag) => ({ key: textOf(tag['key']), value: textOf(tag['value']) }));
}

/** Ids with commas or in lines. */
function listOf(reading: Reading, name: InputName, prefix: string): readonly string[] {
  const ids = parseList(reading.text(name));
  if (ids.some((id) => !new RegExp(`^${prefix}[A-Za-z0-9-]+$`).test(id))) {
    reading.fault(name, `ids with commas, each beginning with '${prefix}'`);
  }
  return ids;
}

/** Either alone says nothing that ECS could do. */
function volumeOf(reading: Reading): Pick<RunTaskInputs, 'volumeName' | 'volume'> {
  const [nameInput, input] = ['run-task-managed-ebs-volume-name', 'run-task-managed-ebs-volume'] as const;
  const volumeName = reading.textOrNull(nameInput);
  const before = reading.faults.length;
  const volume = reading.parsed(input, null, jsonObject('{"sizeInGiB": 20, "roleArn": "arn:aws:iam::…"}'));
  const isRead = reading.faults.length === before;
  if (volumeName === null && volume !== null)
    reading.fault(nameInput, `the volume's name in the task definition, beside '${input}'`);
  if (volumeName !== null && volume === null && isRead)
    reading.fault(input, `the volume's settings, beside '${nameInput}'`);
  return { volumeName, volume };
}
