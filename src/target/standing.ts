import { RefusalError } from '../errors.ts';
import { groupFaults, pairFaults } from './check-group.ts';
import { serviceFaults } from './check-service.ts';
import { valueOf } from './fact.ts';
import { primaryOf, type ServiceFacts } from './facts.ts';
import { faultsOf } from './faults.ts';
import { targetOf } from './target-of.ts';
import { type Target } from './target.ts';

/**
 * What is there now, for a mode that acts on a deployment: it may be in the middle of a shift, so that the listener is not
 * judged. Throws a `RefusalError` with everything that could not be read or is no group of the service.
 */
export function standingOf(facts: ServiceFacts): Target {
  const service = valueOf(facts.service);
  const group = valueOf(facts.group);
  const { place, ...others } = facts;
  const errors = Object.values(others).flatMap((read) => (read.state === 'failed' ? [read.error] : []));
  const own = service === undefined ? [] : serviceFaults(service, place);
  const primary = own.length === 0 ? primaryOf(service) : undefined;
  const refusals = [
    ...faultsOf(errors, place, group && `${group.application}/${group.name}`),
    ...own,
    ...(group === undefined ? [] : groupFaults(group, place)),
    ...(group === undefined || primary === undefined ? [] : pairFaults(group, primary)),
  ];
  const target = targetOf(facts);
  if (refusals.length === 0 && target !== null) return target;
  throw refusals.length > 0 ? new RefusalError(refusals) : new Error('a fact is missing, and nothing says why');
}
