import { changesOf } from '../../sandbox/cloudformation/spec/effects.ts';

/** Whether a change of the property gives the resource another identity, or may. */
export function isReplacedBy(type: string, property: string): boolean {
  return changesOf(type, { [property]: 'a' }, { [property]: 'b' }).some(({ effect }) => effect !== 'update');
}
