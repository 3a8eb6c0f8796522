import { describe, expect, test } from '@jest/globals';
import { Rotation } from '../../../sandbox/balancer/rotation.ts';
import { type Target } from '../../../sandbox/world/elb.ts';
import { targetOf } from './stage.ts';

const targets = (...states: Target['state'][]): Target[] =>
  states.map((state, at) => ({ ...targetOf('group', `web:${at}`, null), state }));
const asked = (all: readonly Target[], count: number, rotation = new Rotation()) =>
  Array.from({ length: count }, () => rotation.next('group', all)?.revision ?? null);

describe('Rotation', () => {
  test.each<[string, Target['state'][], (string | null)[]]>([
    ['healthy ones take turns', ['healthy', 'healthy'], ['web:0', 'web:1', 'web:0']],
    ['others are passed over', ['unhealthy', 'healthy', 'initial', 'draining'], ['web:1', 'web:1', 'web:1']],
    ['none healthy: all that are registered', ['unhealthy', 'initial', 'draining'], ['web:0', 'web:1', 'web:0']],
    ['all drain: nobody', ['draining', 'draining'], [null, null, null]],
    ['none: nobody', [], [null, null, null]],
  ])('%s', (_name, states, expected) => {
    expect(asked(targets(...states), 3)).toEqual(expected);
  });

  test('each group has a turn of its own, and a list may get shorter', () => {
    const rotation = new Rotation();
    const three = targets('healthy', 'healthy', 'healthy');
    expect(asked(three, 3, rotation)).toEqual(['web:0', 'web:1', 'web:2']);
    expect(rotation.next('other', three)?.revision).toBe('web:0');
    expect(asked(three.slice(0, 1), 2, rotation)).toEqual(['web:0', 'web:0']);
  });
});
