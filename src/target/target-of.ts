import { valueOf } from './fact.ts';
import { primaryOf, pairOf, type ServiceFacts } from './facts.ts';
import { weightOf } from './listener.ts';
import { targetGroupName } from './place.ts';
import { urlOf } from './url.ts';
import { type ProductionListener, type Target } from './target.ts';

/** What was read, as one. null where something is missing; why, the facts themselves tell. */
export function targetOf(facts: ServiceFacts): Target | null {
  const service = valueOf(facts.service);
  const primary = primaryOf(service);
  const live = valueOf(facts.live);
  const group = valueOf(facts.group);
  const config = valueOf(facts.config);
  const listener = listenerOf(facts);
  if (!service || !primary || !live || !group || !config || !listener) return null;
  const { application, name, foundBy, info } = group;
  return {
    cluster: facts.place.cluster,
    service,
    primary,
    live,
    group: { application, name, foundBy, info, config },
    listener,
    testUrl: (facts.test && valueOf(facts.test)?.url) ?? null,
  };
}

function listenerOf(facts: ServiceFacts): ProductionListener | null {
  const listener = valueOf(facts.listener);
  const group = valueOf(facts.group);
  if (listener === undefined || group === undefined) return null;
  const arns = listener.routes.flatMap(({ weights }) => [...weights.keys()]);
  const weights = pairOf(group).map((name) => {
    const arn = arns.find((candidate) => targetGroupName(candidate) === name);
    return { targetGroup: name, weight: arn === undefined ? 0 : weightOf(listener.routes, arn) };
  });
  const primary = primaryOf(valueOf(facts.service))?.loadBalancers?.[0]?.targetGroupArn ?? '';
  const serving = listener.routes.find((route) => (route.weights.get(primary) ?? 0) > 0);
  return { arn: listener.arn, url: urlOf(listener.entrance, serving?.host ?? null), weights };
}
