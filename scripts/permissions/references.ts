/** What one piece of a program leads to. */
import ts from 'typescript';
import { type Guarded, guardIn, savedKey } from './guard.ts';
import { type Known, knownInCall, leftOf, NOTHING_KNOWN } from './known.ts';
import { type Members } from './members.ts';
import { type Program } from './program.ts';
import { symbolAt } from './symbols.ts';
import { isFileVariable, isFunction, isFunctionVariable, isMember, isSignature } from './syntax.ts';

/** A function, a value of a file or a member of an object, with what is known of its values where it is called from. */
export interface Piece {
  readonly node: ts.Node;
  readonly known: Known;
}

export interface References {
  readonly pieces: readonly Piece[];
  /** Commands of the AWS SDK that are made there. */
  readonly commands: readonly Command[];
  /** Keys of the step's state that are given a value there. */
  readonly states: readonly string[];
  /** What is done only in a run whose earlier part gave one of these keys a value. */
  readonly guarded: readonly Guarded[];
}

export interface Command {
  /** `client-ecs` */
  readonly client: string;
  /** `DescribeServices` */
  readonly operation: string;
  readonly node: ts.Node;
}

export function referencesOf({ node: piece, known }: Piece, program: Program, members: Members): References {
  const found = { pieces: [] as Piece[], commands: [] as Command[], states: [] as string[], guarded: [] as Guarded[] };
  const { checker } = program;
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || isPieceOfItsOwn(node, members)) return;
    const left = leftOf(node, known);
    if (left !== null) {
      left.forEach(visit);
      return;
    }
    const guard = ts.isBlock(node) ? guardIn(node) : null;
    if (ts.isBlock(node) && guard !== null) {
      found.guarded.push(guard);
      node.statements.filter((one) => !guard.statements.includes(one)).forEach(visit);
      return;
    }
    if (ts.isNewExpression(node)) found.commands.push(...commandOf(node, checker));
    if (ts.isCallExpression(node)) found.states.push(...[savedKey(node)].filter((key) => key !== null));
    found.pieces.push(...piecesAt(node, known, checker, members));
    ts.forEachChild(node, visit);
  };
  if (ts.isShorthandPropertyAssignment(piece)) found.pieces.push(...piecesAt(piece, known, checker, members));
  ts.forEachChild(piece, visit);
  return found;
}

/** Reached by a reference to it, and by nothing else. */
function isPieceOfItsOwn(node: ts.Node, members: Members): boolean {
  if (ts.isFunctionDeclaration(node) || isFunctionVariable(node) || isFileVariable(node)) return true;
  return isMember(node) && members.isApart(node);
}

function piecesAt(node: ts.Node, known: Known, checker: ts.TypeChecker, members: Members): readonly Piece[] {
  const declarations = symbolAt(node, checker)?.declarations ?? [];
  return declarations.flatMap((declaration): Piece[] => {
    if (isSignature(declaration)) return members.behind(declaration).map(unknown);
    if (!isPiece(declaration)) return [];
    // Of the same function, and so with the same values.
    if (isFunctionVariable(declaration) && !isFileVariable(declaration)) return [{ node: declaration, known }];
    const isCalled = ts.isCallExpression(node.parent) && node.parent.expression === node;
    return isCalled && isFunction(declaration)
      ? [{ node: declaration, known: knownInCall(node.parent, declaration, checker) }]
      : [unknown(declaration)];
  });
}

const unknown = (node: ts.Node): Piece => ({ node, known: NOTHING_KNOWN });

const isPiece = (node: ts.Node): boolean =>
  isFunction(node) || isFunctionVariable(node) || isFileVariable(node) || isMember(node) || ts.isClassDeclaration(node);

const CLIENT = /\/node_modules\/@aws-sdk\/(client-[a-z0-9-]+)\//;

function commandOf(node: ts.NewExpression, checker: ts.TypeChecker): readonly Command[] {
  const made = checker.getTypeAtLocation(node).getSymbol();
  const client = CLIENT.exec(made?.declarations?.[0]?.getSourceFile().fileName ?? '')?.[1];
  const operation = /^(\w+)Command$/.exec(made?.name ?? '')?.[1];
  return client === undefined || operation === undefined ? [] : [{ client, operation, node }];
}
