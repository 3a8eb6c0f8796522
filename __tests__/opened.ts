/** What one `work` gets from a function that puts it up and takes it down, kept up for several tests. */
export interface Opened<T> {
  readonly value: T;
  /** Takes it down; rejects with what went wrong there. */
  close(): Promise<void>;
}

export function opened<T>(during: (work: (value: T) => Promise<void>) => Promise<void>): Promise<Opened<T>> {
  const end = Promise.withResolvers<undefined>();
  const up = Promise.withResolvers<Opened<T>>();
  const whole = during(async (value) => {
    up.resolve({
      value,
      close: () => {
        end.resolve(undefined);
        return whole;
      },
    });
    await end.promise;
  });
  whole.catch(up.reject);
  return up.promise;
}
