import { expect, test } from '@jest/globals';
import { parseMarker } from '../src/engine/codedeploy/marker.ts';
import { type StartRequest } from '../src/engine/engine.ts';
import { startRequest } from '../src/start-request.ts';
import { recordedRun } from './recorded.ts';
import { inputs, LIVE, world } from './target/fake-aws.ts';
import { judge } from './target/judge.ts';

const appspec = { content: '{}', sha256: 'abc' };

async function requested(more: Parameters<typeof inputs>[0] = {}): Promise<StartRequest> {
  const asked = inputs(more);
  const plan = await judge(world(), asked);
  const revision = { arn: LIVE.replace(/12$/, '13'), name: 'web:13', kind: 'registered' as const };
  return startRequest(asked, plan, revision, appspec, recordedRun().runner.context);
}

test('to the group that was found, with its own configuration and the AppSpec as it is', async () => {
  expect(await requested()).toMatchObject({
    application: 'shop-app',
    group: 'web-group',
    config: 'CodeDeployDefault.ECSAllAtOnce',
    appspec,
  });
});

test('with the configuration that the input names', async () => {
  const request = await requested({ codedeploy: { config: 'CodeDeployDefault.ECSLinear10PercentEvery1Minutes' } });
  expect(request.config).toBe('CodeDeployDefault.ECSLinear10PercentEvery1Minutes');
});

test('the description begins with the marker, then says from where to where, what and who, then the user’s words', async () => {
  const { description, marker } = await requested({ codedeploy: { description: 'for the\nsummer sale' } });
  expect(description).toBe(`${marker} web:12 → web:13 commit 0123456 by octocat for the summer sale`);
  expect(parseMarker(description)).toMatchObject({
    repository: 'octo-org/shop',
    runId: '7000000001',
    attempt: '1',
    job: 'deploy',
  });
});

test('what is cut at 256 characters is the user’s text', async () => {
  const { description, marker } = await requested({ codedeploy: { description: 'x'.repeat(500) } });
  expect(description).toHaveLength(256);
  expect(description.startsWith(`${marker} web:12 → web:13 commit 0123456 by octocat xxx`)).toBe(true);
});

test('jobs of one matrix have markers of their own', async () => {
  const [one, other] = await Promise.all(['aaaa', 'bbbb'].map((matrix) => requested({ matrix })));
  expect(one?.marker).not.toBe(other?.marker);
});
