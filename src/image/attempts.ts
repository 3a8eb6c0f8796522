import { type ImagePorts } from './ports.ts';
import { type Told } from './told.ts';
import { troubleOf } from './trouble.ts';

/** Pauses before the second, third and fourth attempt, in milliseconds. */
const PAUSES = [2_000, 6_000, 15_000];

/** Repeats what failed because of the network, a few times. Docker's own retries within one push come before. */
export async function attempts(ports: ImagePorts, what: string, once: () => Promise<Told>): Promise<Told> {
  let told = await once();
  for (const pause of PAUSES) {
    if (told.ok || troubleOf(told.lines) !== 'network') return told;
    ports.log.info(`Could not ${what}: the network failed. Next attempt in ${pause / 1000} s.`);
    await ports.clock.sleep(pause, ports.signal);
    ports.signal?.throwIfAborted();
    told = await once();
  }
  return told;
}
