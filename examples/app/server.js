// The sample that the examples deploy: three paths, no dependencies.
import { createServer } from 'node:http';
import { hostname } from 'node:os';

const { HOST = '127.0.0.1', PORT = '8080', VERSION = 'dev', REVISION = 'unknown' } = process.env;

/** The largest n of /primes/:n. */
const LIMIT = 100_000;

/** The primes up to and including n. */
function primes(n) {
  const composite = new Uint8Array(n + 1);
  const found = [];
  for (let number = 2; number <= n; number++) {
    if (composite[number]) continue;
    found.push(number);
    for (let multiple = number * number; multiple <= n; multiple += number) composite[multiple] = 1;
  }
  return found;
}

function primesAnswer(text) {
  const n = /^\d{1,9}$/.test(text) ? Number(text) : Infinity;
  if (n > LIMIT) return [400, { error: `/primes/:n takes a whole number from 0 to ${LIMIT}` }];
  return [200, { n, primes: primes(n) }];
}

/** Status and JSON body for a path. */
function answer(path) {
  if (path === '/') return [200, { version: VERSION, revision: REVISION, hostname: hostname() }];
  if (path === '/health') return [200, { status: 'ok' }];
  if (path.startsWith('/primes/')) return primesAnswer(path.slice('/primes/'.length));
  return [404, { error: 'try /, /health or /primes/:n' }];
}

const server = createServer((request, response) => {
  const known = request.method === 'GET' || request.method === 'HEAD';
  const [status, body] = known ? answer(request.url.split('?', 1)[0]) : [405, { error: 'only GET and HEAD' }];
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(`${JSON.stringify(body)}\n`);
});

server.listen(Number(PORT), HOST, () => {
  console.log(`version ${VERSION} listens on ${HOST}:${server.address().port}`);
});

// ECS stops a task with SIGTERM: requests in hand are still answered, new ones go to the other task set.
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  });
}
