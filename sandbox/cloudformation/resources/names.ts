import { type ResourceContext } from './handler.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const RANDOM_LENGTH = 12;

/** Load balancers and target groups: `my-st-Targe-ABCDEFGHIJKL`, whatever room is left. */
export const BALANCER_NAME_LIMIT = 32;
const BALANCER_PART = 5;

/**
 * The name of a resource that the template does not name: `stack-Logical-RANDOM12`, of at most `limit` characters. Where
 * that is too long, stack and logical id are cut to equal shares, as CloudFormation does; how it shares out the room
 * exactly is not documented.
 */
export function generatedName(context: ResourceContext, limit = 255, lowerCase = false): string {
  const { stackName, logicalId, sandbox } = context;
  const random = Array.from({ length: RANDOM_LENGTH }, () =>
    LETTERS.charAt(Math.floor(sandbox.random() * LETTERS.length)),
  ).join('');
  const [stack, logical] = shares(stackName, logicalId, limit);
  const name = `${stack}-${logical}-${random}`;
  return lowerCase ? name.toLowerCase() : name;
}

function shares(stackName: string, logicalId: string, limit: number): readonly [string, string] {
  if (limit <= BALANCER_NAME_LIMIT) return [cut(stackName, BALANCER_PART), cut(logicalId, BALANCER_PART)];
  const room = limit - RANDOM_LENGTH - 2;
  if (stackName.length + logicalId.length <= room) return [stackName, logicalId];
  const half = Math.floor(room / 2);
  const stack = cut(stackName, Math.max(half, room - logicalId.length));
  return [stack, cut(logicalId, room - stack.length)];
}

/** A cut that leaves no hyphen at the end, which the next one would double. */
function cut(text: string, length: number): string {
  let end = Math.min(text.length, length);
  while (end > 1 && text.charAt(end - 1) === '-') end -= 1;
  return text.slice(0, end);
}
