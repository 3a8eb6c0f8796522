import { type BuildOptions } from '../inputs/types.ts';

/** All that decides the command line of a build. Paths are absolute. */
export interface BuildCall extends Omit<BuildOptions, 'existingImage'> {
  /** With buildx the build pushes too, and writes `metadataFile`. Without it the image stays in the engine. */
  readonly buildx: boolean;
  /** A folder, or what Docker fetches. */
  readonly context: string;
  /** null: the Dockerfile of a remote context. */
  readonly file: string | null;
  readonly target: string | null;
  readonly buildArgs: ReadonlyMap<string, string>;
  /** Full references: `repository-uri:tag`. */
  readonly references: readonly string[];
  readonly metadataFile: string;
}

/** Names under which build secrets stand in the environment of the build. */
const SECRET = 'ECS_BLUE_GREEN_SECRET_';

/**
 * Names that command the Docker client itself when they stand in its environment, or that a build secret has there.
 * Only for these does the value of a build argument go onto the command line.
 */
const CLIENT =
  /^(?:PATH|PATHEXT|HOME|USERPROFILE|SYSTEMROOT|TMPDIR|TMP|TEMP|SSH_AUTH_SOCK|DOCKER_.*|BUILDX_.*|BUILDKIT_(?:HOST|PROGRESS|COLORS|NO_.*)|ECS_BLUE_GREEN_SECRET_.*|(?:HTTP|HTTPS|NO|ALL|FTP)_PROXY|LD_.*|DYLD_.*|GODEBUG|SSL_CERT_.*)$/i;

/** Docker's arguments for a build. Values of build arguments and of secrets are not in them. */
export function buildArguments(call: BuildCall): string[] {
  return [
    ...(call.buildx ? buildxArguments(call) : ['build']),
    ...(call.file === null ? [] : ['--file', call.file]),
    ...(call.target === null ? [] : ['--target', call.target]),
    ...each('--build-arg', call.buildArgs, ([name, value]) => (CLIENT.test(name) ? `${name}=${value}` : name)),
    ...each('--label', call.labels, ([name, value]) => `${name}=${value}`),
    ...(call.platforms.length === 0 ? [] : ['--platform', call.platforms.join(',')]),
    ...(call.pull ? ['--pull'] : []),
    ...(call.noCache ? ['--no-cache'] : []),
    ...(call.network === null ? [] : ['--network', call.network]),
    ...call.references.flatMap((reference) => ['--tag', reference]),
    call.context,
  ];
}

/** What only buildx knows. */
function buildxArguments(call: BuildCall): string[] {
  return [
    ...['buildx', 'build'],
    ...(call.builder === null ? [] : ['--builder', call.builder]),
    ...['--push', '--progress', 'plain', '--metadata-file', call.metadataFile],
    // With attestations, which buildx adds unasked, the digest is that of an index and new at every build.
    `--provenance=${call.provenance ?? 'false'}`,
    `--sbom=${call.sbom ?? 'false'}`,
    ...[...call.buildSecrets.keys()].flatMap((id, index) => ['--secret', `id=${id},env=${SECRET}${index}`]),
    ...each('--secret', call.secretFiles, ([id, path]) => `id=${id},${csv(`src=${path}`)}`),
    ...call.cacheFrom.flatMap((cache) => ['--cache-from', cache]),
    ...call.cacheTo.flatMap((cache) => ['--cache-to', cache]),
    ...each('--build-context', call.buildContexts, ([name, value]) => `${name}=${value}`),
    ...call.ssh.flatMap((key) => ['--ssh', key]),
  ];
}

type Entry = readonly [name: string, value: string];

function each(option: string, map: ReadonlyMap<string, string>, text: (entry: Entry) => string): string[] {
  return [...map].flatMap((entry) => [option, text(entry)]);
}

/** One field of an option that is read as comma-separated values. */
function csv(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** What the build's process gets beside the job's environment: the values of build arguments and of secrets. */
export function buildEnvironment(call: BuildCall): Record<string, string> {
  const values = [...call.buildArgs].filter(([name]) => !CLIENT.test(name));
  const secrets = [...call.buildSecrets.values()].map((value, index) => [`${SECRET}${index}`, value] as const);
  return Object.fromEntries([...values, ...secrets]);
}

/** Attributes of caches that hold credentials: `secret_access_key=…`, `token=…`. */
const CREDENTIAL = /((?:^|,)[^=,]*(?:secret|token|password|access_key|account_key)[^=,]*=)[^,]*/gi;

/** The command line as it may be shown: without values of build arguments and without credentials in caches and URLs. */
export function shownCommand(args: readonly string[]): string {
  const shown = args.map((arg, index) => shownArgument(arg, args[index - 1] ?? ''));
  return ['docker', ...shown].map((arg) => (/^[\w./:=@,*+-]+$/.test(arg) ? arg : JSON.stringify(arg))).join(' ');
}

function shownArgument(arg: string, before: string): string {
  if (before === '--build-arg') return arg.replace(/=[\s\S]*$/, '=***');
  const bare = arg.replace(/:\/\/[^/\s]*@/g, '://***@');
  return before.startsWith('--cache-') ? bare.replace(CREDENTIAL, '$1***') : bare;
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
