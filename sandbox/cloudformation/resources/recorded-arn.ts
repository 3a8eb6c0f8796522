import { type Resource } from '../spec/database.ts';
import { uuid } from '../../ids.ts';
import { type JsonObject } from '../../json.ts';
import { type Sandbox } from '../../operation.ts';
import { stringOf } from './members.ts';

interface Names {
  readonly name: string;
  /** The name again, where the service gives no id of its own. */
  readonly id: string;
}

/** `arn:${Partition}:sns:${Region}:${Account}:${TopicName}` of the specification, filled in for a resource of that name. */
export function arnOf(spec: Resource, { name, id }: Names, properties: JsonObject, { world, random }: Sandbox): string {
  const { partition, region, account } = world;
  const service = spec.cloudFormationType.split('::')[1]?.toLowerCase() ?? '';
  const template =
    spec.arnTemplate ?? `arn:\${Partition}:${service}:\${Region}:\${Account}:${spec.name.toLowerCase()}/\${Name}`;
  const fixed: Readonly<Record<string, string>> = { Partition: partition, Region: region, Account: account };
  return template.replaceAll(/\$\{(\w+)\}/g, (_, variable: string) => {
    if (Object.hasOwn(fixed, variable)) return fixed[variable] ?? '';
    if (variable.endsWith('WithPath')) return `${stringOf(properties, 'Path') ?? '/'}${name}`.slice(1);
    if (variable.endsWith('WithoutLeadingSlash')) return name.startsWith('/') ? name.slice(1) : name;
    const given = stringOf(properties, variable);
    if (given !== undefined) return given;
    // A service's own number for what has a name besides: a rule of notifications, a certificate.
    if (!variable.endsWith('Id')) return name.replace(/^alias\//, '');
    const isNumbered = spec.primaryIdentifier?.some((each) => each.endsWith('Arn')) === true;
    return isNumbered ? uuid(random) : id;
  });
}
