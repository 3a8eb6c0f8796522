import { readdirSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { realClock } from '../../../sandbox/clock.ts';
import { paperBalancer } from '../../../sandbox/balancer/balancer.ts';
import { closeServer, listen } from '../../../sandbox/protocol/http.ts';
import { control, queryCall, send, startAccount } from '../account.ts';
import { type Rig, startRig } from './rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  send(`${rig.url}${path}`, { method: 'GET', headers });

describe('the files', () => {
  test('the page loads nothing from elsewhere and is in no frame', async () => {
    const { status, headers, text } = await get('/', { accept: 'text/html' });
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    const policy = String(headers['content-security-policy']);
    for (const rule of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"]) {
      expect(policy).toContain(rule);
    }
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(text).toContain('<script type="module" src="/_sandbox/page/main.ts"></script>');
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(text).not.toMatch(/ (on\w+|style)=/);
  });

  test('every script is served as JavaScript, without its types', async () => {
    const scripts = readdirSync('sandbox/page/browser').filter((name) => name.endsWith('.ts'));
    expect(scripts.length).toBeGreaterThan(10);
    for (const name of scripts) {
      const { status, headers, text } = await get(`/_sandbox/page/${name}`);
      expect([name, status, headers['content-type']]).toEqual([name, 200, 'text/javascript; charset=utf-8']);
      expect(text).not.toMatch(/^(import type|export interface|interface) /m);
    }
  });

  test('HEAD has the headers and no body', async () => {
    const answer = await send(rig.url, { method: 'HEAD' });
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(Number(answer.headers['content-length'])).toBeGreaterThan(1000);
  });

  test.each([
    'tsconfig.json',
    '../assets.ts',
    '..%2fassets.ts',
    '%2e%2e/assets.ts',
    'main.ts%00.css',
    'main.ts/',
    '',
    'constructor',
    '__proto__',
    '/etc/passwd',
  ])('%j is no file', async (name) => {
    const { status } = await get(`/_sandbox/page/${name}`);
    expect(status).toBe(404);
  });

  test('a path that is no URL is answered all the same', async () => {
    const { hostname, port } = new URL(rig.url);
    const answer = await new Promise<number | undefined>((resolve, reject) => {
      const sent = request({ hostname, port, path: '/\\[', method: 'GET' }, (response) => {
        resolve(response.resume().statusCode);
      });
      sent.on('error', reject).end();
    });
    expect(answer).toBe(400);
  });

  test('an AWS call on / stays an AWS call', async () => {
    const path = '/?Action=GetCallerIdentity&Version=2011-06-15';
    const called = await get(path, { authorization: 'AWS4 test' });
    expect([called.status, called.text]).toEqual([200, expect.stringContaining('GetCallerIdentityResult')]);
    const posted = await queryCall(rig.url, 'Action=GetCallerIdentity&Version=2011-06-15');
    expect(posted.text).toContain('GetCallerIdentityResult');
    const listBuckets = await get('/', {
      authorization: 'AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-1/s3/aws4_request',
    });
    expect([listBuckets.status, listBuckets.text]).toEqual([400, expect.stringContaining('UnknownOperationException')]);
    const empty = await send(rig.url, { method: 'POST' });
    expect([empty.status, empty.text]).toEqual([400, expect.stringContaining('UnknownOperationException')]);
  });
});

describe('other sites', () => {
  const json = { 'content-type': 'application/json' };
  test.each([
    ['another origin', { origin: 'http://evil.example' }],
    ['a frame without an origin', { origin: 'null' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a request that a browser says is of another site', { 'sec-fetch-site': 'cross-site' }],
    ['one of a sibling site', { 'sec-fetch-site': 'same-site' }],
  ])('%s changes nothing', async (_, headers) => {
    for (const path of ['alarms', 'speed', 'sample', 'traffic', 'faults']) {
      const body = JSON.stringify({ name: 'x', state: 'ALARM' });
      const { status } = await send(`${rig.url}/_sandbox/${path}`, { headers: { ...json, ...headers }, body });
      expect([path, status]).toEqual([path, 403]);
    }
    expect(rig.sandbox.world.alarms.size).toBe(0);
  });

  test.each(['/_sandbox/stream', '/_sandbox/world', '/_sandbox/page/main.ts', '/?Action=DescribeListeners'])(
    'they cannot read %s',
    async (path) => {
      const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'script' };
      expect((await get(path, headers)).status).toBe(403);
    },
  );

  const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };

  test('a link may open the page', async () => {
    expect((await get('/', link)).status).toBe(200);
    expect((await get('/', { ...link, 'sec-fetch-site': 'same-site' })).status).toBe(200);
  });

  test.each([
    ['a form', 'POST', '/', {}],
    ['a form to the control API', 'POST', '/_sandbox/speed', {}],
    ['a link to what the control API tells', 'GET', '/_sandbox/world', {}],
    ['a link to a file of the page', 'GET', '/_sandbox/page/main.ts', {}],
    ['a link that is an AWS call', 'GET', '/?Action=DescribeListeners&Version=2015-12-01', {}],
    ['a link with a query', 'GET', '/?a', {}],
    ['a HEAD', 'HEAD', '/', {}],
    ['a frame', 'GET', '/', { 'sec-fetch-dest': 'iframe' }],
    ['a request of a script', 'GET', '/', { 'sec-fetch-mode': 'no-cors' }],
  ])('nothing else may be opened from there: %s', async (_, method, path, headers) => {
    expect((await send(`${rig.url}${path}`, { method, headers: { ...link, ...headers } })).status).toBe(403);
  });

  test('a link makes no AWS call, whatever log-in its address holds', async () => {
    const path =
      '/?Action=CreateTargetGroup&Version=2015-12-01&Name=evil&Port=80&Protocol=HTTP&VpcId=vpc-1&TargetType=ip';
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', authorization: 'Basic YTpi' };
    expect((await get(path, headers)).status).toBe(403);
    expect([...rig.sandbox.world.elb.targetGroups.values()].map(({ name }) => name)).not.toContain('evil');
  });

  test('the page itself and clients without such headers are answered', async () => {
    for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { 'sec-fetch-site': 'none' }, {}]) {
      expect((await get('/_sandbox/health', headers)).status).toBe(200);
    }
  });
});

