/** Brings what a task writes into the job's log, as it comes. */
import { stripVTControlCharacters } from 'node:util';
import { messageOf } from '../errors.ts';
import { AwsCallError, isTransient } from '../ports/aws/error.ts';
import { type LogsPort, type LogStream } from '../ports/aws/task-port.ts';
import { type Log } from '../ports/log.ts';
import { permissionFor } from '../report/permission.ts';
import { plain } from '../report/plain.ts';
import { type ContainerLog } from './log-stream.ts';

/** A page holds up to 10 000 events or 1 MB (Logs API: GetLogEvents). */
const PAGES_AT_ONCE = 10;
/** What a job's log can hold; the rest is in CloudWatch. */
const MOST_LINES = 50_000;
const LONGEST_LINE = 4_000;

export interface LogReader {
  /** Prints what has come since the last time. Never throws, never says the same trouble twice. */
  read(): Promise<void>;
}

interface Course {
  token: string | null;
  ended: boolean;
  lines: number;
}

export function logReader(logs: readonly ContainerLog[], port: LogsPort, log: Log): LogReader {
  const several = logs.length > 1;
  for (const { container, stream, why } of logs) {
    if (stream === null) log.info(`The log of container ${container} is not shown here: ${plain(why)}.`);
  }
  const readers = logs.flatMap(({ container, stream }) =>
    stream === null ? [] : [readerOf(stream, several ? `${container} | ` : '  | ', port, log)],
  );
  return {
    async read() {
      for (const read of readers) await read();
    },
  };
}

function readerOf(stream: LogStream, label: string, port: LogsPort, log: Log): () => Promise<void> {
  const course: Course = { token: null, ended: false, lines: 0 };
  const page = async (): Promise<boolean> => {
    const { messages, next } = await port.events(stream, course.token);
    await print(messages.slice(0, Math.max(0, MOST_LINES - course.lines)), label, log);
    course.lines += messages.length;
    const more = next !== null && next !== course.token;
    if (next !== null) course.token = next;
    if (course.lines < MOST_LINES) return more;
    log.info(`The rest of this log is in ${stream.group}, stream ${stream.stream}.`);
    course.ended = true;
    return false;
  };
  return async () => {
    try {
      for (let count = 0; !course.ended && count < PAGES_AT_ONCE && (await page()); count += 1);
    } catch (error) {
      course.ended = isOver(error, stream, log);
    }
  };
}

/** Text of a stranger: each event may hold several lines, and anything that a terminal or the runner would act on. */
async function print(messages: readonly string[], label: string, log: Log): Promise<void> {
  if (messages.length === 0) return;
  const lines = messages.flatMap((message) => message.split(/\r\n|\r|\n/)).map(clean);
  await log.quoted(() => {
    log.info(lines.map((line) => `${label}${line}`).join('\n'));
    return Promise.resolve();
  });
}

/** As it was indented, without colours and other control characters. */
function clean(line: string): string {
  const text = stripVTControlCharacters(line.slice(0, LONGEST_LINE)).toWellFormed();
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu, ' ').trimEnd();
}

/** Whether this log is given up. A stream that is not there yet is made when the container starts. */
function isOver(error: unknown, { group, stream }: LogStream, log: Log): boolean {
  if (isTransient(error) || (error instanceof AwsCallError && error.kind === 'missing')) return false;
  const repair = error instanceof AwsCallError && error.kind === 'denied' ? ` ${permissionFor(error)}` : '';
  log.warning(plain(`The log of the task (${group}, ${stream}) could not be read: ${messageOf(error)}.${repair}`));
  return true;
}
