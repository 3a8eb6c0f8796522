/** Alarms that stop a deployment must not do so for want of data. */
import { type Fault } from '../finding.ts';
import { namesIn } from '../references.ts';
import { type Subject, resourcesOf } from '../subject.ts';
import { at } from '../values.ts';

export function* alarms(subject: Subject): Generator<Fault> {
  const watched = new Set<string>();
  for (const [, { properties }] of resourcesOf(subject, 'AWS::CodeDeploy::DeploymentGroup')) {
    for (const name of namesIn(at(properties, 'AlarmConfiguration'))) watched.add(name);
  }
  for (const [place, { properties }] of resourcesOf(subject, 'AWS::CloudWatch::Alarm')) {
    if (properties['TreatMissingData'] !== 'notBreaching') {
      yield { place, what: 'No data may count as an alarm.', repair: 'Set TreatMissingData: notBreaching.' };
    }
    if (watched.size > 0 && !watched.has(place)) {
      yield { place, what: 'No deployment group watches it.', repair: 'List it in AlarmConfiguration.' };
    }
    if ((properties['AlarmDescription'] ?? '') === '') {
      yield { place, what: 'It does not say what it means.', repair: 'Add AlarmDescription.' };
    }
  }
}