describe('the controls', () => {
  const refused = async (path: string, body: unknown): Promise<string> => {
    const [status, answer] = await control(rig.url, 'POST', path, body);
    expect(status).toBeGreaterThanOrEqual(400);
    return (answer as { error: string }).error;
  };

  test('the sample is deployed over the API, as the calls show', async () => {
    await control(rig.url, 'DELETE', 'calls');
    const [status, made] = await control(rig.url, 'POST', 'sample', {
      sample: 'crash',
      deploymentConfigName: 'CodeDeployDefault.ECSCanary10Percent5Minutes',
    });
    expect([status, made]).toMatchObject([
      200,
      { taskDefinitionArn: expect.stringMatching(/task-definition\/web:2$/) },
    ]);
    const [, calls] = await control(rig.url, 'GET', 'calls');
    expect(calls).toMatchObject({
      calls: [{ operation: 'RegisterTaskDefinition' }, { operation: 'CreateDeployment' }],
    });
    const { deploymentId } = made as { deploymentId: string };
    const { deploymentInfo } = await rig.codedeploy.getDeployment({ deploymentId });
    expect(deploymentInfo).toMatchObject({
      deploymentConfigName: 'CodeDeployDefault.ECSCanary10Percent5Minutes',
      description: 'From the page: Crashes at start',
    });
    const { taskDefinition } = await rig.ecs.describeTaskDefinition({ taskDefinition: 'web:2' });
    expect(taskDefinition?.containerDefinitions?.[0]).toMatchObject({
      image: 'public.ecr.aws/nginx/nginx:v2-crash',
      portMappings: [{ containerPort: 8080 }],
    });
    expect(await refused('sample', { sample: 'well' })).toMatch(
      /^CreateDeployment was answered with DeploymentLimitExceededException: /,
    );
    await rig.codedeploy.stopDeployment({ deploymentId, autoRollbackEnabled: true });
    rig.clock.advance(60_000);
  });

  test.each([
    [
      'sample',
      { sample: 'nonsense' },
      'sample must be one of well, unhealthy, crash, crash-late, flaky; received nonsense.',
    ],
    ['sample', {}, 'sample must be a string'],
    ['sample', { sample: 'well', service: 'arn:nope' }, 'service must be the ARN of an active service'],
    ['sample', { sample: 'well', extra: 1 }, 'Unknown member extra'],
    ['speed', { speed: 5 }, 'stands still until it is advanced'],
    ['speed', { speed: 0 }, 'speed must be a number from 0.1 to 10000; received 0.'],
    ['traffic', { listener: 'production' }, 'has no port here'],
    ['traffic', { listener: 'arn:nope' }, "listener must be production, test or a listener's ARN"],
    ['traffic', {}, 'listener must be a string'],
    ['tasks/kill', { task: 'nope' }, 'There is no task "nope".'],
    ['tasks/kill', {}, 'task must be a string'],
  ])('POST %s %j is refused', async (path, body, text) => {
    expect(await refused(path, body)).toContain(text);
  });

  test('what is not there is told with what there is', async () => {
    const [status, body] = await control(rig.url, 'POST', 'trafic', {});
    expect([status, JSON.stringify(body)]).toEqual([404, expect.stringContaining('POST /_sandbox/traffic')]);
  });

  test('logs that are not kept are null', async () => {
    expect(await control(rig.url, 'GET', 'tasks/abc/logs')).toEqual([200, { lines: null }]);
  });

  test('the speed of a real clock is changed', async () => {
    const account = await startAccount({ clock: realClock() });
    try {
      expect(await control(account.url, 'POST', 'speed', { speed: 60 })).toMatchObject([200, { speed: 60 }]);
      const before = account.sandbox.clock.now();
      await settle(50);
      expect(account.sandbox.clock.now() - before).toBeGreaterThan(50 * 30);
    } finally {
      await account.close();
    }
  });
});

