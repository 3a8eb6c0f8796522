/** Traffic over connections that stay open, for as long as a test lasts. */
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';

export interface Load {
  /** `200 web:2`, in the order in which the answers came. */
  answers(): readonly string[];
  /** What was no answer of a task. */
  failures(): readonly string[];
  /** How many answers came of a revision. */
  seen(revision: string): number;
  stop(): Promise<void>;
}

const HANDS = 4;
/** Between two requests of a hand: enough traffic for a metric, and a machine that can do something else too. */
const PAUSE_MS = 10;

export function startLoad(port: number): Load {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: HANDS });
  const answers: string[] = [];
  const failures: string[] = [];
  let isOver = false;
  const ask = async (): Promise<void> => {
    const { statusCode, body } = await pool.request({ path: '/', method: 'GET' });
    const text = await body.text();
    const revision = /"revision":"([^"]+)"/.exec(text)?.[1];
    if (revision === undefined) failures.push(`${statusCode} ${text.slice(0, 200)}`);
    else answers.push(`${statusCode} ${revision}`);
  };
  const hand = async (): Promise<void> => {
    while (!isOver) {
      await ask().catch((cause: unknown) => failures.push(String(cause)));
      await pause(PAUSE_MS);
    }
  };
  const hands = Array.from({ length: HANDS }, hand);
  return {
    answers: () => answers,
    failures: () => failures,
    seen: (revision) => answers.filter((answer) => answer.endsWith(` ${revision}`)).length,
    async stop() {
      isOver = true;
      await Promise.all(hands);
      await pool.destroy();
    },
  };
}
