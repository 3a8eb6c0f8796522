/** Which code stands behind the members of interfaces: a call of a port's method leads to all that implement it. */
import ts from 'typescript';
import { type Program } from './program.ts';
import { isMember, isSignature, type Member, type Signature } from './syntax.ts';

export interface Members {
  /** Whether a member is reached by the interface that declares it, and not with the object that holds it. */
  isApart(member: Member): boolean;
  /**
   * What implements a member. Where an object is written for one interface and used as another, nothing does by its
   * declaration: all of the same name may then.
   */
  behind(signature: Signature): readonly Member[];
}

export function indexMembers({ checker, files }: Program): Members {
  const behind = new Map<ts.Node, Member[]>();
  const named = new Map<string, Member[]>();
  const apart = new Set<Member>();
  const visit = (node: ts.Node): void => {
    const signatures = isMember(node) && isCallable(checker, node) ? signaturesOf(checker, node, files) : [];
    if (isMember(node) && signatures.length > 0) {
      for (const signature of signatures) add(behind, signature, node);
      add(named, nameOf(node), node);
      apart.add(node);
    }
    ts.forEachChild(node, visit);
  };
  files.forEach(visit);
  return {
    isApart: (member) => apart.has(member),
    behind: (signature) =>
      behind.get(signature) ?? (isCallable(checker, signature) ? named.get(nameOf(signature)) : undefined) ?? [],
  };
}

function add<Key>(map: Map<Key, Member[]>, key: Key, member: Member): void {
  map.set(key, [...(map.get(key) ?? []), member]);
}

function isCallable(checker: ts.TypeChecker, { name }: Member | Signature): boolean {
  return checker.getNonNullableType(checker.getTypeAtLocation(name)).getCallSignatures().length > 0;
}

/** What the object has to be, where it stands, tells which declarations its member answers to. */
function signaturesOf(checker: ts.TypeChecker, member: Member, files: readonly ts.SourceFile[]): readonly Signature[] {
  if (!ts.isObjectLiteralExpression(member.parent)) return [];
  const wanted = checker.getContextualType(member.parent);
  if (wanted === undefined) return [];
  const types = wanted.isUnionOrIntersection() ? wanted.types : [wanted];
  return types
    .flatMap((type) => checker.getPropertyOfType(type, nameOf(member))?.declarations ?? [])
    .filter(isSignature)
    .filter((signature) => files.includes(signature.getSourceFile()));
}

function nameOf({ name }: Member | Signature): string {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : name.getText();
}
