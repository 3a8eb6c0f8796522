import { type Statement } from './policy.ts';

/** Action to the first statement that allows it, as `ReadPolicy.ReadService`. */
export function allowedBy(statements: readonly Statement[]): ReadonlyMap<string, string> {
  const allowed = new Map<string, string>();
  for (const { policy, sid, actions } of statements) {
    for (const action of actions) if (!allowed.has(action)) allowed.set(action, `${policy}.${sid}`);
  }
  return allowed;
}
