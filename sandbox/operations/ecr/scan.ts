import {
  type FindingSeverity,
  type ImageScanFindings,
  type ImageScanStatus,
  type ScanStatus,
} from '@aws-sdk/client-ecr';
import { type ImageScan, type ScanFinding } from '../../settings.ts';

export type Scan = ImageScan;

/** Until `afterMs` a basic scan is IN_PROGRESS, an enhanced one PENDING. */
export function statusOf({ kind, status, afterMs = 0 }: Scan, ageMs: number): ImageScanStatus {
  if (ageMs < afterMs)
    return { status: kind === 'basic' ? 'IN_PROGRESS' : 'PENDING', description: 'The scan goes on.' };
  // A setting may name any of ECR's states.
  return { status: status as ScanStatus, description: `The scan is ${status}.` };
}

/** `completedAt`: epoch milliseconds. */
export function findingsOf(
  { kind, findings }: Scan,
  shown: readonly ScanFinding[],
  completedAt: number,
): ImageScanFindings {
  const times = { imageScanCompletedAt: new Date(completedAt), vulnerabilitySourceUpdatedAt: new Date(completedAt) };
  const counts: Record<string, number> = {};
  for (const { severity } of findings) counts[severity] = (counts[severity] ?? 0) + 1;
  return kind === 'basic'
    ? { ...times, findings: shown.map(basic), findingSeverityCounts: counts }
    : { ...times, enhancedFindings: shown.map(enhanced), findingSeverityCounts: counts };
}

function basic({ name, severity, package: named, version, fixedIn }: ScanFinding) {
  const attributes = [
    { key: 'package_name', value: named },
    { key: 'package_version', value: version },
    { key: 'fixed_in_version', value: fixedIn },
  ];
  // The schema takes any text; ECR's severities are these.
  return {
    name,
    severity: severity as FindingSeverity,
    attributes: attributes.filter(({ value }) => value !== undefined),
  };
}

function enhanced({ name, severity, package: named, version, fixedIn }: ScanFinding) {
  const vulnerable = { name: named, version, fixedInVersion: fixedIn ?? 'NotAvailable' };
  return {
    title: `${name} - ${named ?? ''}`,
    severity,
    status: 'ACTIVE',
    type: 'PACKAGE_VULNERABILITY',
    fixAvailable: fixedIn === undefined ? 'NO' : 'YES',
    packageVulnerabilityDetails: { vulnerabilityId: name, vulnerablePackages: [vulnerable] },
  };
}
