import { type Service } from '@aws-sdk/client-ecs';
import { expect, test } from '@jest/globals';
import { nothingKept } from '../../src/in-progress/kept.ts';
import { hasMovedOn } from '../../src/in-progress/moved-on.ts';
import { failure, inputs, primarySet, recorder, service, world } from '../target/fake-aws.ts';
import { judge } from '../target/judge.ts';
import { FakeClock } from '../watch/fake-clock.ts';

async function moved(answer: Service | null | Error, ageMs: number): Promise<{ moved: boolean; asked: number }> {
  const plan = await judge(world(), inputs());
  const clock = new FakeClock();
  const kept = { ...nothingKept(), seenAt: clock.now() - ageMs };
  let asked = 0;
  const describeService = (): Promise<Service | null> => {
    asked += 1;
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return { moved: await hasMovedOn(plan, kept, { clock, ecs: { describeService }, log: recorder().log }), asked };
}

const other = service({ taskSets: [primarySet({ id: 'ecs-svc/2' })] });

test.each<[string, Service | null | Error, number, { moved: boolean; asked: number }]>([
  ['within a minute nobody is asked', other, 59_000, { moved: false, asked: 0 }],
  ['after a minute another PRIMARY task set is noticed', other, 60_000, { moved: true, asked: 1 }],
  ['the same task set is not', service(), 3_600_000, { moved: false, asked: 1 }],
  ['a service that is gone is left to CodeDeploy', null, 60_000, { moved: false, asked: 1 }],
  [
    'no answer is left to CodeDeploy',
    failure('ecs', 'DescribeServices', 'shop/web', 'ECONNRESET'),
    60_000,
    { moved: false, asked: 1 },
  ],
])('%s', async (_name, answer, ageMs, expected) => {
  expect(await moved(answer, ageMs)).toEqual(expected);
});
