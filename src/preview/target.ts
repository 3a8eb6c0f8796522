import { valueOf } from '../target/fact.ts';
import { primaryOf, type ServiceFacts } from '../target/facts.ts';
import { type Place, targetGroupName } from '../target/place.ts';
import { type Target } from '../target/target.ts';
import { targetOf } from '../target/target-of.ts';
import { revisionName } from '../task-definition/load.ts';
import { type PlannedTarget } from './output.ts';

/** What is there now, as far as it could be read. */
export function plannedTarget(facts: ServiceFacts): PlannedTarget {
  const { place } = facts;
  const service = valueOf(facts.service);
  const live = valueOf(facts.live);
  const group = valueOf(facts.group);
  const target = targetOf(facts);
  const arn = primaryOf(service)?.loadBalancers?.[0]?.targetGroupArn;
  return {
    region: place.region,
    cluster: place.cluster,
    service: place.service,
    runs: live === undefined ? null : revisionName(live.arn),
    running: service?.runningCount ?? null,
    desired: service?.desiredCount ?? null,
    application: group?.application ?? null,
    group: group?.name ?? null,
    foundBy: group?.foundBy ?? null,
    targetGroup: arn === undefined ? null : targetGroupName(arn),
    weights: target?.listener.weights ?? [],
    url: target?.listener.url ?? null,
    testUrl: target?.testUrl ?? null,
  };
}

/** The same where it was read by another. */
export function targetKnown(of: Target, { region, cluster, service }: Place): PlannedTarget {
  const arn = of.primary.loadBalancers?.[0]?.targetGroupArn;
  return {
    ...{ region, cluster, service },
    runs: revisionName(of.live.arn),
    running: of.service.runningCount ?? null,
    desired: of.service.desiredCount ?? null,
    application: of.group.application,
    group: of.group.name,
    foundBy: of.group.foundBy,
    targetGroup: arn === undefined ? null : targetGroupName(arn),
    weights: of.listener.weights,
    url: of.listener.url,
    testUrl: of.testUrl,
  };
}

export function targetUnread({ region, cluster, service }: Place): PlannedTarget {
  const nothing = { runs: null, running: null, desired: null, application: null, group: null, foundBy: null };
  return { region, cluster, service, ...nothing, targetGroup: null, weights: [], url: null, testUrl: null };
}
