/** `npm run sandbox`: an emulated AWS account on this machine. */
import { type RunningSandbox, startSandbox } from './server.ts';
import { parseArguments, usage } from './arguments.ts';

/** After a signal a start that hangs is not waited for longer than this. */
const LONGEST_START_MS = 5_000;

const parsed = parseArguments(process.argv.slice(2));
if (parsed.kind === 'options') await run(parsed.options);
else if (parsed.kind === 'help') console.log(usage);
else {
  console.error(`${parsed.message}\n\n${usage}`);
  process.exitCode = 2;
}

/** Signals are heard before anything is started, so that nothing is left behind however early they come. */
async function run(options: Parameters<typeof startSandbox>[0]): Promise<void> {
  const stop = stopSignal();
  let starting = true;
  void stop.wanted.then(() => {
    // What has been started by then is cleaned up as the process exits.
    if (starting) setTimeout(() => process.exit(0), LONGEST_START_MS).unref();
  });
  let running: RunningSandbox;
  try {
    running = await startSandbox({
      ...options,
      log: (line) => {
        console.error(line);
      },
    });
  } catch (cause) {
    // Ctrl+C reaches what is being started as well: that it failed then is no fault.
    if (stop.asked()) process.exit(0);
    console.error(startFault(cause, options?.port ?? 0));
    process.exitCode = 1;
    return;
  }
  starting = false;
  if (!stop.asked()) console.log(greeting(running));
  await stop.wanted;
  try {
    await running.close();
    process.exit(0);
  } catch (cause) {
    console.error(`The sandbox did not stop cleanly: ${String(cause)}`);
    process.exit(1);
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
    // Version 1 of the AWS CLI and boto3 look at this one alone.
    `export AWS_DEFAULT_REGION=${region}`,
    'export AWS_ACCESS_KEY_ID=test',
    'export AWS_SECRET_ACCESS_KEY=test',
    '',
    'Stop it with Ctrl+C.',
  ].join('\n');
}

/** The first signal asks for an orderly end, a second one ends at once. */
function stopSignal(): { readonly wanted: Promise<void>; asked(): boolean } {
  let asked = false;
  const wanted = new Promise<void>((resolve) => {
    const stop = (): void => {
      if (asked) process.exit(130);
      asked = true;
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  });
  return { wanted, asked: () => asked };
}
