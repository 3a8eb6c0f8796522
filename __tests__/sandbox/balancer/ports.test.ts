import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type Account, control, startAccount } from '../account.ts';
import { type SandboxOptions } from '../../../sandbox/server.ts';
import { closed, forward, listening, type Stage, stage } from './stage.ts';

const opened: Stage[] = [];
async function open(options: Parameters<typeof stage>[0] = {}): Promise<Stage> {
  const s = await stage(options);
  opened.push(s);
  return s;
}
afterEach(async () => {
  await Promise.all(opened.splice(0).map((s) => s.close()));
});

const said = (MessageBody: string) => ({
  Type: 'fixed-response',
  FixedResponseConfig: { StatusCode: '200', MessageBody },
});

describe('ports', () => {
  test('each listener has its own; DeleteListener and the load balancer close theirs', async () => {
    const s = await open();
    const [one, two] = [await s.listen([said('one')]), await s.listen([said('two')], { Port: 81 })];
    expect([await (await fetch(one.url)).text(), await (await fetch(two.url)).text()]).toEqual(['one', 'two']);
    await s.call('DeleteListener', { ListenerArn: one.arn });
    await expect(fetch(one.url)).rejects.toThrow();
    expect([s.sandbox.balancer.endpoint(one.arn), await (await fetch(two.url)).text()]).toEqual([null, 'two']);
    await s.call('DeleteLoadBalancer', { LoadBalancerArn: s.balancer });
    await expect(fetch(two.url)).rejects.toThrow();
  });

  test('a fixed one is taken; one that is in use is refused with the reason, and no listener stays', async () => {
    const other = createServer();
    const port = await listening(other);
    const s = await open({ fixed: new Map([[80, port]]) });
    const refused = s.listen([said('hello')]);
    await expect(refused).rejects.toMatchObject({ code: 'InvalidConfigurationRequest' });
    await expect(refused).rejects.toThrow(`listener's port 80: 127.0.0.1:${port} is in use`);
    expect(s.sandbox.world.elb.listeners.size).toBe(0);
    await closed(other);
    expect((await s.listen([said('hello')])).port).toBe(port);
  });

  test('the log says where each answers', async () => {
    const lines: string[] = [];
    const s = await open({ log: (line) => lines.push(line) });
    const { port } = await s.listen([said('hello')]);
    expect(lines).toEqual([`Port 80 of the load balancer web answers on 127.0.0.1:${port}.`]);
  });

  test('another port of the listener: another real one, with the same answer', async () => {
    const s = await open();
    const { arn, url } = await s.listen([said('hello')]);
    await s.call('ModifyListener', { ListenerArn: arn, Port: 8080 });
    const moved = s.sandbox.balancer.endpoint(arn)?.port ?? 0;
    expect(`http://127.0.0.1:${moved}`).not.toBe(url);
    expect(await (await fetch(`http://127.0.0.1:${moved}`)).text()).toBe('hello');
    await expect(fetch(url)).rejects.toThrow();
  });

  test('another port that cannot be had: the listener stays what it was', async () => {
    const other = createServer();
    const s = await open({ fixed: new Map([[81, await listening(other)]]) });
    const { arn } = await s.listen([said('hello')]);
    await expect(s.call('ModifyListener', { ListenerArn: arn, Port: 81 })).rejects.toThrow('is in use');
    const port = s.sandbox.balancer.endpoint(arn)?.port ?? 0;
    expect([
      s.sandbox.world.elb.listeners.get(arn)?.port,
      await (await fetch(`http://127.0.0.1:${port}`)).text(),
    ]).toEqual([80, 'hello']);
    await closed(other);
  });

  test('close ends connections that are kept alive, and answers that are not over', async () => {
    const s = await stage();
    await s.target(s.blue, 'web:1', (_request, response) => void response.write('first'));
    const { url } = await s.listen([forward([s.blue, 1])]);
    const answer = await fetch(url);
    await s.close();
    await expect(answer.text()).rejects.toThrow();
    await expect(fetch(url)).rejects.toThrow();
  });
});

describe('a sandbox', () => {
  const accounts: Account[] = [];
  const start = async (options: SandboxOptions): Promise<Account> => {
    const account = await startAccount(options);
    accounts.push(account);
    return account;
  };
  afterEach(async () => {
    await Promise.all(accounts.splice(0).map((account) => account.close()));
  });

  async function listener({ elb }: Account): Promise<string> {
    const { LoadBalancers } = await elb.createLoadBalancer({ Name: 'web', Subnets: ['a', 'b'] });
    const { Listeners } = await elb.createListener({
      LoadBalancerArn: LoadBalancers?.[0]?.LoadBalancerArn,
      Port: 80,
      Protocol: 'HTTP',
      DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200', MessageBody: 'hello' } }],
    });
    return Listeners?.[0]?.ListenerArn ?? '';
  }

  test('tells where its listeners answer; two have ports of their own', async () => {
    const urls = [];
    for (const listeners of ['ports', 'ports', 'paper'] as const) {
      const account = await start({ listeners });
      const arn = await listener(account);
      const [, health] = await control(account.url, 'GET', 'health');
      expect(health).toMatchObject({ listeners: [{ arn, port: 80 }] });
      const [{ url }] = (health as { listeners: [{ url: string | null }] }).listeners; // has just been seen
      urls.push(url);
    }
    expect(urls).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/), expect.any(String), null]);
    expect(urls[0]).not.toBe(urls[1]);
    expect(await (await fetch(urls[0] ?? '')).text()).toBe('hello');
  });

  test('a port that is in use is the error of CreateListener, over HTTP too', async () => {
    const taken = createServer();
    const port = await listening(taken);
    const account = await start({ listeners: 'ports', listenerPorts: new Map([[80, port]]) });
    await expect(listener(account)).rejects.toMatchObject({
      name: 'InvalidConfigurationRequestException',
      message: expect.stringContaining(`another --listener 80=PORT`) as unknown,
    });
    await closed(taken);
  });
});
