/** Keys of the step's state: what the main part of a run writes, and what its end does only where that was written. */
import ts from 'typescript';

export interface Guarded {
  readonly keys: readonly string[];
  readonly statements: readonly ts.Statement[];
}

/**
 * The key of `runner.saveState('key', value)`, or what stands in its place; null where the value is empty, which takes the
 * key away.
 */
export function savedKey({ expression, arguments: given }: ts.CallExpression): string | null {
  const [key, value] = given;
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'saveState') return null;
  const empties = value !== undefined && ts.isStringLiteral(value) && value.text === '';
  if (key === undefined || empties) return null;
  return ts.isStringLiteral(key) ? key.text : key.getText();
}

/** `if (runner.state('a') === '' && runner.state('b') === '') return;` guards all that follows it in its block. */
export function guardIn({ statements }: ts.Block): Guarded | null {
  for (const [at, statement] of statements.entries()) {
    if (!ts.isIfStatement(statement) || !ts.isReturnStatement(statement.thenStatement)) continue;
    const keys = emptyKeys(statement.expression);
    if (keys !== null) return { keys, statements: statements.slice(at + 1) };
  }
  return null;
}

function emptyKeys(node: ts.Expression): readonly string[] | null {
  if (!ts.isBinaryExpression(node)) return null;
  const { left, right, operatorToken } = node;
  if (operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) {
    const [one, other] = [emptyKeys(left), emptyKeys(right)];
    return one && other && [...one, ...other];
  }
  const isEqual = operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken;
  const isEmpty = ts.isStringLiteral(right) && right.text === '';
  if (!isEqual || !isEmpty || !ts.isCallExpression(left)) return null;
  const [key] = left.arguments;
  const isState = ts.isPropertyAccessExpression(left.expression) && left.expression.name.text === 'state';
  return isState && key !== undefined && ts.isStringLiteral(key) ? [key.text] : null;
}
