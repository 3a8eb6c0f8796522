/**
 * What is known of a function's values in one of its calls: `source.kind` is `given`, where the argument's type says so.
 * Branches that it rules out are not followed.
 */
import ts from 'typescript';

/** Text of an expression to the literal that it equals. */
export type Known = ReadonlyMap<string, string>;

export const NOTHING_KNOWN: Known = new Map();

/** By the types of the arguments: members that are one literal, where the parameter allows several. */
export function knownInCall(
  call: ts.CallExpression,
  callee: ts.FunctionLikeDeclaration,
  checker: ts.TypeChecker,
): Known {
  const known = new Map<string, string>();
  for (const [at, { name }] of callee.parameters.entries()) {
    const argument = call.arguments[at];
    if (argument === undefined || !ts.isIdentifier(name)) continue;
    const type = checker.getTypeAtLocation(argument);
    if (!checker.getTypeAtLocation(name).isUnion() || type.isUnion()) continue;
    for (const member of type.getProperties()) {
      const value = checker.getTypeOfSymbol(member);
      if (value.isStringLiteral()) known.set(`${name.text}.${member.name}`, value.value);
    }
  }
  return known;
}

/** What is left of a node whose condition is known; null where it is not, or the node has none. */
export function leftOf(node: ts.Node, known: Known): readonly ts.Node[] | null {
  if (known.size === 0) return null;
  if (ts.isConditionalExpression(node)) {
    const holds = holdsOf(node.condition, known);
    return holds === null ? null : [holds ? node.whenTrue : node.whenFalse];
  }
  if (ts.isIfStatement(node)) {
    const holds = holdsOf(node.expression, known);
    if (holds === null) return null;
    return [holds ? node.thenStatement : node.elseStatement].filter((one) => one !== undefined);
  }
  return ts.isSwitchStatement(node) ? clausesLeft(node, known) : null;
}

/** A clause that falls through leads to the next one. */
function clausesLeft({ expression, caseBlock }: ts.SwitchStatement, known: Known): readonly ts.Node[] | null {
  const value = known.get(expression.getText());
  if (value === undefined) return null;
  const { clauses } = caseBlock;
  const own = clauses.findIndex((one) => ts.isCaseClause(one) && literalOf(one.expression) === value);
  const from = own === -1 ? clauses.findIndex(ts.isDefaultClause) : own;
  if (from === -1) return [];
  const to = clauses.findIndex((one, at) => at >= from && one.statements.some(leaves));
  return clauses.slice(from, to === -1 ? undefined : to + 1);
}

const leaves = (node: ts.Statement): boolean =>
  ts.isReturnStatement(node) || ts.isThrowStatement(node) || ts.isBreakStatement(node);

/** `source.kind === 'given'` and its opposite. */
function holdsOf(node: ts.Expression, known: Known): boolean | null {
  if (!ts.isBinaryExpression(node)) return null;
  const value = known.get(node.left.getText());
  const other = literalOf(node.right);
  if (value === undefined || other === null) return null;
  if (node.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken) return value === other;
  return node.operatorToken.kind === ts.SyntaxKind.ExclamationEqualsEqualsToken ? value !== other : null;
}

const literalOf = (node: ts.Expression): string | null => (ts.isStringLiteralLike(node) ? node.text : null);
