/** What a node of a program is, for those who follow references. */
import ts from 'typescript';

export function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isMethodDeclaration(node)
  );
}

/** A variable's declaration whose value is a function, written there. */
export function isFunctionVariable(node: ts.Node): node is ts.VariableDeclaration & { initializer: ts.Expression } {
  return ts.isVariableDeclaration(node) && node.initializer !== undefined && isFunction(node.initializer);
}

/** A variable of a whole file: its value is made once, for all who read it. */
export function isFileVariable(node: ts.Node): node is ts.VariableDeclaration {
  return ts.isVariableDeclaration(node) && ts.isSourceFile(node.parent.parent.parent);
}

/** One member of an object that is written out. */
export type Member = ts.PropertyAssignment | ts.ShorthandPropertyAssignment | ts.MethodDeclaration;

export function isMember(node: ts.Node): node is Member {
  const isKind =
    ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node) || ts.isMethodDeclaration(node);
  return isKind && ts.isObjectLiteralExpression(node.parent);
}

/** As a member is declared by an interface or a type. */
export type Signature = ts.PropertySignature | ts.MethodSignature;

export function isSignature(node: ts.Node): node is Signature {
  return ts.isPropertySignature(node) || ts.isMethodSignature(node);
}

/** The function that encloses a node, by the name it is known by; the file's name where none does. */
export function nameAround(node: ts.Node): string {
  const inner = ts.findAncestor(node, (one) => nameOf(one) !== null);
  return (inner && nameOf(inner)) ?? node.getSourceFile().fileName;
}

function nameOf(node: ts.Node): string | null {
  const named = ts.isFunctionDeclaration(node) || isMember(node) || isFunctionVariable(node) || isFileVariable(node);
  return named && node.name !== undefined ? node.name.getText() : null;
}
