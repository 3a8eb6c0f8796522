// The sample that the examples deploy: three paths, no dependencies.
import { createServer } from 'node:http';
import { hostname } from 'node:os';

const { HOST = '127.0.0.1', PORT = '8080', VERSION = 'dev', REVISION = 'unknown', FAULT = '' } = process.env;

// FAULT breaks the sample on purpose, to rehearse what a deployment does then:
//   crash       ends with exit code 1 at the start
//   crash-late  the same, 90 s later (or after FAULT_AFTER_MS)
//   unhealthy   answers 503 to health checks
//   flaky       answers 500 to every second request, health checks excepted
const { FAULT_AFTER_MS = '90000' } = process.env;
let served = 0;

function crash() {
  console.error(`Error: FAULT is ${FAULT}, so this task crashes`);
  process.exit(1);
}

if (FAULT === 'crash') crash();
if (FAULT === 'crash-late') setTimeout(crash, Number(FAULT_AFTER_MS));

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
  if (path === '/health') return FAULT === 'unhealthy' ? [503, { status: 'FAULT' }] : [200, { status: 'ok' }];
  served += 1;
  if (FAULT === 'flaky' && served % 2 === 0) return [500, { error: 'FAULT is flaky' }];
  if (path === '/') return [200, { version: VERSION, revision: REVISION, hostname: hostname() }];
  if (path.startsWith('/primes/')) return primesAnswer(path.slice('/primes/'.length));
  return [404, { error: 'try /, /health or /primes/:n' }];
}

const server = createServer((request, response) => {
  const known = request.method === 'GET' || request.method === 'HEAD';
  const [status, body] = known ? answer(request.url.split('?', 1)[0]) : [405, { error: 'only GET and HEAD' }];
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(`${JSON.stringify(body)}\n`);
  if (status >= 500) console.error(`${request.method} ${request.url} ${status}`);
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