const settle = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('traffic', () => {
  const answered: string[] = [];
  let status = 200;
  const target = createServer((request, response) => {
    answered.push(request.headers['user-agent'] ?? '');
    response.writeHead(status).end('ok');
  });
  let port = 0;
  beforeAll(async () => {
    port = await listen(target, 0);
    const balancer = { ...paperBalancer, endpoint: () => ({ host: '127.0.0.1', port }) };
    Object.defineProperty(rig.sandbox, 'balancer', { value: balancer, configurable: true });
  });
  afterAll(async () => {
    Object.defineProperty(rig.sandbox, 'balancer', { value: paperBalancer });
    await closeServer(target);
  });
  afterEach(async () => {
    await control(rig.url, 'DELETE', 'traffic');
  });

  const state = async (): Promise<Record<string, number> | null> => {
    const [, body] = await control(rig.url, 'GET', 'traffic');
    return (body as { traffic: Record<string, number> | null }).traffic;
  };
  const until = async (holds: (counts: Record<string, number>) => boolean): Promise<Record<string, number>> => {
    for (;;) {
      const counts = await state();
      if (counts && holds(counts)) return counts;
      await settle(10);
    }
  };

  test('is sent to the listener until it is stopped', async () => {
    const [code] = await control(rig.url, 'POST', 'traffic', { listener: 'production', perSecond: 200, seconds: 60 });
    expect(code).toBe(200);
    const counts = await until(({ answered: count = 0 }) => count >= 20);
    expect(counts).toMatchObject({ failed: 0, heldBack: 0, listener: rig.stack.productionListener });
    expect(new Set(answered)).toEqual(new Set(['ecs-blue-green-sandbox']));
    expect(await control(rig.url, 'DELETE', 'traffic')).toEqual([200, {}]);
    expect(await state()).toBeNull();
  });

  test('failures are counted: answers of 500, and none', async () => {
    status = 500;
    await control(rig.url, 'POST', 'traffic', { listener: 'test', perSecond: 200 });
    await until(({ failed = 0 }) => failed >= 5);
    await control(rig.url, 'DELETE', 'traffic');
    port = 1;
    await control(rig.url, 'POST', 'traffic', { listener: rig.stack.productionListener, perSecond: 100 });
    expect(await until(({ failed = 0 }) => failed >= 5)).toMatchObject({ answered: 0 });
  });

  test('ends by itself', async () => {
    await control(rig.url, 'POST', 'traffic', { listener: 'production', perSecond: 1, seconds: 1 });
    while ((await state()) !== null) await settle(20);
  });

  test.each([
    [{ perSecond: 201 }, 'perSecond must be a whole number from 1 to 200; received 201.'],
    [{ perSecond: 0 }, 'perSecond must be a whole number'],
    [{ perSecond: 1.5 }, 'perSecond must be a whole number'],
    [{ seconds: 601 }, 'seconds must be a whole number from 1 to 600; received 601.'],
    [{ perSecond: 'many' }, 'perSecond must be a number'],
  ])('%j is refused', async (part, text) => {
    const [code, body] = await control(rig.url, 'POST', 'traffic', { listener: 'production', ...part });
    expect([code, JSON.stringify(body)]).toEqual([400, expect.stringContaining(text)]);
    expect(await state()).toBeNull();
  });
});
