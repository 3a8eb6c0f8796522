/** The page in a real Chromium: what a person would do, and what they would see. */
import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Browser, type Locator, type Page } from 'playwright-core';
import { putUpStack, type StackOptions } from '../../../scripts/rehearsal/stack.ts';
import { paperBalancer } from '../../../sandbox/balancer/balancer.ts';
import { keepOutput } from '../../../sandbox/ecs/task-output.ts';
import { closeServer, listen } from '../../../sandbox/protocol/http.ts';
import { type RunningSandbox, startSandbox } from '../../../sandbox/server.ts';
import { clientsFor } from '../../../scripts/rehearsal/clients.ts';
import { type Account, control, startAccount } from '../account.ts';
import {
  chromiumPath,
  launch,
  lowContrast,
  namelessControls,
  open,
  type Opened,
  overflow,
  screenshot,
  twiceUsedIds,
  walkByKeyboard,
  wireTo,
} from './browser-rig.ts';
import { startRig } from './rig.ts';

if (chromiumPath === undefined) {
  console.warn('The page is not tested: there is no Chromium. Install one, or name it in CHROMIUM_PATH.');
}
// A browser starts slowly on a busy machine; every wait in it ends by itself after 15 seconds.
jest.setTimeout(60_000);
const inChromium = chromiumPath === undefined ? describe.skip : describe;

let browser: Browser;
const closing: { close(): Promise<unknown> }[] = [];
beforeAll(async () => {
  if (chromiumPath !== undefined) browser = await launch();
}, 60_000);
afterAll(async () => {
  if (chromiumPath !== undefined) await browser.close();
});
afterEach(async () => {
  for (const one of closing.splice(0).reverse()) await one.close();
});

const kept = <T extends { close(): Promise<unknown> }>(made: T): T => {
  closing.push(made);
  return made;
};
const look = async (url: string, options = {}): Promise<Opened> => kept(await open(browser, url, options));

/** A steady service on a stepped clock, and the page that shows it. */
async function atService(stack: Partial<StackOptions> = {}, options = {}): Promise<Opened & { account: Account }> {
  const account = kept(await startRig(stack));
  const opened = await look(account.url, options);
  await opened.page.getByText('All production traffic is on web:1.').waitFor();
  return { ...opened, account };
}

const summary = (page: Page) => page.getByRole('status', { name: 'State of the service' });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const shows = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

/** Waits until the element's text matches: the page changes when the sandbox does. */
async function expectText(locator: Locator, text: RegExp): Promise<void> {
  await locator
    .filter({ hasText: text })
    .waitFor()
    .catch(async () => {
      expect(await locator.innerText()).toMatch(text);
    });
}

async function deploy(page: Page, sample: string): Promise<void> {
  await page.getByLabel('Next version').selectOption(sample);
  await page.getByRole('button', { name: 'Deploy', exact: true }).click();
  await shows(page, /^Deployment d-\w{9} is started\.$/);
}

