/** Which calls of AWS each mode of the step makes, and the end of a run (`post`). */
import ts from 'typescript';
import { type Known, NOTHING_KNOWN } from './known.ts';
import { type Program } from './program.ts';
import { type Reached, reachIn } from './reach.ts';
import { type Piece } from './references.ts';

/** The modes as run.ts names them, `plan of a rollback`, and the end of each mode as `deploy, its end`. */
export type Modes = ReadonlyMap<string, Reached>;

export const PLAN_OF_A_ROLLBACK = 'plan of a rollback';
export const endOf = (mode: string): string => `${mode}, its end`;

export function callsOfModes(program: Program): Modes {
  const reach = reachIn(program);
  const modes = new Map<string, Reached>();
  const post = functionNamed(program, 'post.ts', 'post');
  for (const [mode, clause] of clausesOf(functionNamed(program, 'run.ts', 'carryOut'))) {
    const reached = reach(piece(clause));
    modes.set(mode, reached);
    modes.set(endOf(mode), reach(piece(post), reached.states));
  }
  const preview = functionNamed(program, 'preview.ts', 'preview');
  modes.set(PLAN_OF_A_ROLLBACK, reach(piece(preview, knownThere(preview, 'of.mode', 'rollback'))));
  return modes;
}

const piece = (node: ts.Node, known: Known = NOTHING_KNOWN): Piece => ({ node, known });

function functionNamed(program: Program, path: string, name: string): ts.FunctionDeclaration {
  const found = program.file(path).statements.filter(ts.isFunctionDeclaration);
  const own = found.find((one) => one.name?.text === name);
  if (own === undefined) throw new Error(`${path} has no function ${name}: say where it has gone in modes.ts.`);
  return own;
}

function clausesOf(dispatcher: ts.FunctionDeclaration): readonly (readonly [string, ts.CaseClause])[] {
  const found: (readonly [string, ts.CaseClause])[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCaseClause(node) && ts.isStringLiteral(node.expression)) found.push([node.expression.text, node]);
    ts.forEachChild(node, visit);
  };
  visit(dispatcher);
  return found;
}

/** Throws where the function does not ask for it: what is taken for known would then rule nothing out. */
function knownThere(node: ts.FunctionDeclaration, text: string, value: string): Known {
  if (!node.getText().includes(`${text} === '${value}'`)) {
    throw new Error(`${node.name?.text ?? ''} does not ask whether ${text} is '${value}': mend modes.ts.`);
  }
  return new Map([[text, value]]);
}
