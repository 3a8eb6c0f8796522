import { plain } from '../report/plain.ts';

const MOST_LINES = 20;
/** An annotation that is much longer is cut by GitHub, from its end. */
const MOST_CHARACTERS = 1_500;

/** The last lines of a command's output, for the message that it failed. */
export class Tail {
  private readonly lines: string[] = [];

  add(line: string): void {
    const text = plain(line.slice(0, MOST_CHARACTERS));
    if (text === '') return;
    this.lines.push(text);
    if (this.lines.length > MOST_LINES) this.lines.shift();
  }

  /** As the end of a sentence: the lines on one line, the latest in any case. Empty where there is none. */
  words(): string {
    const kept: string[] = [];
    let left = MOST_CHARACTERS;
    for (const line of this.lines.toReversed()) {
      left -= line.length;
      if (left < 0 && kept.length > 0) break;
      kept.unshift(line);
    }
    if (kept.length === 0) return ', and printed nothing';
    return `; the last it printed: ${kept.join(' | ')}`;
  }
}
