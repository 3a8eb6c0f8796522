/** Times and names as the page writes them. */

const two = (value: number): string => String(value).padStart(2, '0');

/** `0.5 s`, `12 s`, `3 min 05 s`, `1 h 02 min`. */
export function duration(ms: number): string {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 10) return `${(Math.floor(seconds * 10) / 10).toFixed(1)} s`;
  const whole = Math.floor(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${two(whole % 60)} s`;
  return `${Math.floor(whole / 3600)} h ${two(Math.floor((whole % 3600) / 60))} min`;
}

/** `06:20:31`, as AWS tells it: in UTC. */
export const clockTime = (at: number): string => new Date(at).toISOString().slice(11, 19);

/** `2026-11-24 06:20:31` */
export const dateTime = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

/** The part of an image reference that tells it apart: `web:v2`, `web@sha256:0123456`. */
export function shortImage(image: string): string {
  const name = image.slice(image.lastIndexOf('/') + 1);
  return name.replace(/@sha256:([0-9a-f]{7})[0-9a-f]*$/, '@$1');
}

/** The first eight of a task's 32 hex digits. */
export const shortId = (id: string): string => id.slice(0, 8);

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** Cut to a length that fits a line; the whole is in the title. */
export const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

export const percent = (weight: number | null | undefined): string =>
  weight === null || weight === undefined ? '–' : `${weight} %`;
