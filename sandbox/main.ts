/** `npm run sandbox`: an emulated AWS account on this machine. */
import { type RunningSandbox, startSandbox } from './server.ts';
import { parseArguments, usage } from './arguments.ts';

const parsed = parseArguments(process.argv.slice(2));
if (parsed.kind === 'options') await run(parsed.options);
else if (parsed.kind === 'help') console.log(usage);
else {
  console.error(`${parsed.message}\n\n${usage}`);
  process.exitCode = 2;
}

async function run(options: Parameters<typeof startSandbox>[0]): Promise<void> {
  try {
    const running = await startSandbox({
      ...options,
      log: (line) => {
        console.error(line);
      },
    });
    console.log(greeting(running));
    stopOn(running);
  } catch (cause) {
    console.error(startFault(cause, options?.port ?? 0));
    process.exitCode = 1;
  }
}

function startFault(cause: unknown, port: number): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE') {
    return `Port ${port} on 127.0.0.1 is in use, so the sandbox cannot start there. Give another with --port, or 0 for a free one.`;
  }
  if (code === 'EACCES') return `Port ${port} may not be used by this user. Give one above 1023 with --port.`;
  return `The sandbox did not start: ${cause instanceof Error ? cause.message : String(cause)}`;
}

function greeting({ url, sandbox }: RunningSandbox): string {
  const { account, region } = sandbox.world;
  return [
    `Emulated AWS account ${account} in ${region} on ${url}`,
    '',
    `export AWS_ENDPOINT_URL=${url}`,
    `export AWS_REGION=${region}`,
    'export AWS_ACCESS_KEY_ID=test',
    'export AWS_SECRET_ACCESS_KEY=test',
    '',
    'Stop it with Ctrl+C.',
  ].join('\n');
}

function stopOn(running: RunningSandbox): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    running.close().then(
      () => process.exit(0),
      (cause: unknown) => {
        console.error(`The sandbox did not stop cleanly: ${String(cause)}`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
