/** ECR's two kinds of scan, read into one form. */
import {
  DescribeImageScanFindingsCommand,
  type DescribeImageScanFindingsCommandOutput,
  type ECRClient,
  type EnhancedImageScanFinding,
  type ImageScanFinding,
  ScanNotFoundException,
} from '@aws-sdk/client-ecr';
import { type ScanFinding, type ScanReport } from './aws.ts';

/** No image has so many pages of a thousand; a server that repeats its token must not keep a run. */
const PAGES = 50;

export async function scanReport(
  client: ECRClient,
  image: { readonly registryId?: string; readonly repositoryName: string },
  imageDigest: string,
): Promise<ScanReport | null> {
  const findings: ScanFinding[] = [];
  let page: DescribeImageScanFindingsCommandOutput | undefined;
  try {
    for (let count = 0; count < PAGES && (page === undefined || page.nextToken !== undefined); count += 1) {
      const from = page?.nextToken === undefined ? {} : { nextToken: page.nextToken };
      const input = { ...image, imageId: { imageDigest }, maxResults: 1_000, ...from };
      page = await client.send(new DescribeImageScanFindingsCommand(input));
      findings.push(...(page.imageScanFindings?.findings ?? []).map(basic));
      findings.push(...(page.imageScanFindings?.enhancedFindings ?? []).map(enhanced));
    }
  } catch (error) {
    if (error instanceof ScanNotFoundException) return null;
    throw error;
  }
  const { status, description } = page?.imageScanStatus ?? {};
  return { status: status ?? 'unknown', description: description ?? '', findings };
}

/** Basic scans tell packages as attributes: `package_name`, `package_version`. */
function basic({ name, severity, attributes = [] }: ImageScanFinding): ScanFinding {
  const told = (key: string): string | null => attributes.find((one) => one.key === key)?.value ?? null;
  return {
    name: name ?? 'unnamed',
    severity: severity ?? 'UNDEFINED',
    packages: joined([told('package_name'), told('package_version')], ' '),
    fixedIn: told('fixed_in_version') ?? told('fixed_in_versions'),
  };
}

function enhanced({ title, severity, packageVulnerabilityDetails: details }: EnhancedImageScanFinding): ScanFinding {
  const packages = details?.vulnerablePackages ?? [];
  const fixes = packages.map(({ fixedInVersion }) => (fixedInVersion === 'NotAvailable' ? null : fixedInVersion));
  return {
    name: details?.vulnerabilityId ?? title ?? 'unnamed',
    severity: severity ?? 'UNDEFINED',
    packages: joined(
      packages.map(({ name, version }) => joined([name, version], ' ')),
      ', ',
    ),
    fixedIn: joined(fixes, ', '),
  };
}

function joined(parts: readonly (string | null | undefined)[], separator: string): string | null {
  const there = [...new Set(parts.filter((part) => part !== null && part !== undefined && part !== ''))];
  return there.length === 0 ? null : there.join(separator);
}
