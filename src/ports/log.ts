/** Where a run tells what it does. Text is plain: the edge escapes what the runner would read as a command. */
export interface Log {
  info(text: string): void;
  /** Only shown when the runner's step debugging is on. */
  debug(text: string): void;
  /** A line, and an annotation on the run. */
  warning(text: string): void;
  error(text: string): void;
  /** Folds the lines that `work` writes under one heading. */
  group<T>(heading: string, work: () => Promise<T>): Promise<T>;
  /** Text that the runner prints as `***` from now on. Call it before the text can appear anywhere. */
  mask(secret: string): void;
  /** Runs `work` with workflow commands switched off: what child processes print cannot command the runner. */
  quoted<T>(work: () => Promise<T>): Promise<T>;
}
