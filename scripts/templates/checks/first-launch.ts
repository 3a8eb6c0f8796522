/**
 * ECS refuses most changes of a service under CODE_DEPLOY, and each change of a task definition is a new revision that such
 * a service then refuses (ECS API reference, UpdateService). So only what is left as it was may reach them.
 */
import { type Fault } from '../finding.ts';
import { type Subject, resourcesOf } from '../subject.ts';
import { type Reason, reaching } from '../reach.ts';
import { groupsOf } from './parameters.ts';

const FIXED = ['AWS::ECS::Service', 'AWS::ECS::TaskDefinition'];
/** Part of the label of the groups whose parameters are left as they are after the first launch. */
export const FIRST_LAUNCH = 'first launch only';

export const isFirstLaunch = (subject: Subject, parameter: string): boolean =>
  groupsOf(subject, parameter).some((label) => label.toLowerCase().includes(FIRST_LAUNCH));

export function* firstLaunch(subject: Subject): Generator<Fault> {
  for (const [place, { type }] of resourcesOf(subject, ...FIXED)) {
    for (const [parameter, reason] of reaching(subject, place)) {
      if (isFirstLaunch(subject, parameter)) continue;
      const what = `${type} changes with ${parameter} (${wayOf(reason)}), which may be edited later.`;
      yield { place, what, repair: `Put ${parameter} into a group labelled "First launch only", or keep it away.` };
    }
  }
}

const wayOf = (reason: Reason): string => reason.join(' < ');
