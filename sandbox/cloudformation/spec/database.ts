import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import {
  type Property,
  type PropertyType,
  type Resource,
  type SpecDatabase,
  type TypeDefinition,
} from '@aws-cdk/service-spec-types';

export type { Property, PropertyType, Resource };

let database: SpecDatabase | undefined;
const known = new Map<string, Resource | null>();

/** Takes a third of a second, at the first use. */
const loaded = (): SpecDatabase => (database ??= loadAwsServiceSpecSync());

/** CloudFormation's resource specification of a type, as the AWS CDK publishes it; null for a type that it does not know. */
export function resourceOf(type: string): Resource | null {
  const before = known.get(type);
  if (before !== undefined) return before;
  const found = loaded().lookup('resource', 'cloudFormationType', 'equals', type)[0] ?? null;
  known.set(type, found);
  return found;
}

/** A property type's own properties. */
export function definitionOf(type: Extract<PropertyType, { type: 'ref' }>): TypeDefinition {
  return loaded().get('typeDefinition', type.reference.$ref);
}

/** A member of its own. */
export const propertyOf = (properties: Readonly<Record<string, Property>>, name: string): Property | undefined =>
  Object.hasOwn(properties, name) ? properties[name] : undefined;
