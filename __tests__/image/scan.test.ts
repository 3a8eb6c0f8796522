import { describe, expect, test } from '@jest/globals';
import { type Image } from '../../src/image/image.ts';
import { scanGate } from '../../src/image/scan.ts';
import { type Severity } from '../../src/inputs/types.ts';
import { type ScanFinding, type ScanReport } from '../../src/ports/aws/aws.ts';
import { digest, ecrError, makeEcr } from './world.ts';

const image: Image = { reference: `r/shop@${digest}`, repository: 'shop', tag: 'v1', digest, kind: 'pushed' };
const finding = (severity: string, more: Partial<ScanFinding> = {}): ScanFinding => ({
  name: `CVE-${severity}`,
  severity,
  packages: 'openssl 3.0.1',
  fixedIn: null,
  ...more,
});
const report = (status: string, findings: readonly ScanFinding[] = []): ScanReport => ({
  status,
  description: 'as told',
  findings,
});

/** `answers` in their order; the last one stays. */
async function gate(least: Severity, answers: readonly (ScanReport | null | Error)[]) {
  let now = 0;
  let asked = 0;
  const told: string[] = [];
  const ecr = {
    ...makeEcr({}),
    scanFindings: () => {
      const answer = answers[Math.min(asked, answers.length - 1)] ?? null;
      asked += 1;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  };
  const clock = { now: () => now, sleep: (ms: number) => Promise.resolve(void (now += ms)) };
  const end = await scanGate(least, image, digest, { ecr, clock, log: { info: (text) => void told.push(text) } }).then(
    () => 'open',
    (error: unknown) => String(error),
  );
  return { end, told, waited: now };
}

describe('opens', () => {
  test.each<[string, Severity, readonly (ScanReport | null)[], number]>([
    ['nothing found', 'LOW', [report('COMPLETE')], 0],
    ['an enhanced scan, which stays ACTIVE', 'HIGH', [report('PENDING'), report('ACTIVE', [finding('MEDIUM')])], 5_000],
    ['findings below the severity', 'CRITICAL', [report('COMPLETE', [finding('HIGH'), finding('UNDEFINED')])], 0],
    ['a scan that begins late', 'LOW', [null, null, report('IN_PROGRESS'), report('COMPLETE')], 15_000],
  ])('%s', async (_name, least, answers, waited) => {
    expect(await gate(least, answers)).toMatchObject({ end: 'open', waited });
  });

  test('and tells each state of the wait once, and what is there', async () => {
    const { told } = await gate('HIGH', [report('PENDING'), report('PENDING'), report('ACTIVE', [finding('LOW')])]);
    expect(told).toEqual([
      "Waiting for ECR's scan of the image: PENDING.",
      "ECR's scan: nothing of severity HIGH or above (1 LOW).",
    ]);
  });
});

describe('stays shut', () => {
  test.each<[string, readonly (ScanReport | null | Error)[], string, number]>([
    ['findings of the severity', [report('COMPLETE', [finding('HIGH')])], '1 HIGH', 0],
    ['findings above it', [report('ACTIVE', [finding('CRITICAL')])], '1 CRITICAL', 0],
    ['never scanned', [null], 'Turn on scanning on push', 60_000],
    ['a scan without end', [report('PENDING')], 'PENDING after 10 minutes', 600_000],
    ['a scan that failed', [report('FAILED')], 'ended as FAILED (as told)', 0],
    ['an image that cannot be scanned', [report('UNSUPPORTED_IMAGE')], 'FROM scratch', 0],
    ['findings that are gone', [report('SCAN_ELIGIBILITY_EXPIRED')], 'start-image-scan', 0],
    ['an image outside ECR', [ecrError('missing', 'RepositoryNotFoundException', 'x')], 'in no repository of ECR', 0],
    ['no right to ask', [ecrError('denied', 'AccessDeniedException', 'x')], 'AccessDeniedException', 0],
  ])('%s', async (_name, answers, says, waited) => {
    const { end, waited: took } = await gate('HIGH', answers);
    expect([end.includes(says) || end, took]).toEqual([true, waited]);
  });

  test('lists the worst first, with what repairs them, and no more than twenty', async () => {
    const many = Array.from({ length: 25 }, (_, at) => finding('HIGH', { name: `CVE-${at}` }));
    const worst = finding('CRITICAL', { name: 'CVE-worst', fixedIn: '3.0.2' });
    const { end } = await gate('HIGH', [report('COMPLETE', [...many, worst])]);
    const lines = end.split('\n');
    expect(lines[1]).toBe('  CRITICAL CVE-worst in openssl 3.0.1: fixed in 3.0.2');
    expect(lines[2]).toBe('  HIGH CVE-0 in openssl 3.0.1: no fix is known');
    expect(lines).toContain('  … and 6 more');
  });
});
