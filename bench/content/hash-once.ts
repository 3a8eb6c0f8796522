/** Hashes the context that is its argument, and prints what it took. Started by `hashing.ts`, in a process of its own. */
import { join } from 'node:path';
import { contentTag } from '../../src/image/content/content.ts';

const [folder = '.'] = process.argv.slice(2);
let heldMs = 0;
let before = performance.now();
const ticks = setInterval(() => {
  heldMs = Math.max(heldMs, performance.now() - before - 1);
  before = performance.now();
}, 1);

const begun = performance.now();
const told = await contentTag({
  context: folder,
  file: join(folder, 'Dockerfile'),
  target: null,
  buildArgs: new Map(),
  platforms: [],
  buildContexts: new Map(),
  labels: new Map(),
  defaultPlatform: 'linux/amd64',
  buildx: true,
});
const seconds = (performance.now() - begun) / 1000;
clearInterval(ticks);
if (!('tag' in told)) throw new Error(told.none);
console.log(JSON.stringify({ seconds, mebibytes: process.resourceUsage().maxRSS / 1024, heldMs, tag: told.tag }));
