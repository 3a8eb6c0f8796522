import { type ElbPort } from '../ports/aws/aws.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { oneLine } from './command.ts';
import { fact, valueOf } from './fact.ts';
import { pairOf, testListener, type ServiceFacts } from './facts.ts';
import { deniedRepair } from './faults.ts';
import { type FoundGroup } from './find-group.ts';
import { readListener, type Route } from './listener.ts';
import { targetGroupName } from './place.ts';
import { urlOf } from './url.ts';

/** Where the new tasks are reached before the shift. */
export interface TestEntrance {
  /** `http://web-123.eu-west-1.elb.amazonaws.com:8080`-like; null where it cannot be known. */
  readonly url: string | null;
  /** Why it could not be read. */
  readonly unread: AwsCallError | null;
}

/** The test listener's address; null where the group has none. What AWS refuses to tell is no fault. */
export function readTestEntrance(group: FoundGroup, elb: ElbPort): Promise<TestEntrance> | null {
  const arn = testListener(group);
  return arn === undefined ? null : entranceOf(arn, pairOf(group), elb);
}

async function entranceOf(arn: string, pair: readonly string[], elb: ElbPort): Promise<TestEntrance> {
  const [routes, entrance] = await Promise.all([fact(readListener(arn, elb, false)), fact(elb.entrance(arn))]);
  for (const read of [entrance, routes]) {
    if (read.state === 'failed' && !(read.error instanceof AwsCallError)) throw read.error;
  }
  // Without its rules the listener may still be reached by the load balancer's name.
  const host = hostFor(valueOf(routes)?.routes ?? [], pair);
  const unread = entrance.state === 'failed' && entrance.error instanceof AwsCallError ? entrance.error : null;
  return { url: urlOf(valueOf(entrance) ?? null, host), unread };
}

/** The host of the rule that leads to the group's pair, before and after the test traffic has moved. */
function hostFor(routes: readonly Route[], pair: readonly string[]): string | null {
  const leads = ({ weights }: Route): boolean => [...weights.keys()].some((arn) => pair.includes(targetGroupName(arn)));
  return routes.find((route) => route.host !== null && leads(route))?.host ?? null;
}

/** Said where the address was asked for and is not known. */
export function testUrlWarnings({ test, place }: Pick<ServiceFacts, 'test' | 'place'>): readonly string[] {
  const found = test === undefined ? undefined : valueOf(test);
  if (found?.url !== null) return [];
  const { unread } = found;
  const why = unread === null ? 'its listener is none for web pages' : oneLine(unread.message);
  const repair = unread?.kind === 'denied' ? ` ${deniedRepair(unread, place)}` : '';
  return [`The test address is not known (${why}): the output 'test-url' and TEST_URL stay empty.${repair}`];
}
