/** All that decides the command line of a build. Paths are absolute. */
export interface BuildCall {
  readonly buildx: boolean;
  readonly context: string;
  readonly file: string;
  readonly target: string | null;
  readonly buildArgs: ReadonlyMap<string, string>;
  /** Full references: `repository-uri:tag`. */
  readonly references: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
}

/**
 * Names that command the Docker client itself when they stand in its environment. Only for these does the value of a
 * build argument go onto the command line.
 */
const CLIENT =
  /^(?:PATH|PATHEXT|HOME|USERPROFILE|SYSTEMROOT|TMPDIR|TMP|TEMP|SSH_AUTH_SOCK|DOCKER_.*|BUILDX_.*|BUILDKIT_(?:HOST|PROGRESS|COLORS|NO_.*)|(?:HTTP|HTTPS|NO|ALL|FTP)_PROXY|LD_.*|DYLD_.*|GODEBUG|SSL_CERT_.*)$/i;

/** Docker's arguments for a build that leaves the image in the engine. Values of build arguments are not in them. */
export function buildArguments(call: BuildCall): string[] {
  return [
    ...(call.buildx ? ['buildx', 'build', '--load', '--progress', 'plain'] : ['build']),
    '--file',
    call.file,
    ...(call.target === null ? [] : ['--target', call.target]),
    ...[...call.buildArgs].flatMap(([name, value]) => ['--build-arg', CLIENT.test(name) ? `${name}=${value}` : name]),
    ...[...call.labels].flatMap(([name, value]) => ['--label', `${name}=${value}`]),
    ...call.references.flatMap((reference) => ['--tag', reference]),
    call.context,
  ];
}

/** What the build's process gets beside the job's environment: the values of the build arguments. */
export function buildEnvironment(call: BuildCall): Record<string, string> {
  const values = [...call.buildArgs].filter(([name]) => !CLIENT.test(name));
  return {
    ...Object.fromEntries(values),
    // One manifest under the digest, not an index with an attestation beside it.
    BUILDX_NO_DEFAULT_ATTESTATIONS: '1',
  };
}

/** The command line as it may be shown: without the values of build arguments. */
export function shownCommand(args: readonly string[]): string {
  const shown = args.map((arg, index) => (args[index - 1] === '--build-arg' ? arg.replace(/=[\s\S]*$/, '=***') : arg));
  return ['docker', ...shown].map((arg) => (/^[\w./:=@,*+-]+$/.test(arg) ? arg : JSON.stringify(arg))).join(' ');
}

/** OCI image labels: annotations spec, `org.opencontainers.image.source` and `.revision`. */
export function sourceLabels(context: {
  readonly serverUrl: string;
  readonly repository: string;
  readonly sha: string;
}): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  if (context.repository !== '') {
    labels.set('org.opencontainers.image.source', `${context.serverUrl}/${context.repository}`);
  }
  if (context.sha !== '') labels.set('org.opencontainers.image.revision', context.sha);
  return labels;
}
