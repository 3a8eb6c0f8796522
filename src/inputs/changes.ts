import { parseCommand } from './command.ts';
import { readImages } from './image.ts';
import { parseMap } from './map.ts';
import { type InputName } from './names.ts';
import { type Reading } from './reading.ts';
import { matching } from './scalar.ts';
import { type DefinitionChanges } from './types.ts';

/** ECS API: valueFrom is the ARN of a secret (with json key, stage and version behind it) or parameter, or a parameter's name. */
const VALUE_FROM = /^(?:arn:[^:\s]+:(?:secretsmanager|ssm):.+|[\w./-]+)$/;

export async function readMap(reading: Reading, name: InputName): Promise<ReadonlyMap<string, string>> {
  const text = reading.raw(name);
  const none: ReadonlyMap<string, string> = new Map();
  return text === '' ? none : reading.settled(name, none, await parseMap(text));
}

/** Reads what changes in the task definition. */
export async function readChanges(reading: Reading): Promise<DefinitionChanges> {
  const [typedImages, environment, typedSecrets, dockerLabels, logOptions] = await Promise.all([
    readMap(reading, 'images'),
    readMap(reading, 'environment-variables'),
    readMap(reading, 'secrets'),
    readMap(reading, 'docker-labels'),
    readMap(reading, 'log-configuration-options'),
  ]);
  const containerName = reading.parsed(
    'container-name',
    null,
    matching(/^[\w-]{1,255}$/, "the name of one container (several containers go in 'images')"),
  );
  const secrets = new Map(Array.from(typedSecrets, ([name, from]) => [name, from.trim()]));
  const images = readImages(reading, typedImages);
  checkSecrets(reading, environment, secrets);
  checkOneImage(reading, containerName, images);
  return {
    containerName,
    images,
    environment,
    secrets,
    dockerLabels,
    command: reading.parsed('command', null, parseCommand),
    logDriver: reading.parsed('log-configuration-log-driver', null, matching(/^\S+$/, "a log driver, as 'awslogs'")),
    logOptions,
  };
}

function checkSecrets(
  reading: Reading,
  environment: ReadonlyMap<string, string>,
  secrets: ReadonlyMap<string, string>,
): void {
  let entry = 0;
  for (const [name, from] of secrets) {
    entry += 1;
    if (!VALUE_FROM.test(from)) {
      reading.fault(
        'secrets',
        `for each name the ARN of a secret or parameter, or a parameter's name, never the secret itself; entry ${entry} is none of them`,
      );
    }
    if (environment.has(name)) {
      reading.fault('secrets', `names that are not in 'environment-variables' too; entry ${entry} is in both`);
    }
  }
}

function checkOneImage(reading: Reading, container: string | null, images: DefinitionChanges['images']): void {
  const other = container === null ? undefined : images.get(container);
  if (other === undefined) {
    return;
  }
  const asksForImage = reading.asksFor('image') || (reading.asksFor('repository') && other.kind === 'given');
  if (asksForImage) {
    reading.fault('images', "one image for a container; the one that 'container-name' names has two");
  }
}
