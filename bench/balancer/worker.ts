/** A child process of the bench's own that answers questions one at a time. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** User and system time of all threads, in seconds. */
export const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

export class Worker<Question extends object, Answer> {
  private readonly child: ChildProcess;
  private readonly ended: Promise<never>;

  /** `file`: the module that it runs, beside this one; `execArgv`: what Node.js is given. */
  constructor(file: string, execArgv: readonly string[] = []) {
    const stdio = ['ignore', 'inherit', 'inherit', 'ipc'] as const;
    this.child = fork(new URL(file, import.meta.url), { stdio: [...stdio], execArgv: [...execArgv] });
    this.ended = once(this.child, 'exit').then(() => {
      throw new Error('A process that the bench had started ended by itself; what it said stands above.');
    });
    // Whoever asks next is told.
    this.ended.catch(() => undefined);
  }

  /** Rejects when the process has ended. */
  async ask(question: Question): Promise<Answer> {
    const answered = new Promise<Answer>((resolve) => {
      this.child.once('message', (answer) => {
        resolve(answer as Answer); // what its side of `serve` sends
      });
    });
    this.child.send(question);
    return Promise.race([answered, this.ended]);
  }

  async stop(): Promise<void> {
    this.child.kill();
    await this.ended.catch(() => undefined);
  }
}

/** The child's side: `answer` gets what `ask` sent. */
export function serve(answer: (question: unknown) => object | Promise<object>): void {
  process.on('message', (question) => {
    void Promise.resolve(answer(question)).then((said) => process.send?.(said));
  });
  process.on('disconnect', () => process.exit());
}
