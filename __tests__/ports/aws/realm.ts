/**
 * Jest runs each file in a realm of its own, where the errors of Node's core (a connection that was refused) are not
 * `instanceof Error`; the SDK then wraps them and their code is lost. Here they are errors again, as in a real process.
 */
export function knowCoreErrors(): void {
  const usual = Function.prototype[Symbol.hasInstance];
  Object.defineProperty(Error, Symbol.hasInstance, {
    value(this: unknown, value: unknown): boolean {
      return this === Error ? isError(value) : usual.call(this as () => unknown, value);
    },
  });
}

function isError(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object Error]';
}
