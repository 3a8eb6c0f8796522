import { type Observation } from '../engine/engine.ts';
import { type FollowPorts, type Started } from '../follow.ts';
import { diagnose } from '../report/diagnosis.ts';
import { nameOf } from '../target/place.ts';
import { hasShiftBegun } from '../watch/stage.ts';

/**
 * What AWS tells of a replacement that did not come up in time: all of it in a group of the log, and a known cause with its
 * repair as a clause in brackets; else ''. Never throws.
 */
export async function whyLate(
  { cluster, service, asked, startedAt }: Started,
  { aws, log }: Pick<FollowPorts, 'aws' | 'log'>,
  last: Observation | null,
): Promise<string> {
  if (last === null || hasShiftBegun(last)) return '';
  const since = last.createdAt ?? startedAt;
  const { cause, lines } = await diagnose(aws.ecs, { cluster: nameOf(cluster), service, last, asked, since });
  if (lines.length === 0) return '';
  await log.group('What is known of the replacement', () => {
    for (const text of lines) log.info(text);
    return Promise.resolve();
  });
  return cause.includes(' → ') ? ` (${cause})` : '';
}
