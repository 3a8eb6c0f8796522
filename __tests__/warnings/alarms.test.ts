import { describe, expect, test } from '@jest/globals';
import { alarmNames, alarmWarnings } from '../../src/warnings/alarms.ts';

const state = (name: string, value: string, reason = '') => ({ name, state: value, reason });

describe('the alarms of a group', () => {
  test.each([
    [undefined, []],
    [{ enabled: false, alarms: [{ name: 'a' }] }, []],
    [{ enabled: true }, []],
    [{ enabled: true, alarms: [{ name: 'a' }, {}, { name: '' }, { name: 'b' }] }, ['a', 'b']],
  ])('%j', (alarmConfiguration, names) => {
    expect(alarmNames(alarmConfiguration === undefined ? {} : { alarmConfiguration })).toEqual(names);
  });

  test('that are fine are no matter, nor those that have too little data', () => {
    expect(alarmWarnings(['a', 'b'], [state('a', 'OK'), state('b', 'INSUFFICIENT_DATA')], false)).toEqual([]);
  });

  test('that are in ALARM are named with their reason, and how to go on', () => {
    const [told, ...more] = alarmWarnings(
      ['5xx', 'slow'],
      [state('5xx', 'ALARM', '7 > 5'), state('slow', 'OK')],
      false,
    );
    expect(more).toEqual([]);
    expect(told).toMatch(/^An alarm .* in ALARM: 5xx \(7 > 5\)\. CodeDeploy stops .*ignore-alarms: true/);
  });

  test('that are in ALARM are named though they are ignored', () => {
    expect(alarmWarnings(['a', 'b'], [state('a', 'ALARM'), state('b', 'ALARM')], true)).toEqual([
      expect.stringMatching(/^2 alarms .*: a; b\. 'ignore-alarms' is set/),
    ]);
  });

  test('that CloudWatch does not know are named', () => {
    expect(alarmWarnings(['a', 'gone'], [state('a', 'OK')], false)).toEqual([expect.stringContaining(': gone.')]);
    expect(alarmWarnings(['gone'], [], true)).toEqual([]);
  });
});
