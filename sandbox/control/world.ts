import { maskTexts } from '../cloudformation/stacks/secrets.ts';
import { type Sandbox } from '../operation.ts';
import { type Stack } from '../world/cloudformation.ts';

/**
 * The whole account as plain JSON: maps as objects by their keys, sets as lists. The world holds no credentials; what a
 * stack's NoEcho parameters brought into it is hidden in the stack itself.
 */
export function dumpWorld({ world, clock }: Sandbox): unknown {
  const { cloudformation, ...services } = world;
  const stacks = Object.fromEntries([...cloudformation.stacks].map(([id, stack]) => [id, plainStack(stack)]));
  return { now: clock.now(), ...(plain(services) as object), cloudformation: { stacks } };
}

/** Without its templates: GetTemplate has them. */
function plainStack(stack: Stack): unknown {
  const changeSets = [...stack.changeSets].map(([id, each]) => [id, without(each, ['launch'])] as const);
  const shown = without(stack, ['template', 'templateBody', 'changeSets', 'secrets']);
  return maskTexts(stack, plain({ ...shown, changeSets: new Map(changeSets) }));
}

const without = (from: object, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name)));

function plain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [String(key), plain(item)]));
  if (value instanceof Set) return [...value].map(plain);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}
