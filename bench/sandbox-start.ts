/** How long `npm run sandbox` takes to greet, as a user starts it: no options. */
import { type Figure, median } from './figure.ts';
import { sandboxProcess } from './sandbox-process.ts';

const STARTS = 7;

export async function sandboxStart(): Promise<readonly Figure[]> {
  // Once before, for the file system's caches.
  await (await sandboxProcess([])).close();
  const seen: { readonly ms: number; readonly rssMiB: number }[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const sandbox = await sandboxProcess([]);
    seen.push({ ms: sandbox.startMs, ...(await sandbox.close()) });
  }
  const seconds = seen.map(({ ms }) => ms / 1000);
  const note = `median of ${STARTS}, ${Math.min(...seconds).toFixed(2)} to ${Math.max(...seconds).toFixed(2)} s`;
  const most = Math.max(...seen.map(({ rssMiB }) => rssMiB));
  return [
    { name: 'from the spawn to the greeting', value: median(seconds), unit: 's', limit: 1, timing: true, note },
    { name: 'memory of a sandbox that nobody used', value: most, unit: 'MiB', limit: 200, note: 'the most of them' },
  ];
}
