/** Values that stacks export to the others of the account and region. */
import { type Output } from '../template/template.ts';
import { type Stack } from '../../world/cloudformation.ts';
import { type World } from '../../world/world.ts';

export interface Exported {
  readonly name: string;
  readonly value: string;
  readonly stack: Stack;
}

export const exportsOf = ({ cloudformation }: World): Exported[] =>
  [...cloudformation.stacks.values()].flatMap((stack) =>
    stack.outputs.flatMap(({ exportName: name, value }) => (name === null ? [] : [{ name, value, stack }])),
  );

/** Remembers which exports were looked up. */
export class Exports extends Map<string, string> {
  readonly used = new Set<string>();

  constructor(world: World) {
    super(exportsOf(world).map(({ name, value }) => [name, value]));
  }

  override get(name: string): string | undefined {
    if (super.has(name)) this.used.add(name);
    return super.get(name);
  }
}

/** Stacks, others than `stack`, that import it. */
export const importersOf = ({ cloudformation }: World, exportName: string): Stack[] =>
  [...cloudformation.stacks.values()].filter(
    ({ imports, status }) => imports.has(exportName) && status !== 'DELETE_COMPLETE',
  );

/**
 * Why the stack's outputs cannot become these: an export in use that would change or go, or a name that another stack
 * exports. Null: they can.
 */
export function exportConflict(world: World, stack: Stack, outputs: readonly Output[]): string | null {
  const after = new Map(outputs.flatMap(({ exportName, value }) => (exportName === null ? [] : [[exportName, value]])));
  for (const { exportName, value } of stack.outputs) {
    if (exportName === null || after.get(exportName) === value) continue;
    const users = importersOf(world, exportName).map(({ name }) => name);
    if (users.length === 0) continue;
    const verb = after.has(exportName) ? 'updated' : 'deleted';
    return `Export ${exportName} cannot be ${verb} as it is in use by ${users.join(', ')}`;
  }
  const taken = exportsOf(world).find(({ name, stack: other }) => other !== stack && after.has(name));
  return taken ? `Export with name ${taken.name} is already exported by stack ${taken.stack.name}` : null;
}
