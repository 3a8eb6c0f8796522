import { type ServerResponse } from 'node:http';

/** An error in the registry protocol's form: `{"errors":[{"code","message"}]}`. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

export const refusal = (status: number, code: string, message: string): Refusal => ({ status, code, message });

/** Ends the connection too: what the client may still be sending is not read. */
export function refuse(response: ServerResponse, { status, code, message }: Refusal, realm: string): void {
  const body = JSON.stringify({ errors: [{ code, message }] });
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'docker-distribution-api-version': 'registry/2.0',
    connection: 'close',
    ...(status === 401 && { 'www-authenticate': `Basic realm="${realm}",service="ecr.amazonaws.com"` }),
  });
  response.end(body);
}