inChromium('the page', () => {
  test('an empty sandbox says what to do next, and shows the first service by itself', async () => {
    const account = kept(await startAccount());
    const { page, faults } = await look(account.url);
    await page.getByRole('heading', { name: 'No service yet' }).waitFor();
    await shows(page, 'npm run demo -- --stay');
    await shows(page, `export AWS_ENDPOINT_URL=${account.url}`);
    await screenshot(page, 'empty');
    await putUpStack(clientsFor(account.url));
    await page.getByRole('heading', { name: 'Load balancer and tasks' }).waitFor();
    await page.getByRole('heading', { name: 'No service yet' }).waitFor({ state: 'hidden' });
    expect(faults).toEqual([]);
  });

  test('a deployment moves the weights to green, step by step', async () => {
    const { page, faults } = await atService({ deploymentConfig: 'CodeDeployDefault.ECSLinear10PercentEvery1Minutes' });
    await deploy(page, 'well');
    await press(page, 'Step 1 min');
    const green = page.locator('.group.green .weight b');
    await page.locator('.group.green .weight b', { hasText: /^10 %$/ }).waitFor();
    await expectText(summary(page), /shifts production traffic\. Production traffic: 90 % web:1, 10 % web:2\./);
    await screenshot(page, 'shifting');
    await press(page, 'Step 1 min');
    await page.locator('.group.green .weight b', { hasText: /^20 %$/ }).waitFor();
    await press(page, 'Step 10 min');
    await expectText(green, /^100 %$/);
    await expectText(summary(page), /keeps the original for a while\. All production traffic is on web:2/);
    await press(page, 'Step 10 min');
    await expectText(summary(page), /succeeded\. All production traffic is on web:2\./);
    const sides = await page.getByRole('table', { name: 'Before and after' }).innerText();
    expect(sides).toMatch(/Revision\s+web:1\s+web:2/);
    expect(sides).toMatch(/Image\s+nginx:stable\s+nginx:v2/);
    expect(faults).toEqual([]);
  });

  test('a broken version tells why it failed and that it was rolled back', async () => {
    const { page, faults } = await atService();
    await deploy(page, 'crash');
    await press(page, 'Step 1 min');
    await shows(page, /web:2 \(image public\.ecr\.aws\/nginx\/nginx:v2-crash\) is not healthy yet.*exit code 1/);
    await screenshot(page, 'held-up');
    await page.getByText(/^Stopped tasks/).click();
    await page.locator('.stopped').getByRole('button').first().click();
    const dialog = page.getByRole('dialog', { name: /^Task / });
    await dialog.getByText('EssentialContainerExited').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    for (let step = 0; step < 6; step += 1) await press(page, 'Step 10 min');
    await expectText(summary(page), /^d-\w{9} failed and was rolled back\. All production traffic is on web:1\.$/);
    const why = page.getByRole('group', { name: 'Why' });
    await expectText(why, /did not become healthy in time.*Essential container in task exited \(exit code 1\)/s);
    await expectText(why, /TIMEOUT/);
    await screenshot(page, 'rolled-back');
    await page.getByText('rolled back by').getByRole('button').click();
    await page.getByText('rolls back', { exact: false }).first().waitFor();
    expect(faults).toEqual([]);
  });

  test('Ready shows until when it waits; promote shifts, stop and roll back returns', async () => {
    const { page, faults, account } = await atService({ readyWaitMinutes: 30, terminationWaitMinutes: 60 });
    await deploy(page, 'well');
    await press(page, 'Step 1 min');
    await expectText(summary(page), /is ready and waits for someone/);
    await shows(page, /^until \d\d:\d\d:\d\d UTC, \d+ min \d\d s from now; then it stops$/);
    await screenshot(page, 'ready');
    await page.getByRole('button', { name: 'Promote: shift production traffic' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Promote: shift production traffic' }).waitFor({ state: 'detached' });
    // The button is gone; who works by keyboard is not thrown back to the start of the page.
    expect(await page.evaluate('document.activeElement.id')).toBe('deployment-title');
    await press(page, 'Step 10 s');
    await expectText(summary(page), /keeps the original for a while\. All production traffic is on web:2\./);
    await press(page, 'Stop and roll back');
    await press(page, 'Step 10 s');
    await expectText(summary(page), /stopped and was rolled back\. All production traffic is on web:1\./);
    const [, calls] = await control(account.url, 'GET', 'calls');
    expect(JSON.stringify(calls)).toMatch(/ContinueDeployment.*StopDeployment/);
    expect(faults).toEqual([]);
  });

  test('an alarm that is raised stops the deployment, and the page says so', async () => {
    const { page } = await atService({ alarms: ['web-5xx'], terminationWaitMinutes: 60 });
    await deploy(page, 'well');
    await press(page, 'Step 1 min');
    await press(page, 'Raise alarm web-5xx');
    await shows(page, 'Alarm web-5xx is raised.');
    await press(page, 'Step 10 s');
    await expectText(page.getByRole('group', { name: 'Why' }), /CloudWatch said ALARM for web-5xx/);
    await press(page, 'Clear alarm web-5xx');
    await shows(page, 'Alarm web-5xx is cleared.');
  });

  test('an injected fault hits the next call, which the list of calls shows', async () => {
    const { page } = await atService();
    await page.getByLabel('Operation').selectOption('CreateDeployment');
    await page.getByLabel('Kind').selectOption('throttle');
    await page.getByLabel('Times').fill('1');
    await press(page, 'Inject');
    await shows(page, 'throttle will hit CreateDeployment.');
    await page.getByRole('button', { name: 'Deploy', exact: true }).click();
    await shows(page, /CreateDeployment was answered with ThrottlingException: Rate exceeded/);
    const call = page.getByRole('list', { name: /^API calls/ }).getByText('fault: throttle');
    await call.waitFor();
    await shows(page, /throttle on CreateDeployment: hit 1 call of 1/);
    await page.getByLabel('Leave out calls that only read').check();
    expect(await page.getByRole('list', { name: /^API calls/ }).innerText()).not.toContain('DescribeServices');
    await call.click();
    await page
      .locator('#calls .bodies')
      .getByRole('region', { name: 'Request' })
      .getByText('AppECS-shop-web')
      .waitFor();
    await page.locator('#calls .bodies').getByRole('region', { name: 'Answer' }).getByText('Rate exceeded').waitFor();
    await press(page, 'Clear faults');
    await shows(page, 'No faults are injected any more.');
  });

  test('without ports traffic cannot be started, and the page says why', async () => {
    const { page } = await atService();
    expect(await page.getByRole('button', { name: 'Start traffic' }).isDisabled()).toBe(true);
    await shows(page, /^Not possible here: its tasks are simulated/);
    expect(await page.locator('.listener', { hasText: 'no port' }).count()).toBe(2);
  });

  test('requests a second are drawn by version, with their errors and as a table', async () => {
    const { page, account } = await atService();
    const listener = [...account.sandbox.world.elb.listeners.values()][0];
    const [group] = account.sandbox.world.elb.targetGroups.keys();
    const record = (status: number) => {
      const common = { listenerArn: listener?.arn ?? '', targetGroupArn: group ?? '', revision: 'web:1' };
      account.sandbox.traffic.record({ ...common, status, fromBalancer: false, targetMs: 2 });
    };
    const sending = setInterval(() => {
      for (const status of [200, 200, 200, 200, 503]) record(status);
    }, 50);
    try {
      await page.getByRole('img', { name: /requests over the last five minutes/ }).waitFor();
      await page
        .getByRole('list', { name: 'Versions' })
        .getByText(/[1-9]\d* errors/)
        .waitFor();
      await page.getByText('The last five minutes as a table').click();
      await page.getByRole('row', { name: /web:1/ }).waitFor();
      await page.locator('.drops:not(.dry)').first().waitFor({ state: 'attached' });
      await screenshot(page, 'traffic');
    } finally {
      clearInterval(sending);
    }
  });

  test('a faster clock is set on the page', async () => {
    const running: RunningSandbox = kept(await startSandbox({ registry: 'none' }));
    await putUpStack(clientsFor(running.url));
    const { page } = await look(running.url);
    await press(page, '600 ×');
    await shows(page, 'UTC, 600 × real time');
    await deploy(page, 'well');
    await expectText(summary(page), /succeeded\. All production traffic is on web:2\./);
  });

  test('a lost connection is said, and a sandbox that was started again is shown from the start', async () => {
    const first = await startRig();
    const port = Number(new URL(first.url).port);
    const { page } = await look(first.url);
    await expectText(summary(page), /All production traffic is on web:1/);
    await first.close();
    await shows(page, 'Connection lost, retrying …');
    await screenshot(page, 'connection-lost');
    kept(await startAccount({ port }));
    await page.getByRole('heading', { name: 'No service yet' }).waitFor();
    await shows(page, 'Live');
    expect(await page.getByText('No AWS API call yet').count()).toBe(1);
  });

  test('a connection that breaks comes back, and what was missed is there once', async () => {
    const account = kept(await startRig());
    const wire = kept(await wireTo(account.url));
    const { page } = await look(wire.url);
    const calls = page.getByRole('list', { name: /^API calls/ });
    await calls.getByText('CreateService').waitFor();
    wire.cut();
    await account.ecs.listServices({ cluster: 'shop' });
    await calls.getByText('ListServices').waitFor();
    await shows(page, 'Live');
    expect(await calls.getByText('CreateService').count()).toBe(1);
    expect(await calls.getByText('ListServices').count()).toBe(1);
  });

  test('a task that is killed stops with its exit code, and ECS starts another', async () => {
    const { page, faults, account } = await atService();
    const task = page.locator('.task').first();
    const id = (await task.locator('code').innerText()).trim();
    const [first] = account.sandbox.world.ecs.tasks.values();
    if (first) keepOutput(account.sandbox, first, new Map(), 'app', 'it listens');
    await task.click();
    await page.getByLabel('Log', { exact: true }).getByText('app: it listens').waitFor();
    await press(page, 'Kill this task');
    await shows(page, `Task ${id} was killed.`);
    await press(page, 'Close');
    await press(page, 'Step 1 min');
    await page
      .getByRole('list', { name: /^Events/ })
      .getByText(new RegExp(`^${id} of web:1 stopped: .*\\(exit code 137\\)`))
      .waitFor();
    await page.getByText('2 of 2 running').waitFor();
    expect(faults).toEqual([]);
  });

  test('traffic is started, counted and stopped', async () => {
    const target = createServer((_, response) => response.end('ok'));
    const port = await listen(target, 0);
    kept({ close: () => closeServer(target) });
    const account = kept(await startRig());
    const balancer = { ...paperBalancer, endpoint: () => ({ host: '127.0.0.1', port }) };
    Object.defineProperty(account.sandbox, 'balancer', { value: balancer });
    const { page, faults } = await look(account.url);
    await page
      .getByRole('link', { name: `127.0.0.1:${port}` })
      .first()
      .waitFor();
    await page.getByLabel('Requests / s').fill('100');
    await press(page, 'Start traffic');
    await shows(page, /^100 requests a second, \d+ s to go: [1-9]\d+ answered\.$/);
    await press(page, 'Stop traffic');
    await shows(page, 'Stopped.');
    expect(faults).toEqual([]);
  });

  test('another service is chosen', async () => {
    const account = kept(await startRig());
    await putUpStack(clientsFor(account.url), { cluster: 'bank', service: 'teller', repository: 'teller' });
    const { page } = await look(account.url);
    await expectText(summary(page), /on web:1\./);
    await page.getByLabel('Service', { exact: true }).selectOption({ label: 'bank / teller' });
    await expectText(summary(page), /on teller:1[.:]/);
    await deploy(page, 'well');
    await press(page, 'Step 1 min');
    await expectText(summary(page), /All production traffic is on teller:2/);
    await page.getByLabel('Service', { exact: true }).selectOption({ label: 'shop / web' });
    await expectText(summary(page), /on web:1\. Nothing has been deployed yet\./);
  });

  test('hostile names are shown as text', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const { page, faults, account } = await atService({ image: `repo/${evil}:1` });
    for (const service of account.sandbox.world.ecs.services.values()) {
      service.events.unshift({ id: 'evil', createdAt: account.clock.now(), message: `(service ${evil}) ${evil}` });
    }
    await shows(page, `(service ${evil}) ${evil}`);
    await page.locator('.task').first().click();
    await page.getByRole('dialog').getByText(evil).first().waitFor();
    expect(await page.locator('img').count()).toBe(0);
    expect(faults).toEqual([]);
  });
});

inChromium('for everyone', () => {
  test('everything is reached by keyboard, and the focus is seen', async () => {
    const { page } = await atService();
    expect(await walkByKeyboard(page)).toEqual({ first: 'Skip to the content', missed: [], unseen: [] });
    await page.getByLabel('Next version').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await shows(page, /^Deployment d-\w{9} is started\.$/);
    await page.getByRole('button', { name: 'Step 1 min' }).focus();
    await page.keyboard.press('Space');
    await expectText(summary(page), /All production traffic is on web:2/);
    // What was pressed keeps the focus while everything around it is drawn anew.
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Step 1 min');
  });

  test.each(['light', 'dark'] as const)('in %s colours: names, ids and contrast', async (colorScheme) => {
    const { page, faults } = await atService({ alarms: ['web-5xx'], readyWaitMinutes: 5 }, { colorScheme });
    await deploy(page, 'unhealthy');
    for (let step = 0; step < 4; step += 1) await press(page, 'Step 1 min');
    await shows(page, /is not healthy yet/);
    const ground = await page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(ground).toBe(colorScheme === 'dark' ? 'rgb(13, 18, 24)' : 'rgb(244, 246, 248)');
    expect(await namelessControls(page)).toEqual([]);
    expect(await twiceUsedIds(page)).toEqual([]);
    expect(await lowContrast(page)).toEqual([]);
    await screenshot(page, colorScheme);
    expect(faults).toEqual([]);
  });

  test.each([
    [360, 740],
    [768, 1024],
    [1920, 1080],
  ])('at %i by %i pixels nothing is cut off', async (width, height) => {
    const { page } = await atService({ alarms: ['web-5xx'] }, { viewport: { width, height } });
    await deploy(page, 'crash');
    for (let step = 0; step < 7; step += 1) await press(page, 'Step 10 min');
    await expectText(summary(page), /was rolled back/);
    expect(await overflow(page)).toBe(0);
    await screenshot(page, `width-${width}`, width < 1920);
  });

  test('who wants no motion gets none', async () => {
    const { page } = await atService({}, { reducedMotion: 'reduce' });
    expect(await page.evaluate('document.getAnimations().length')).toBe(0);
    const transition = "getComputedStyle(document.querySelector('.share i')).transitionProperty";
    expect(await page.evaluate(transition)).toBe('none');
  });
});
