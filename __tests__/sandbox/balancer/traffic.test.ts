import { describe, expect, test } from '@jest/globals';
import { createTraffic, noCounts, type PassedRequest } from '../../../sandbox/balancer/traffic.ts';

const request = (more: Partial<PassedRequest> = {}): PassedRequest => ({
  listenerArn: 'listener',
  targetGroupArn: 'group',
  revision: 'web:1',
  status: 200,
  fromBalancer: false,
  targetMs: 5,
  ...more,
});

function rig() {
  const now = { emulated: 0, real: 0 };
  const traffic = createTraffic(
    () => now.emulated,
    () => now.real,
  );
  return { now, traffic };
}

const untimed = { targetMs: null };
const noTimes = { targetMs: 0, timed: 0, targetMinMs: Infinity, targetMaxMs: 0 };

describe('createTraffic', () => {
  test.each<[string, Partial<PassedRequest>, object]>([
    ['200 of a target', {}, { target2xx: 1 }],
    ['302 of a target', { status: 302 }, { target3xx: 1 }],
    ['404 of a target', { status: 404 }, { target4xx: 1 }],
    ['500 of a target', { status: 500 }, { target5xx: 1 }],
    ['503 of its own', { status: 503, fromBalancer: true, ...untimed }, { balancer5xx: 1, ...noTimes }],
    ['503 where no target is', { status: 503, fromBalancer: true, revision: null }, { balancer5xx: 1, targeted: 0 }],
    ['460 of its own', { status: 460, fromBalancer: true }, { balancer4xx: 1 }],
    ['a redirect of its own', { status: 301, fromBalancer: true }, {}],
    ['101', { status: 101 }, {}],
    ['a flow', { status: 0, ...untimed }, noTimes],
  ])('%s', (_name, more, expected) => {
    const { traffic } = rig();
    traffic.record(request(more));
    const times = { targetMs: 5, timed: 1, targetMinMs: 5, targetMaxMs: 5 };
    const counts = { ...noCounts(), requests: 1, targeted: 1, ...times, ...expected };
    expect(
      traffic
        .totals()
        .get('listener')
        ?.get(more.revision === null ? '' : 'web:1'),
    ).toEqual(counts);
    expect(traffic.minute('group', 0)).toEqual(counts);
    expect(traffic.listenersIn(0)).toEqual(new Map([['listener', counts]]));
  });

  test('by listener, and by revision; no target has none', () => {
    const { traffic } = rig();
    traffic.record(request());
    traffic.record(request({ revision: 'web:2' }));
    traffic.record(request({ listenerArn: 'test', revision: null, targetGroupArn: null }));
    const totals = [...traffic.totals()].map(([arn, revisions]) => [arn, [...revisions.keys()]]);
    expect(totals).toEqual([
      ['listener', ['web:1', 'web:2']],
      ['test', ['']],
    ]);
  });

  test('a minute of a listener holds what reached no target group too', () => {
    const { traffic } = rig();
    traffic.record(request({ targetMs: 9 }));
    traffic.record(request({ targetMs: 2, targetGroupArn: 'other' }));
    traffic.record(request({ targetGroupArn: null, revision: null, status: 503, fromBalancer: true, ...untimed }));
    expect(traffic.listenersIn(0).get('listener')).toMatchObject({
      requests: 3,
      targeted: 2,
      target2xx: 2,
      balancer5xx: 1,
      targetMs: 11,
      targetMinMs: 2,
      targetMaxMs: 9,
    });
    expect(traffic.minute('group', 0)?.requests).toBe(1);
    expect(traffic.listenersIn(1).size).toBe(0);
  });

  test('real seconds for the page, five minutes of them; those without traffic are not there', () => {
    const { now, traffic } = rig();
    for (const second of [0, 0, 1, 5, 300]) {
      now.real = second * 1000 + 999;
      traffic.record(request());
    }
    const seen = traffic
      .seconds()
      .map(({ second, listeners }) => [second, listeners.get('listener')?.get('web:1')?.requests]);
    expect(seen).toEqual([
      [1, 1],
      [5, 1],
      [300, 1],
    ]);
  });

  test('emulated minutes for the alarms, a day of them', () => {
    const { now, traffic } = rig();
    traffic.record(request());
    now.emulated = 59_999;
    traffic.record(request());
    now.emulated = 60_000;
    traffic.record(request());
    expect([0, 1, 2].map((minute) => traffic.minute('group', minute)?.requests)).toEqual([2, 1, undefined]);
    expect(traffic.minute('other', 0)).toBeNull();
    now.emulated = (24 * 60 + 1) * 60_000;
    traffic.record(request());
    expect([traffic.minute('group', 0), traffic.minute('group', 1)?.requests]).toEqual([null, 1]);
  });
});
