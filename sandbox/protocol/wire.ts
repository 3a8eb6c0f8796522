/** How one request was spoken, and so how it is answered. */
import { type Service } from './services.ts';

export interface Wire {
  readonly protocol: 'json' | 'query' | 'cbor';
  /** Of AWS JSON: 1.1 where it is not given. */
  readonly jsonVersion?: '1.0' | '1.1';
  /** Of Query answers. */
  readonly namespace?: string;
  /** Where the service once spoke Query only: its codes of then, by the errors' modelled names. */
  readonly queryCodes?: ReadonlyMap<string, string>;
}

/** Services that kept their Query codes go on sending them, in a header of their own where the protocol is another. */
const codesOf = (service: Service): Pick<Wire, 'queryCodes'> =>
  service.protocol === 'query-compatible' ? { queryCodes: service.queryCodes } : {};

export const jsonWire = (service: Service, contentType: string): Wire => ({
  protocol: 'json',
  jsonVersion: contentType.startsWith('application/x-amz-json-1.0') ? '1.0' : '1.1',
  ...codesOf(service),
});

export const queryWire = (service: Service): Wire => ({
  protocol: 'query',
  ...(service.protocol !== 'json' && { namespace: service.namespace }),
  ...codesOf(service),
});

export const cborWire = (service: Service): Wire => ({ protocol: 'cbor', ...codesOf(service) });
