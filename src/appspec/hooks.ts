import { isList, isObject } from '../json.ts';
import { type AppSpecService } from './appspec.ts';
import { child, complain, kindOf, type Place, placesIn } from './problems.ts';

/** CodeDeploy user guide, "AppSpec 'hooks' section": the events of ECS that can call a Lambda function. */
export const HOOK_EVENTS = [
  'BeforeInstall',
  'AfterInstall',
  'AfterAllowTestTraffic',
  'BeforeAllowTraffic',
  'AfterAllowTraffic',
] as const;

const EXAMPLE = 'Write a list like "- BeforeAllowTraffic: name-or-ARN-of-a-function".';

/** The hooks with their events as CodeDeploy spells them, in the file's order. */
export function checkHooks(place: Place | null): AppSpecService['hooks'] {
  if (place === null) return [];
  if (!isList(place.value)) {
    complain(place, `Hooks is ${kindOf(place.value)}`, EXAMPLE);
    return [];
  }
  const seen = new Set<string>();
  return placesIn(place).flatMap((entry) => {
    if (!isObject(entry.value) || Object.keys(entry.value).length === 0) {
      complain(entry, `a hook is ${kindOf(entry.value)}`, EXAMPLE);
      return [];
    }
    return Object.entries(entry.value).flatMap(([event, fn]) => {
      const hook = hookOf(child(entry, event, fn), event, seen);
      return hook === null ? [] : [hook];
    });
  });
}

function hookOf(place: Place, event: string, seen: Set<string>): readonly [string, string] | null {
  const known = HOOK_EVENTS.find((name) => name.toLowerCase() === event.toLowerCase());
  if (known === undefined) {
    return complain(place, `'${event}' is no hook`, `The hooks are: ${HOOK_EVENTS.join(', ')}.`);
  }
  if (seen.has(known)) return complain(place, `${known} is given twice`, 'One function runs at each event; keep one.');
  seen.add(known);
  const { value } = place;
  if (typeof value === 'string' && value.trim() !== '') return [known, value];
  return complain(
    place,
    `the function of ${known} is ${kindOf(value)}`,
    'Write the name or ARN of one Lambda function.',
  );
}
