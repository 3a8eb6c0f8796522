import { type TriggerConfig } from '@aws-sdk/client-codedeploy';

import { AwsError } from '../../operation.ts';

/** CodeDeploy API: TriggerConfig. */
const MOST_TRIGGERS = 10;

/** Throws InvalidTriggerConfigException, TriggerTargetsLimitExceededException. */
export function readTriggers(given: readonly TriggerConfig[] = []): readonly TriggerConfig[] {
  const refuse = (text: string): AwsError => new AwsError('InvalidTriggerConfigException', text);
  if (given.length > MOST_TRIGGERS) {
    throw new AwsError(
      'TriggerTargetsLimitExceededException',
      `A deployment group has at most ${MOST_TRIGGERS} triggers`,
    );
  }
  for (const { triggerName, triggerTargetArn = '', triggerEvents } of given) {
    if (!triggerName) throw refuse('A trigger must have a name');
    if (!triggerEvents?.length) throw refuse(`The trigger ${triggerName} must have at least one event`);
    if (!/^arn:[^:]+:sns:[^:]+:\d{12}:.+/.test(triggerTargetArn)) {
      throw refuse(`The target of the trigger ${triggerName} must be the ARN of an SNS topic`);
    }
  }
  return given;
}
