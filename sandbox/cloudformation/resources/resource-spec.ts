/** What CloudFormation's own resource specification says of a type. */
import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import {
  type PropertyType,
  type Resource,
  type ResourceProperties,
  type SpecDatabase,
} from '@aws-cdk/service-spec-types';

let database: SpecDatabase | undefined;

/** Read once, at the first use: it takes a third of a second. */
const specification = (): SpecDatabase => (database ??= loadAwsServiceSpecSync());

/** undefined for a type that CloudFormation does not know. */
export const resourceSpec = (type: string): Resource | undefined =>
  specification().lookup('resource', 'cloudFormationType', 'equals', type).at(0);

/** The members of a structure that a property's type refers to. */
export function membersOf(type: PropertyType): ResourceProperties | null {
  return type.type === 'ref' ? specification().get('typeDefinition', type.reference.$ref).properties : null;
}
