import ts from 'typescript';

/** What a name stands for, behind imports, `import()` and patterns; nothing where it is only given there. */
export function symbolAt(node: ts.Node, checker: ts.TypeChecker): ts.Symbol | undefined {
  const symbol = ownSymbol(node, checker);
  return symbol && (symbol.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(symbol) : symbol;
}

function ownSymbol(node: ts.Node, checker: ts.TypeChecker): ts.Symbol | undefined {
  if (ts.isShorthandPropertyAssignment(node)) return checker.getShorthandAssignmentValueSymbol(node);
  if (ts.isBindingElement(node)) return boundSymbol(node, checker);
  const isGiven = ts.isIdentifier(node) && 'name' in node.parent && node.parent.name === node;
  if (isGiven && !ts.isPropertyAccessExpression(node.parent)) return undefined;
  return ts.isIdentifier(node) ? checker.getSymbolAtLocation(node) : undefined;
}

/** `const { read } = ports`: the member of what stands on the right. */
function boundSymbol(node: ts.BindingElement, checker: ts.TypeChecker): ts.Symbol | undefined {
  if (!ts.isObjectBindingPattern(node.parent)) return undefined;
  const name = node.propertyName ?? node.name;
  return ts.isIdentifier(name)
    ? checker.getPropertyOfType(checker.getTypeAtLocation(node.parent), name.text)
    : undefined;
}
