import { expect, test } from '@jest/globals';
import { forward, stage } from './stage.ts';

test('a listener passes a request to its target and the answer back', async () => {
  const s = await stage();
  await s.target(s.blue, 'web:1', (request, response) => response.end(`${request.url} of web:1`));
  const { url, arn } = await s.listen([forward([s.blue, 1])]);
  const answer = await fetch(`${url}/a?b`);
  expect([answer.status, await answer.text()]).toEqual([200, '/a?b of web:1']);
  expect(s.counts(arn)).toMatchObject({ requests: 1, target2xx: 1 });
  await s.close();
});
