/** The table of phases as pages of docs/operations.md: one for each thing that can come in between. */
import { TABLE } from '../../__tests__/operations/table.ts';
import { type Cell, type End, isPossible, type Production } from '../../__tests__/operations/table/cell.ts';
import { type Action, actions, ACTIONS, type Phase, phases, PHASES } from '../../__tests__/operations/table/names.ts';

/** How a table is written: head and rows to Markdown. */
type Table = (head: readonly string[], rows: readonly (readonly string[])[]) => string;

export function operationTables(table: Table): string {
  return actions.map((action) => section(action, table)).join('\n\n');
}

/** By what each phase is known. */
export function phaseTable(table: Table): string {
  return table(
    ['Phase', 'You see'],
    phases.map((phase) => [`**${PHASES[phase].name}**`, PHASES[phase].seen]),
  );
}

function section(action: Action, table: Table): string {
  const ends = phases.some((phase) => otherOf(TABLE[action][phase]) !== undefined)
    ? ['It ends', 'The run that deploys ends']
    : ['The run ends'];
  const head = ['Phase', 'What happens', 'Production is on', ...ends, 'You'];
  return `### ${ACTIONS[action]}\n\n${table(head, rowsOf(action, ends.length))}`;
}

/** Phases in which the same happens stand in one row. */
function rowsOf(action: Action, ends: number): readonly (readonly string[])[] {
  const rows = new Map<string, { readonly same: Phase[]; readonly rest: readonly string[] }>();
  for (const phase of phases) {
    const rest = restOf(TABLE[action][phase], ends);
    const key = JSON.stringify(rest);
    const row = rows.get(key) ?? { same: [], rest };
    row.same.push(phase);
    rows.set(key, row);
  }
  return [...rows.values()].map(({ same, rest }) => [wordsOf(same), ...rest]);
}

const wordsOf = (same: readonly Phase[]): string => same.map((phase) => `**${PHASES[phase].name}**`).join(', ');

function restOf(cell: Cell, ends: number): readonly string[] {
  if (!isPossible(cell)) return [`Cannot be. ${cell.impossible}`, ...Array<string>(ends + 2).fill('–')];
  const runs = cell.other === undefined ? [cell.first] : [cell.other, cell.first];
  return [cell.happens, PRODUCTION[cell.production], ...runs.map(endOf), cell.then];
}

const otherOf = (cell: Cell): End | undefined => (isPossible(cell) ? cell.other : undefined);

const PRODUCTION: Readonly<Record<Production, string>> = {
  first: 'new',
  before: 'old',
  earlier: 'the one before the old',
  second: "the second run's",
};

function endOf({ exit, result }: End): string {
  const color = exit === 0 ? 'green' : 'red';
  return result === '' ? color : `${color}, \`${result}\``;
}
