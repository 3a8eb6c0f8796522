import { type Place } from './place.ts';

/** A command of the AWS CLI to copy from a message: every word quoted where a shell would read it otherwise. */
export function awsCommand(place: Pick<Place, 'region'>, ...words: readonly string[]): string {
  return ['aws', ...words, '--region', place.region].map(quote).join(' ');
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Foreign text for a message: on one line, and no longer than `limit` characters. */
export function oneLine(text: string, limit = 600): string {
  // eslint-disable-next-line no-control-regex -- control characters are exactly what must not get into a log
  const line = text.replaceAll(/[\s\u0000-\u001f\u007f]+/g, ' ').trim();
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
}
