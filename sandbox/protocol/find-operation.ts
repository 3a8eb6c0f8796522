import { AwsError, type Operation } from '../operation.ts';
import { type Service, type ServiceName } from './services.ts';

export type Operations = Readonly<Record<ServiceName, Readonly<Record<string, Operation>>>>;

/** The operation, or an error that says what this sandbox does emulate of the service. */
export function findOperation(operations: Operations, service: Service, name: string): Operation {
  const known = operations[service.name];
  const found = Object.hasOwn(known, name) ? known[name] : undefined;
  if (found) return found;
  throw new AwsError(
    service.protocol === 'query' ? 'InvalidAction' : 'UnknownOperationException',
    `This sandbox does not emulate ${service.iamPrefix}:${name.slice(0, 100)}. Of this service it emulates: ` +
      `${Object.keys(known).sort().join(', ')}. Each is a file in sandbox/operations/${service.name}/.`,
  );
}
