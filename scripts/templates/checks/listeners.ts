/** Listeners and rules: where they lead, and what decides it. */
import { type Json } from '../../../sandbox/json.ts';
import { type Fault } from '../finding.ts';
import { conditionsIn, namesIn, parametersOf } from '../references.ts';
import { reaching } from '../reach.ts';
import { type Subject, resourcesOf } from '../subject.ts';
import { at, possible, textOf } from '../values.ts';
import { isFirstLaunch } from './first-launch.ts';
import { groupsOf } from './parameters.ts';

const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const RULE = 'AWS::ElasticLoadBalancingV2::ListenerRule';
/** Names the group that takes the traffic, so that an edit of a listener does not move it. */
const LIVE = 'LiveColor';

export function* listeners(subject: Subject): Generator<Fault> {
  for (const [place, { type, properties }] of resourcesOf(subject, LISTENER, RULE)) {
    const actions = properties[type === LISTENER ? 'DefaultActions' : 'Actions'];
    yield* actionsOf(subject, place, actions);
    // A redirect or a fixed answer may be sent again: it moves nothing.
    const moves = possible(actions).some((action) => at(action, 'Type') === 'forward');
    for (const [parameter, way] of moves ? reaching(subject, place) : []) {
      // A group whose label names it says that an edit sends the traffic where it says.
      const told = groupsOf(subject, parameter).some((label) => label.includes(LIVE));
      if (told || isFirstLaunch(subject, parameter)) continue;
      const what = `${parameter} reaches its ${way.join(' < ')}: an edit sends its action again, as the stack last knew it.`;
      const repair = `Put it into a group whose label says "First launch only" or names ${LIVE}, or keep it away.`;
      yield { place, what, repair };
    }
    if (properties['Tags'] !== undefined) {
      yield { place, what: 'An edit of its tags may send its action again.', repair: 'Remove Tags.' };
    }
  }
}

function* actionsOf(subject: Subject, place: string, actions: Json | undefined): Generator<Fault> {
  const groups = resourcesOf(subject, 'AWS::ElasticLoadBalancingV2::TargetGroup').map(([id]) => id);
  const types = possible(actions).map((action) => textOf(at(action, 'Type')));
  if (types.includes('forward') && groups.length > 0) {
    const named = [...namesIn(actions)].filter((id) => groups.includes(id));
    const decided = [...conditionsIn(actions)].some((name) => parametersOf(subject.template, name).has(LIVE));
    if (named.length !== groups.length || !decided) {
      const what = `It leads to ${named.join(', ') || 'nothing'}, whatever ${LIVE} says.`;
      yield { place, what, repair: `Choose between ${groups.join(' and ')} by ${LIVE}.` };
    }
  } else if (types.includes('fixed-response') && groups.length === 0) {
    const codes = possible(actions).map((action) => textOf(at(action, 'FixedResponseConfig', 'StatusCode')));
    if (codes.some((code) => code !== '404')) {
      yield { place, what: `Who asks for nothing that is there gets ${codes.join(', ')}.`, repair: 'Answer 404.' };
    }
  } else if (!types.every((type) => type === 'redirect')) {
    yield { place, what: `Its actions are ${types.join(', ')}.`, repair: 'Forward, redirect, or answer 404.' };
  }
}
