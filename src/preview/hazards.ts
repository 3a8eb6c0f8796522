/** What can be asked beside the plan: alarms, scaling and the end of the credentials. None of it refuses anything. */
import { messageOf } from '../errors.ts';
import { type Waiting } from '../plan.ts';
import { type Aws } from '../ports/aws/aws.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { permissionFor } from '../report/permission.ts';
import { plain } from '../report/plain.ts';
import { type Fact, fact, known, valueOf } from '../target/fact.ts';
import { type ServiceFacts } from '../target/facts.ts';
import { alarmNames, alarmWarnings } from '../warnings/alarms.ts';
import { credentialsEnd, endWarnings } from '../warnings/credentials.ts';
import { scalingWarnings } from '../warnings/scaling.ts';
import { type World } from '../world.ts';

export interface Hazards {
  readonly warnings: readonly string[];
  readonly notKnown: readonly string[];
}

export async function readHazards(
  { group, place, service }: Pick<ServiceFacts, 'group' | 'place' | 'service'>,
  of: { readonly waiting: Waiting | null; readonly ignoreAlarms: boolean },
  aws: Aws,
  { clock, env }: Pick<World, 'clock' | 'env'>,
): Promise<Hazards> {
  const info = valueOf(group)?.info;
  const names = info === undefined ? [] : alarmNames(info);
  const [states, activities, end] = await Promise.all([
    fact(aws.alarms.states(names)),
    valueOf(service) ? fact(aws.scaling.activities(place.cluster, place.service)) : known([]),
    credentialsEnd(aws, env),
  ]);
  const now = clock.now();
  return {
    warnings: [
      ...(of.waiting === null ? [] : endWarnings(valueOf(end) ?? null, now, of.waiting)),
      ...(states.state === 'known' ? alarmWarnings(names, states.value, of.ignoreAlarms) : []),
      ...scalingWarnings(valueOf(activities) ?? [], now),
    ],
    notKnown: [
      ...unread(states, `Whether an alarm of the deployment group is in ALARM (${names.join(', ')})`),
      ...unread(activities, 'Whether Application Auto Scaling is changing the desired count'),
      ...unread(end, 'When the AWS credentials end'),
    ],
  };
}

function unread(read: Fact<unknown>, what: string): readonly string[] {
  if (read.state !== 'failed') return [];
  const { error } = read;
  const repair = error instanceof AwsCallError && error.kind === 'denied' ? ` ${permissionFor(error)}` : '';
  return [`${what}: ${plain(messageOf(error))}.${repair}`];
}
