/** A plan as the job's summary page. */
import { cell, details, list } from '../report/markdown.ts';
import { type PlanOutput } from './output.ts';
import { type Section } from './sections.ts';

const HEADS: Readonly<Record<PlanOutput['result'], string>> = {
  deploy: '📝 Plan',
  nothing: '📝 Plan: nothing to do',
  stop: '📝 Plan: stop with rollback',
  follow: '📝 Plan: follow',
  refused: '❌ Plan: refused',
};

/** More lines than this are folded away. */
const OPEN = 12;

export function page(plan: PlanOutput, sections: readonly Section[]): string {
  const { cluster, service } = plan.target;
  const refusals = plan.refusals.map(({ tried, on, why, repair }) => `Could not ${tried} (${on}): ${why} ${repair}`);
  const parts = [
    `### ${HEADS[plan.result]}: ${cell(service)} in ${cell(cluster)}`,
    cell(plan.told),
    ...block('Speaks against it', refusals),
    ...block('Warnings', plan.warnings),
    ...block('Not known', plan.notKnown),
    ...sections.map(sectionPart),
  ];
  return `${parts.join('\n\n')}\n`;
}

function block(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`**${cell(heading)}**\n\n${list(lines)}`];
}

function sectionPart({ heading, lines }: Section): string {
  const long = lines.length > OPEN || lines.some((line) => line.length > 400);
  return long ? details(heading, list(lines)) : `**${cell(heading)}**\n\n${list(lines)}`;
}
