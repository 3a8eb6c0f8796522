/** Target groups that Fargate and CodeDeploy can use (Elastic Load Balancing API reference, CreateTargetGroup). */
import { type JsonObject } from '../../../sandbox/json.ts';
import { type Fault } from '../finding.ts';
import { type Subject, resourcesOf } from '../subject.ts';
import { alternatives, at, same, textOf } from '../values.ts';

const TYPE = 'AWS::ElasticLoadBalancingV2::TargetGroup';
/** What ELB takes where nothing is said. */
const TIMEOUT_S = 5;
const INTERVAL_S = 30;
/** What may differ between the groups of a pair. */
const OWN = new Set(['Name', 'Tags']);

export function* targetGroups(subject: Subject): Generator<Fault> {
  const groups = resourcesOf(subject, TYPE);
  for (const [place, { properties }] of groups) {
    for (const type of alternatives(properties['TargetType'])) {
      if (type === 'ip') continue;
      const what = `TargetType is ${textOf(type) || 'left out, which means instance'}; tasks with awsvpc register as ip.`;
      yield { place, what, repair: 'Set TargetType: ip.' };
    }
    yield* health(subject, place, properties);
    if (properties['Matcher'] === undefined) continue;
    const codes = alternatives(at(properties, 'Matcher', 'HttpCode')).map(textOf);
    if (codes.some((code) => code.includes('4') && code.includes('-'))) {
      yield { place, what: 'The matcher takes 4xx for healthy.', repair: 'Take 200-399 at most.' };
    }
  }
  const [first, ...others] = groups;
  for (const [place, { properties }] of others) {
    const names = new Set([...Object.keys(properties), ...Object.keys(first?.[1].properties ?? {})]);
    const differ = [...names].filter((name) => !OWN.has(name) && !same(properties[name], first?.[1].properties[name]));
    if (differ.length > 0) {
      const what = `${differ.join(', ')} differ from ${first?.[0] ?? ''}: a release is judged by other rules each time.`;
      yield { place, what, repair: 'Write both groups alike.' };
    }
  }
}

function* health(subject: Subject, place: string, properties: JsonObject): Generator<Fault> {
  const timeout = boundOf(subject, properties['HealthCheckTimeoutSeconds'], TIMEOUT_S, 'most');
  const interval = boundOf(subject, properties['HealthCheckIntervalSeconds'], INTERVAL_S, 'least');
  if (timeout < interval) return;
  const what = `The health check may wait ${timeout} s and starts anew after ${interval} s; ELB asks for less than that.`;
  yield { place, what, repair: 'Shorten HealthCheckTimeoutSeconds, or bound its parameter.' };
}

/** The smallest or largest number that a value can take; of a parameter by its bounds or allowed values. */
function boundOf(subject: Subject, value: JsonObject[string], initial: number, which: 'least' | 'most'): number {
  const numbers = alternatives(value).map((each) => {
    if (each === undefined) return initial;
    const parameter = subject.template.parameters.get(textOf(at(each, 'Ref')));
    if (!parameter) return Number(textOf(each));
    const listed = parameter.allowedValues?.map(Number);
    if (listed) return which === 'least' ? Math.min(...listed) : Math.max(...listed);
    return (which === 'least' ? parameter.minValue : parameter.maxValue) ?? (which === 'least' ? -Infinity : Infinity);
  });
  return which === 'least' ? Math.min(...numbers) : Math.max(...numbers);
}
