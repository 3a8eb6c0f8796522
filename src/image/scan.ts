/** The gate on ECR's scan of the image. */
import { type Fault, StepError } from '../errors.ts';
import { type Severity } from '../inputs/types.ts';
import { type EcrPort, type ScanFinding, type ScanReport } from '../ports/aws/aws.ts';
import { AwsCallError } from '../ports/aws/error.ts';
import { type Clock } from '../ports/clock.ts';
import { type Log } from '../ports/log.ts';
import { type Image } from './image.ts';

export interface ScanPorts {
  readonly ecr: EcrPort;
  readonly clock: Clock;
  readonly log: Pick<Log, 'info'>;
  readonly signal?: AbortSignal | undefined;
}

const PAUSE_MS = 5_000;
/** A scan takes seconds to a few minutes. */
const LIMIT_MS = 10 * 60_000;
/** A scan on push has begun by then, if there is one. */
const BEGUN_MS = 60_000;
const SHOWN = 20;

const SEVERITIES: readonly string[] = ['INFORMATIONAL', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'];

/** ECR API, ScanStatus. Enhanced scans stay ACTIVE for as long as the image is watched. */
const DONE = new Set(['COMPLETE', 'ACTIVE']);
const GOING = new Set(['IN_PROGRESS', 'PENDING']);

/**
 * Waits for ECR's scan of the image and throws where it has findings of `least` or above, or where there is no scan to
 * go by: a gate that cannot tell stays shut.
 * @param digest of the one image that the service runs: ECR scans no index
 */
export async function scanGate(least: Severity, image: Image, digest: string | null, ports: ScanPorts): Promise<void> {
  const on = image.reference;
  if (digest === null) throw shut(on, 'the image has no digest that is known, so no scan can be asked for.', NOT_ECR);
  const { status, description, findings } = await finished(image.repository, digest, on, ports);
  if (!DONE.has(status)) {
    const told = description === '' ? '' : ` (${description})`;
    throw shut(on, `ECR's scan ended as ${status}${told}.`, STATUS_REPAIRS[status] ?? RESCAN);
  }
  const refused = findings.filter(({ severity }) => SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least));
  if (refused.length > 0) throw new StepError(findingsFault(on, least, refused));
  const counts = countsText(findings);
  ports.log.info(`ECR's scan: nothing of severity ${least} or above${counts === '' ? '' : ` (${counts})`}.`);
}

/** False as long as a scan is to come or goes on: `scanGate` would wait for it. */
export async function isScanned(
  ecr: Pick<EcrPort, 'scanFindings'>,
  repository: string,
  digest: string,
): Promise<boolean> {
  const report = await ecr.scanFindings(repository, digest);
  return report !== null && !GOING.has(report.status);
}

async function finished(repository: string, digest: string, on: string, ports: ScanPorts): Promise<ScanReport> {
  const { clock, ecr, log, signal } = ports;
  const begun = clock.now();
  for (let told = ''; ;) {
    signal?.throwIfAborted();
    const report = await read(ecr, repository, digest, on);
    if (report !== null && !GOING.has(report.status)) return report;
    const waited = clock.now() - begun;
    if (report === null && waited >= BEGUN_MS) throw shut(on, 'ECR has not scanned the image.', RESCAN);
    if (waited >= LIMIT_MS) throw shut(on, `the scan is ${report?.status ?? 'not begun'} after 10 minutes.`, AGAIN);
    const state = report?.status ?? 'not begun';
    if (state !== told) log.info(`Waiting for ECR's scan of the image: ${state}.`);
    told = state;
    await clock.sleep(PAUSE_MS, signal);
  }
}

async function read(ecr: EcrPort, repository: string, digest: string, on: string): Promise<ScanReport | null> {
  try {
    return await ecr.scanFindings(repository, digest);
  } catch (error) {
    const missing = error instanceof AwsCallError && error.kind === 'missing';
    throw missing ? shut(on, 'the image is in no repository of ECR.', NOT_ECR) : error;
  }
}

const AGAIN = 'Run the job again later: the image is reused then, and only the scan is looked at.';
const NOT_ECR = "Deploy an image of an ECR repository, or leave 'fail-on-severity' empty.";
const RESCAN =
  'Turn on scanning on push for the repository (aws ecr put-image-scanning-configuration, or the scanning rules of the ' +
  "registry), scan this image (aws ecr start-image-scan), or leave 'fail-on-severity' empty.";
const STATUS_REPAIRS: Readonly<Record<string, string>> = {
  UNSUPPORTED_IMAGE:
    "ECR cannot read this image's packages (as of an image FROM scratch): leave 'fail-on-severity' empty.",
  LIMIT_EXCEEDED: AGAIN,
  IMAGE_ARCHIVED: 'Restore the image from the archive, or build it again.',
};

function shut(on: string, why: string, repair: string): StepError {
  return new StepError({ tried: "judge the image by ECR's scan", on, why, repair });
}

function findingsFault(on: string, least: Severity, findings: readonly ScanFinding[]): Fault {
  const order = (finding: ScanFinding): number => -SEVERITIES.indexOf(finding.severity);
  const sorted = findings.toSorted((one, other) => order(one) - order(other));
  const more = sorted.length > SHOWN ? [`  … and ${sorted.length - SHOWN} more`] : [];
  const lines = [...sorted.slice(0, SHOWN).map((finding) => `  ${line(finding)}`), ...more];
  return {
    tried: "let the image pass by ECR's scan",
    on,
    why: `it has findings of severity ${least} or above (${countsText(findings)}):\n${lines.join('\n')}`,
    repair: "Update the packages that have a fix, or the base image, or raise 'fail-on-severity'.",
  };
}

function line({ name, severity, packages, fixedIn }: ScanFinding): string {
  const of = packages === null ? '' : ` in ${packages}`;
  return `${severity} ${name}${of}: ${fixedIn === null ? 'no fix is known' : `fixed in ${fixedIn}`}`;
}

/** `2 CRITICAL, 1 LOW` */
function countsText(findings: readonly ScanFinding[]): string {
  const names = [...SEVERITIES.toReversed(), 'UNDEFINED'];
  const counted = names.map((name) => [findings.filter(({ severity }) => severity === name).length, name] as const);
  return counted.flatMap(([count, name]) => (count === 0 ? [] : [`${count} ${name}`])).join(', ');
}
