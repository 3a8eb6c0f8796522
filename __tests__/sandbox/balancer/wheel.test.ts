import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Wheel } from '../../../sandbox/balancer/wheel.ts';

const members = (...weights: number[]) => weights.map((Weight, at) => ({ TargetGroupArn: `group-${at}`, Weight }));
const turns = (wheel: Wheel, count: number) => Array.from({ length: count }, () => wheel.next());
const countOf = (all: readonly (string | null)[], name: string) => all.filter((one) => one === name).length;

describe('Wheel', () => {
  test('of any 100 requests in a row, each group takes its weight', () => {
    const weights = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(weights, fc.integer({ min: 0, max: 250 }), (green, start) => {
        const wheel = new Wheel(members(green, 100 - green));
        turns(wheel, start);
        const window = turns(wheel, 100);
        expect([countOf(window, 'group-0'), countOf(window, 'group-1')]).toEqual([green, 100 - green]);
      }),
    );
  });

  test('three groups, and weights that are no percents', () => {
    const window = turns(new Wheel(members(999, 1, 500)), 1500);
    expect([0, 1, 2].map((at) => countOf(window, `group-${at}`))).toEqual([999, 1, 500]);
  });

  test('they take turns: half and half is every other', () => {
    expect(turns(new Wheel(members(50, 50)), 4)).toEqual(['group-0', 'group-1', 'group-0', 'group-1']);
  });

  test.each([
    ['no group', []],
    ['weights of 0', [0, 0]],
  ])('%s: nobody', (_name, weights) => {
    expect(new Wheel(members(...weights)).next()).toBeNull();
  });

  test('turns as one of the same weights; groups at 0 do not count', () => {
    const wheel = new Wheel(members(30, 70));
    expect(wheel.turnsAs([...members(30, 70), { TargetGroupArn: 'idle', Weight: 0 }])).toBe(true);
    expect([wheel.turnsAs(members(70, 30)), wheel.turnsAs(members(30)), wheel.turnsAs([])]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
