/**
 * Work whose start is costly: at most `limit` are starting at a time. Each gets a function that it calls once it has
 * started; it goes on beside the others from then on. Its end counts as its start where it never calls it.
 */
export function atMost(limit: number): (work: (started: () => void) => Promise<void>) => Promise<void> {
  const waiting: (() => void)[] = [];
  let starting = 0;
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else starting -= 1;
  };
  return async (work) => {
    if (starting < limit) starting += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    let left = false;
    const started = (): void => {
      if (!left) leave();
      left = true;
    };
    try {
      await work(started);
    } finally {
      started();
    }
  };
}
