/** A piece of Fn::Sub's text: as it is, or a `${Name}`. */
export type SubPiece = { readonly text: string } | { readonly name: string };

/** `${!Name}` is the text `${Name}`. A `$` or `{` alone is text. null where a name has characters that none may have. */
export function subPieces(text: string): readonly SubPiece[] | null {
  const pieces: SubPiece[] = [];
  let from = 0;
  for (let open = text.indexOf('${'); open >= 0; open = text.indexOf('${', from)) {
    const close = text.indexOf('}', open);
    if (close < 0) break;
    if (open > from) pieces.push({ text: text.slice(from, open) });
    const name = text.slice(open + 2, close);
    if (name.startsWith('!')) pieces.push({ text: `\${${name.slice(1)}}` });
    else if (/^\s*[A-Za-z0-9_.:]+\s*$/.test(name)) pieces.push({ name: name.trim() });
    else return null;
    from = close + 1;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}
