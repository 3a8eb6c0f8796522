/** A real Chromium, where one is installed, and what every test asks of every page that it opens. */
import { existsSync, mkdirSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const candidates = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

export const chromiumPath = candidates.find((path) => path !== undefined && path !== '' && existsSync(path));

export function launch(): Promise<Browser> {
  // Chromium's sandbox of its own cannot be set up by root.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: chromiumPath ?? '', args });
}

/** Where pictures of the page are kept, to be looked at; without it none are. */
const folder = process.env['SCREENSHOTS'] ?? '';
if (folder !== '') mkdirSync(folder, { recursive: true });

export async function screenshot(page: Page, name: string, fullPage = true): Promise<void> {
  if (folder !== '') await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
}

export interface Opened {
  readonly page: Page;
  /** What went wrong on the page so far: console errors, exceptions, requests to other origins. */
  readonly faults: string[];
  close(): Promise<void>;
}

/** What Chromium does with a request that is under way when the machine gets a network, as a Docker engine makes them. */
const NETWORK_CHANGED = 'net::ERR_NETWORK_CHANGED';

async function start(page: Page, url: string): Promise<void> {
  for (let tries = 3; ; tries -= 1) {
    await page.goto(url);
    try {
      await page.locator('body.started').waitFor({ timeout: 10_000 });
      return;
    } catch (cause) {
      if (tries === 1) throw cause;
    }
  }
}

export async function open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes(NETWORK_CHANGED)) return;
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const to = new URL(request.url());
    if (to.protocol !== 'data:' && to.origin !== new URL(url).origin) faults.push(`elsewhere: ${request.url()}`);
  });
  await start(page, url);
  return { page, faults, close: () => context.close() };
}

/** Pixels by which the page is wider than the window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** Ids that more than one element has. */
export const twiceUsedIds = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    return ids.filter((id, index) => ids.indexOf(id) !== index);
  })()`);

/** Controls of the accessibility tree that have no name. */
export async function namelessControls(page: Page): Promise<string[]> {
  const tree = await page.locator('body').ariaSnapshot();
  const controls =
    /^\s*- (button|link|combobox|textbox|spinbutton|checkbox|dialog|table|img|list|region)(?=[\s:]|$)(?![^\n]*")/;
  return tree.split('\n').filter((line) => controls.test(line));
}

/** Texts whose colour differs too little from what is behind them: WCAG 2.2, 1.4.3, 4.5 to 1. */
export const lowContrast = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const rgba = (colour) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const light = ([r, g, b]) => [r, g, b]
      .map((c) => c / 255)
      .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
      .reduce((sum, c, index) => sum + c * [0.2126, 0.7152, 0.0722][index], 0);
    const behind = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const colour = rgba(getComputedStyle(at).backgroundColor);
        if (colour[3] === 255) return colour;
      }
      return [255, 255, 255, 255];
    };
    const bad = [];
    for (const element of document.querySelectorAll('body *')) {
      const text = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
      if (!text || element.closest('.sr, [hidden], :disabled, noscript, option, dialog:not([open])')) continue;
      if (!element.checkVisibility()) continue;
      const [a, b] = [light(rgba(getComputedStyle(element).color)), light(behind(element))].sort((x, y) => y - x);
      const ratio = (a + 0.05) / (b + 0.05);
      if (ratio < 4.5) bad.push(element.className + ': ' + element.textContent.slice(0, 40) + ' ' + ratio.toFixed(2));
    }
    return bad;
  })()`);

export interface Walk {
  readonly first: string;
  /** Controls that Tab did not reach. */
  readonly missed: string[];
  /** Controls that show nothing when they have the focus. */
  readonly unseen: string[];
}

/** Goes through the page by Tab, from its start to its end. */
export async function walkByKeyboard(page: Page): Promise<Walk> {
  await page.evaluate(`(() => {
    const controls = 'a[href], button:enabled, select:enabled, input:enabled, summary, [tabindex="0"]';
    window.controls = [...document.querySelectorAll(controls)].filter((element) => element.checkVisibility());
    window.nameOf = (element) => element.id || element.textContent.trim();
    window.reached = new Set();
    window.unseen = [];
  })()`);
  const step = `(() => {
    const at = document.activeElement;
    if (!window.controls.includes(at) || window.reached.has(at)) return at === document.body;
    window.reached.add(at);
    if (getComputedStyle(at).outlineStyle === 'none') window.unseen.push(window.nameOf(at));
    return false;
  })()`;
  for (let count = 0; count < 200; count += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate<boolean>(step)) break;
  }
  return page.evaluate(`({
    first: window.nameOf([...window.reached][0]),
    missed: window.controls.filter((element) => !window.reached.has(element)).map(window.nameOf),
    unseen: window.unseen,
  })`);
}

export interface Wire {
  readonly url: string;
  /** Breaks every connection that is open; new ones go through. */
  cut(): void;
  close(): Promise<void>;
}

/** Something between the browser and the sandbox that can fail, as a network can. */
export async function wireTo(url: string): Promise<Wire> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(new URL(url).port), '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        cut();
      }),
  };
}
