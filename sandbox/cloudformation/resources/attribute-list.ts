import { type Json, type JsonObject } from '../../json.ts';
import { objectsOf, stringOf } from './members.ts';

interface Attribute {
  readonly Key: string;
  readonly Value: string;
}

/** LoadBalancerAttributes or TargetGroupAttributes of a template, as the API takes them. */
export const attributesOf = (value: Json | undefined): readonly Attribute[] =>
  objectsOf(value).map((item) => ({ Key: stringOf(item, 'Key') ?? '', Value: stringOf(item, 'Value') ?? '' }));

/** What an update sends: all that the template has, and AWS's default for those that it no longer has. */
export function attributesAfter(
  after: Json | undefined,
  before: Json | undefined,
  defaults: readonly Attribute[],
): JsonObject[] {
  const now = attributesOf(after);
  const gone = attributesOf(before).filter(({ Key }) => now.every((each) => each.Key !== Key));
  const restored = defaults.filter(({ Key }) => gone.some((each) => each.Key === Key));
  return [...now, ...restored].map(({ Key, Value }) => ({ Key, Value }));
}
