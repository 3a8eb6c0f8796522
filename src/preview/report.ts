/** A plan in the log, on the job's summary page, and as the output `plan`. */
import { describeFault, messageOf } from '../errors.ts';
import { type Log } from '../ports/log.ts';
import { type World } from '../world.ts';
import { bounded, planText } from './bounded.ts';
import { type PlanOutput } from './output.ts';
import { page } from './page.ts';
import { sectionsOf } from './sections.ts';

/** GitHub: a step's summary has at most 1 MiB. In UTF-16 units, of up to 3 bytes. */
const LARGEST_PAGE = 300 * 1024;

export async function reportPreview(
  whole: PlanOutput,
  account: string,
  { log, runner }: Pick<World, 'log' | 'runner'>,
): Promise<void> {
  runner.setOutput('plan', planText(whole, account));
  const plan = bounded(whole);
  const sections = sectionsOf(plan);
  for (const { heading, lines } of sections) await tellSection(heading, lines, log);
  for (const line of plan.notKnown) log.info(`Not known: ${line}`);
  for (const warning of plan.warnings) log.warning(warning);
  // Whole: commands to copy must not be cut.
  for (const fault of whole.refusals) log.error(describeFault(fault));
  log.info(plan.told);
  try {
    const markdown = page(plan, sections);
    const small = (): PlanOutput => bounded(whole, true);
    await runner.addSummary(markdown.length <= LARGEST_PAGE ? markdown : page(small(), sectionsOf(small())));
  } catch (error) {
    log.warning(`The job summary could not be written: ${messageOf(error)}`);
  }
}

function tellSection(heading: string, lines: readonly string[], log: Log): Promise<void> {
  return log.group(heading, () => {
    for (const line of lines) log.info(line);
    return Promise.resolve();
  });
}
