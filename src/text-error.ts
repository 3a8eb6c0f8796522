/** A place in a text file, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A text that is not what it should be. `reason` never quotes the text: it may hold what must not be shown. */
export class TextError extends Error {
  override readonly name = 'TextError';
  readonly reason: string;
  readonly position: Position;
  constructor(reason: string, position: Position) {
    super(`line ${position.line}, column ${position.column}: ${reason}`);
    this.reason = reason;
    this.position = position;
  }
}

export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
