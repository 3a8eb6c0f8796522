/** What begins with a revision or a word of AWS stays as it is. */
const BEGINNING = /^(?:the|deployment|production)(?= )/;

/** A clause as a sentence. */
export function sentence(clause: string): string {
  return clause.replace(BEGINNING, (word) => word.charAt(0).toUpperCase() + word.slice(1)).replace(/\.?$/, '.');
}
